package org.claimdesk.evidence;

import java.util.List;

import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Slip;

/**
 * What may be said of a piece of evidence outside the newsroom, in an export above all. Whatever gives evidence out MUST ask
 * here and give out what this says and nothing else. Only interviews are bound:
 *
 * <table>
 * <tr><th>terms</th><th>may be said</th></tr>
 * <tr><td>on the record</td><td>everything; the name not where it is sealed</td></tr>
 * <tr><td>background</td><td>the description in place of the name, and the quotes</td></tr>
 * <tr><td>deep background</td><td>what was learnt, without a quote and without anybody it comes from</td></tr>
 * <tr><td>off the record</td><td>nothing, not even that there is such a piece</td></tr>
 * </table>
 *
 * A title or a note that names the person goes with the name: the title becomes "Interview", the note is left out.
 *
 * @param who       to whom it is attributed: person, function, organisation, or the description; empty for nobody
 * @param from      the names of source and origin; empty where they may not be said
 * @param recording whether the file may be given out, with its name and digest
 */
public record Sayable(String title, String who, List<String> quotes, String note, String locator, From from,
        boolean recording) {

    private static final String UNNAMED = "a person who is not named";
    private static final String TITLE = "Interview";

    /** Source and origin by name, each empty for none. */
    public record From(String source, String origin) {
        private static final From UNSAID = new From("", "");
    }

    /** What may be said of it, or null where nothing may: then it MUST NOT appear, not even by its number. */
    public static Sayable of(Exhibit piece) {
        if (!piece.interview()) {
            return new Sayable(piece.title(), "", List.of(), piece.note(), piece.locator(), from(piece), true);
        }
        return switch (piece.attribution()) {
            case ON_THE_RECORD -> piece.sealed() ? background(piece) : named(piece);
            case BACKGROUND -> background(piece);
            case DEEP_BACKGROUND -> deep(piece);
            case OFF_THE_RECORD -> null;
        };
    }

    private static Sayable named(Exhibit piece) {
        List<String> who = List.of(piece.person(), blank(piece.function()), blank(piece.organisation()));
        return new Sayable(piece.title(), String.join(", ", who.stream().filter(part -> !part.isEmpty()).toList()),
                piece.quotes(), piece.note(), piece.locator(), from(piece), true);
    }

    private static Sayable background(Exhibit piece) {
        Slip slip = slip(piece);
        String described = blank(piece.described());
        return new Sayable(unless(slip, piece.title(), TITLE),
                described.isEmpty() ? UNNAMED : unless(slip, described, UNNAMED),
                piece.quotes().stream().filter(quote -> !slip.in(quote)).toList(), unless(slip, piece.note(), ""),
                unless(slip, piece.locator(), ""), From.UNSAID, false);
    }

    /** The information alone: no quote, nobody, nowhere. */
    private static Sayable deep(Exhibit piece) {
        return new Sayable(TITLE, "", List.of(), unless(slip(piece), piece.note(), ""), "", From.UNSAID, false);
    }

    /** Of a sealed piece nothing is known here; it was looked through when it was sealed. */
    private static Slip slip(Exhibit piece) {
        return Slip.of(new Identity(blank(piece.person()), blank(piece.function()), blank(piece.organisation())),
                piece.fileName());
    }

    private static String unless(Slip slip, String text, String otherwise) {
        return slip.in(text) ? otherwise : text;
    }

    private static From from(Exhibit piece) {
        return new From(name(piece.source()), name(piece.origin()));
    }

    private static String name(SourceName source) {
        return source == null ? "" : source.name();
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }
}
