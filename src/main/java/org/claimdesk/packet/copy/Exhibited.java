package org.claimdesk.packet.copy;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** A piece of evidence as people read it. */
final class Exhibited {

    private static final int MOST_CAPTURES = 5;

    private Exhibited() {}

    static Leaf.Item of(JsonNode piece) {
        Lines lines = new Lines()
                .line("", joined(Lines.word(piece.path("kind")), Lines.word(piece.path("stance")),
                        Lines.word(piece.path("rank")), Lines.word(piece.path("attribution"))))
                .line("", Lines.text(piece.path("who")))
                .line("Source: ", Lines.text(piece.path("source")))
                .line("Origin: ", Lines.text(piece.path("origin")))
                .line("", Lines.text(piece.path("citation")))
                .line("", Lines.text(piece.path("address")))
                .line("At: ", Lines.text(piece.path("locator")))
                .line("", Lines.text(piece.path("note")));
        piece.path("quotes").forEach(quote -> lines.line("", quoted(quote)));
        piece.path("passages")
                .forEach(passage -> lines.line("", joined(quoted(passage.path("quote")),
                        Lines.text(passage.path("locator")))));
        JsonNode worked = piece.path("calculation");
        lines.line("", joined(Lines.text(worked.path("formula")), Lines.text(worked.path("inputs")),
                Lines.text(worked.path("result"))));
        lines.line("SHA-256 ", Lines.text(piece.path("sha256")));
        int captures = 0;
        for (JsonNode capture : piece.path("captures")) {
            if (captures++ < MOST_CAPTURES) {
                lines.line("Captured " + Lines.moment(capture.path("finishedAt")) + ", SHA-256 of the WARC ",
                        Lines.text(capture.path("warcSha256")));
            }
        }
        if (captures > MOST_CAPTURES) {
            lines.line("", captures - MOST_CAPTURES + " more captures are in the file of the claim.");
        }
        if (piece.path("withdrawnAt").isTextual()) {
            lines.line("", joined("Withdrawn " + Lines.moment(piece.path("withdrawnAt")),
                    Lines.text(piece.path("withdrawReason"))));
        }
        String title = Lines.text(piece.path("title"));
        return new Leaf.Item(title == null ? "A piece whose title is held back" : title, lines.all());
    }

    private static String quoted(JsonNode words) {
        String text = Lines.text(words);
        return text == null ? null : "“" + text + "”";
    }

    private static String joined(String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
