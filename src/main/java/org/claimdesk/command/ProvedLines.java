package org.claimdesk.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.claimdesk.ledger.Commitment;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Unproven;

/** Entries, a line each: every one is in the tree of the checkpoint, and every text with it is the one it commits to. */
final class ProvedLines {

    private final Checkpoint checkpoint;
    private final Set<Long> indices = new HashSet<>();
    private final ErasedLines erased = new ErasedLines();
    private int disclosed;

    ProvedLines(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /**
     * An entry that was proved.
     *
     * @param where  the file and the line
     * @param texts  what is disclosed of it, by field
     * @param erased the fields that are said to be erased
     */
    record Line(String where, long index, Hash leaf, JsonNode body, JsonNode texts, JsonNode erased) {

        String act() {
            return body.path("act").asText();
        }

        JsonNode fact(String name) {
            return body.path("facts").path(name);
        }

        /** Null where it is not disclosed. */
        String text(String field) {
            return texts.path(field).path("text").textValue();
        }

        /** Whether it commits to this text, or to one that is not told: erased, or under a seal. */
        boolean mayHaveSaid(String field, String said) {
            String text = text(field);
            return text == null ? body.path("texts").has(field) : text.equals(said);
        }
    }

    /** What is done with each. */
    interface Reader {
        void read(Line line);
    }

    /** @throws Wrong for the first line that is */
    void read(String name, byte[] content, Reader reader) {
        String[] lines = Json.text(name, content).split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            reader.read(line(name + " line " + (i + 1), lines[i]));
        }
        if (lines.length < 2 || !lines[lines.length - 1].isEmpty()) {
            throw new Wrong(name, "it is not lines with a newline at the end of each");
        }
    }

    private Line line(String where, String text) {
        JsonNode line = Json.object(where, text);
        long index = line.path("index").asLong(-1);
        if (!indices.add(index)) {
            throw new Wrong(where, "entry " + index + " is there twice");
        }
        String body = line.path("body").asText();
        Hash leaf = Hash.leaf(body.getBytes(StandardCharsets.UTF_8));
        prove(where, index, leaf, line.path("proof"));
        Line proved = new Line(where, index, leaf, Json.object(where, body), line.path("texts"), line.path("erased"));
        proved.texts.fieldNames().forEachRemaining(field -> committed(proved, field));
        erased.follow(proved);
        return proved;
    }

    private void prove(String where, long index, Hash leaf, JsonNode proof) {
        try {
            List<Hash> hashes = new ArrayList<>();
            proof.forEach(hash -> hashes.add(Hash.ofBase64(hash.asText())));
            new InclusionProof(index, checkpoint.size(), hashes).verify(leaf, checkpoint.root());
        } catch (Unproven | Malformed no) {
            throw new Wrong(where, "entry " + index + " is not in the ledger as it stands here: " + no.getMessage());
        }
    }

    private void committed(Line line, String field) {
        JsonNode text = line.texts.path(field);
        String commitment;
        try {
            commitment = Commitment.to(text.path("text").asText(), text.path("salt").asText());
        } catch (IllegalArgumentException other) {
            throw new Wrong(line.where, "a salt is no Base64");
        }
        if (!line.body.path("texts").path(field).asText().equals(commitment)) {
            throw new Wrong(line.where,
                    "the text “" + field + "” is not the one that entry " + line.index + " commits to");
        }
        disclosed++;
    }

    /** @throws Wrong where a text is gone that no entry erased */
    void end() {
        erased.end(indices);
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
