package org.claimdesk.command;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The entries of the article of a packet: all of them are there, and each follows from those before it. */
final class EntryLines {

    private final Map<Long, ClaimTrail> trails = new HashMap<>();
    private final Map<Integer, Filed> filed = new HashMap<>();
    private final EvidenceTrail evidence = new EvidenceTrail();
    private final Closure closure = new Closure();
    private final StandardsLines standards = new StandardsLines();
    private long article;

    /** What an entry says of a revision. @param sha256 empty where it does not say */
    private record Filed(long index, String sha256) {}

    /** @throws Wrong where it does not follow */
    void follow(ProvedLines.Line line) {
        long of = line.body().path("article").asLong();
        if (article == 0) {
            article = of;
        }
        if (of <= 0 || of != article) {
            throw new Wrong(line.where(), "entry " + line.index() + " is not one of article " + article);
        }
        closure.follow(line);
        evidence.follow(line);
        standards.follow(line);
        if (line.body().has("claim")) {
            trails.computeIfAbsent(line.body().path("claim").asLong(), ClaimTrail::new).follow(line);
        }
        if (line.act().equals("FILE")) {
            filed.put(line.fact("revision").asInt(), new Filed(line.index(), line.fact("sha256").asText()));
        }
    }

    /** @throws Wrong where the text of a revision is not the one that was filed */
    void revision(String name, int number, String sha256) {
        Filed said = filed.remove(number);
        if (said == null) {
            throw new Wrong(name, "the entry that files revision " + number + " is missing");
        }
        if (!said.sha256.isEmpty() && !said.sha256.equals(sha256)) {
            throw new Wrong(name, "its SHA-256 is not what entry " + said.index + " says (" + said.sha256 + ")");
        }
    }

    /** @throws Wrong where the file of a claim is not what its entries say */
    void claim(String name, long id, JsonNode file) {
        if (file.path("id").asLong() != id) {
            throw new Wrong(name, "it is the file of claim " + file.path("id").asText());
        }
        ClaimTrail trail = trails.remove(id);
        if (trail == null) {
            throw new Wrong(name, "the entries of claim " + id + " are missing");
        }
        trail.compare(name, file);
        evidence.compare(name, id, file);
    }

    /** @throws Wrong where what it says of the article as a whole is not what the entries say */
    void standards(JsonNode file) {
        standards.compare(file);
    }

    /** @throws Wrong where something has entries and no file, or an entry is missing */
    void end() {
        trails.keySet().stream().sorted().findFirst().ifPresent(claim -> {
            throw new Wrong("claims/" + claim + ".json", "it is missing; there are entries of claim " + claim);
        });
        filed.keySet().stream().sorted().findFirst().ifPresent(number -> {
            throw new Wrong("revisions/" + number + ".txt", "it is missing; there is an entry that files it");
        });
        standards.end();
        closure.end();
    }

    long article() {
        return article;
    }
}
