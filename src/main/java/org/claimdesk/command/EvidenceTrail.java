package org.claimdesk.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** What entries say of pieces of evidence: attached, withdrawn, captured, quoted, and what verdicts were given on. */
final class EvidenceTrail {

    private final Map<Long, Map<Long, ProvedLines.Line>> attached = new HashMap<>();
    private final Map<Long, ProvedLines.Line> captured = new HashMap<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final Map<Long, ProvedLines.Line> verdicts = new HashMap<>();
    private final PassageTrail passages = new PassageTrail();

    void follow(ProvedLines.Line line) {
        long piece = line.fact("evidence").asLong();
        switch (line.act()) {
            case "ATTACH" -> attached
                    .computeIfAbsent(line.body().path("claim").asLong(), claim -> new HashMap<>())
                    .put(piece, line);
            case "WITHDRAW" -> withdrawn.add(piece);
            case "CAPTURE" -> captured.put(line.fact("capture").asLong(), line);
            case "QUOTE" -> passages.follow(line);
            case "VERIFY" -> verdicts.put(line.fact("verdict").asLong(), line);
            default -> {
                // The others say nothing of evidence that is in the file of a claim.
            }
        }
    }

    /**
     * @param file of the claim, whose verdicts are those of its entries
     * @throws Wrong where the evidence of the claim, or of a verdict, is not what its entries say
     */
    void compare(String name, long claim, JsonNode file) {
        Map<Long, ProvedLines.Line> left = new HashMap<>(attached.getOrDefault(claim, Map.of()));
        for (JsonNode piece : file.path("evidence")) {
            long id = piece.path("id").asLong();
            ProvedLines.Line line = left.remove(id);
            if (line == null) {
                throw new Wrong(name, "no entry here attaches evidence " + id + " to claim " + claim);
            }
            attached(name, piece, line);
            piece.path("captures").forEach(capture -> captured(name, id, capture));
            passages.compare(name, id, piece.path("passages"));
        }
        // Of an interview off the record there is only the entry.
        left.forEach((id, line) -> {
            if (!line.fact("kind").asText().equals("INTERVIEW")) {
                throw new Wrong(name, "evidence " + id + " is missing, which entry " + line.index() + " attaches");
            }
        });
        file.path("verdicts").forEach(verdict -> givenOn(name, verdict, left.keySet()));
    }

    /** @param untold pieces of the claim that are not in its file: nothing there lists them */
    private void givenOn(String name, JsonNode verdict, Set<Long> untold) {
        ProvedLines.Line line = verdicts.get(verdict.path("id").asLong());
        JsonNode said = verdict.path("evidence");
        String what = "evidence of verdict " + verdict.path("id").asText();
        if (Ids.counted(line, "evidence")) {
            long missing = Ids.count(line, "evidence") - said.size();
            // Which of the untold are missing there nobody can say, so nobody can work the digest out.
            if (missing < 1 || missing > untold.size()) {
                Ids.compare(name, what, said, line, "evidence");
            }
            return;
        }
        ArrayNode told = Json.MAPPER.createArrayNode();
        line.fact("evidence").forEach(id -> {
            if (!untold.contains(id.asLong())) {
                told.add(id);
            }
        });
        if (!said.equals(told)) {
            throw new Wrong(name, "the " + what + " " + said + " is not what entry " + line.index() + " says (" + told
                    + ")");
        }
    }

    private void attached(String name, JsonNode piece, ProvedLines.Line line) {
        same(name, "kind", piece.path("kind"), line, "kind");
        same(name, "stance", piece.path("stance"), line, "stance");
        // Where the recording stays in the house, so does its digest.
        if (piece.has("sha256")) {
            same(name, "SHA-256", piece.path("sha256"), line, "sha256");
        }
        if (piece.path("withdrawnAt").isTextual() != withdrawn.contains(piece.path("id").asLong())) {
            throw new Wrong(name, "evidence " + piece.path("id").asText()
                    + (withdrawn.contains(piece.path("id").asLong()) ? " was withdrawn" : " was never withdrawn"));
        }
    }

    private void captured(String name, long piece, JsonNode capture) {
        ProvedLines.Line line = captured.get(capture.path("id").asLong());
        if (line == null || line.fact("evidence").asLong() != piece) {
            throw new Wrong(name, "no entry here finishes capture " + capture.path("id").asText());
        }
        same(name, "SHA-256", capture.path("sha256"), line, "sha256");
        same(name, "SHA-256 of the WARC", capture.path("warcSha256"), line, "warc");
        same(name, "SHA-256 of the text", capture.path("textSha256"), line, "text");
    }

    private static void same(String name, String what, JsonNode said, ProvedLines.Line line, String fact) {
        if (!text(said).equals(text(line.fact(fact)))) {
            throw new Wrong(name, "the " + what + " " + said.asText() + " is not what entry " + line.index()
                    + " says (" + line.fact(fact).asText("none") + ")");
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("");
    }
}
