package org.claimdesk.packet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.ledger.tree.Excerpts;

/** Entries as lines of a file of a packet: body, proof, and the texts that may be disclosed. */
@ApplicationScoped
class EntryFiles {

    private final ObjectMapper json;

    EntryFiles(ObjectMapper json) {
        this.json = json;
    }

    byte[] lines(List<Excerpts.Proved> entries, Discretion discretion) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Excerpts.Proved entry : entries) {
            ObjectNode line = json.createObjectNode().put("index", entry.proof().index()).put("body", entry.body());
            ArrayNode proof = line.putArray("proof");
            entry.proof().hashes().forEach(hash -> proof.add(hash.base64()));
            line.set("texts", disclosed(entry, discretion));
            lines.append(json.writeValueAsString(line)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text with its salt can be checked against the entry; one that stays in the house stays with its salt. */
    private ObjectNode disclosed(Excerpts.Proved entry, Discretion discretion) throws IOException {
        ObjectNode said = json.createObjectNode();
        JsonNode body = json.readTree(entry.body());
        JsonNode piece = body.path("facts").path("evidence");
        if (entry.texts() == null || piece.isIntegralNumber() && discretion.binds(piece.asLong())
                || discretion.hides(body.path("source").asLong())) {
            return said;
        }
        json.readTree(entry.texts()).properties().forEach(text -> {
            boolean there = text.getValue().path("text").isTextual() && text.getValue().path("salt").isTextual();
            if (there && !discretion.names(text.getValue().path("text").asText())) {
                said.set(text.getKey(), text.getValue());
            }
        });
        return said;
    }
}
