package org.claimdesk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.claimdesk.ledger.Commitment;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Unproven;

/** The entries of a packet: each is in the tree of the checkpoint, of the one article, and follows from those before it. */
final class EntryLines {

    private final Checkpoint checkpoint;
    private final Set<Long> indices = new HashSet<>();
    private final Map<Long, ClaimTrail> trails = new HashMap<>();
    private final Map<Integer, Filed> filed = new HashMap<>();
    private final ErasedLines erased = new ErasedLines();
    private long article;
    private int disclosed;

    /** What an entry says of a revision. @param sha256 empty where it does not say */
    private record Filed(long index, String sha256) {}

    EntryLines(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** @throws Wrong for the first line that is */
    void read(String name, byte[] content) throws IOException {
        String[] lines = Json.text(name, content).split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            String where = name + " line " + (i + 1);
            JsonNode line = Json.object(where, lines[i]);
            long index = line.path("index").asLong(-1);
            if (!indices.add(index)) {
                throw new Wrong(where, "entry " + index + " is there twice");
            }
            String body = line.path("body").asText();
            prove(where, index, body, line.path("proof"));
            follow(where, index, Json.object(where, body), line);
        }
        if (lines.length < 2 || !lines[lines.length - 1].isEmpty()) {
            throw new Wrong(name, "it is not lines with a newline at the end of each");
        }
    }

    private void prove(String where, long index, String body, JsonNode proof) {
        try {
            List<Hash> hashes = new ArrayList<>();
            proof.forEach(hash -> hashes.add(Hash.ofBase64(hash.asText())));
            new InclusionProof(index, checkpoint.size(), hashes)
                    .verify(Hash.leaf(body.getBytes(StandardCharsets.UTF_8)), checkpoint.root());
        } catch (Unproven | Malformed no) {
            throw new Wrong(where, "entry " + index + " is not in the ledger as it stands here: " + no.getMessage());
        }
    }

    private void follow(String where, long index, JsonNode body, JsonNode line) {
        JsonNode texts = line.path("texts");
        long of = body.path("article").asLong();
        if (article == 0) {
            article = of;
        }
        if (of <= 0 || of != article) {
            throw new Wrong(where, "entry " + index + " is not one of article " + article);
        }
        texts.fieldNames().forEachRemaining(field -> {
            JsonNode text = texts.path(field);
            if (!body.path("texts").path(field).asText().equals(committed(where, text))) {
                throw new Wrong(where, "the text “" + field + "” is not the one that entry " + index + " commits to");
            }
            disclosed++;
        });
        erased.read(where, index, body, line);
        if (body.has("claim")) {
            trails.computeIfAbsent(body.path("claim").asLong(), ClaimTrail::new).follow(where, index, body, texts);
        }
        if (body.path("act").asText().equals("FILE")) {
            filed.put(body.path("facts").path("revision").asInt(),
                    new Filed(index, body.path("facts").path("sha256").asText()));
        }
    }

    private static String committed(String where, JsonNode text) {
        try {
            return Commitment.to(text.path("text").asText(), text.path("salt").asText());
        } catch (IllegalArgumentException other) {
            throw new Wrong(where, "a salt is no Base64");
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
    }

    /** @throws Wrong where something has entries and no file, or was erased by none */
    void end() {
        erased.end(indices);
        trails.keySet().stream().sorted().findFirst().ifPresent(claim -> {
            throw new Wrong("claims/" + claim + ".json", "it is missing; there are entries of claim " + claim);
        });
        filed.keySet().stream().sorted().findFirst().ifPresent(number -> {
            throw new Wrong("revisions/" + number + ".txt", "it is missing; there is an entry that files it");
        });
    }

    long article() {
        return article;
    }

    int count() {
        return indices.size();
    }

    int disclosed() {
        return disclosed;
    }

    int erased() {
        return erased.count();
    }
}
