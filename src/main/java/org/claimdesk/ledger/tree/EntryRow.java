package org.claimdesk.ledger.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.ledger.Commitment;

/**
 * An entry with its columns, which repeat what its body says.
 *
 * @param columns by their name in the body; absent ones are left out
 * @param texts   the texts it commits to with their salts, as JSON, or null
 */
record EntryRow(long id, String body, Map<String, String> columns, String texts) {

    static final String COLUMNS = "l.entry_id as id, e.body, e.at, e.person_id::text as person, e.role, e.act, e.article_id::text as article,"
            + " e.source_id::text as source, e.claim_id::text as claim, e.claim_version::text as version,"
            + " e.from_state as \"from\", e.to_state as \"to\", d.texts::text as texts";
    private static final List<String> NAMES = List.of("person", "role", "act", "article", "source", "claim", "version",
            "from", "to");

    static EntryRow of(ResultSet row) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        for (String name : NAMES) {
            if (row.getString(name) != null) {
                columns.put(name, row.getString(name));
            }
        }
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        if (at != null) {
            columns.put("at", at.toInstant().toString());
        }
        return new EntryRow(row.getLong("id"), row.getString("body"), columns, row.getString("texts"));
    }

    /** Says what of a row is not as its body says. */
    @ApplicationScoped
    static class Judge {

        private final ObjectMapper json;

        Judge(ObjectMapper json) {
            this.json = json;
        }

        List<String> judge(EntryRow row, ErasedTexts erased) throws SQLException {
            List<String> found = new ArrayList<>();
            try {
                JsonNode body = json.readTree(row.body());
                Map<String, String> said = new TreeMap<>();
                for (String name : NAMES) {
                    if (body.hasNonNull(name)) {
                        said.put(name, body.get(name).asText());
                    }
                }
                said.put("at", body.path("at").asText());
                if (!said.equals(row.columns())) {
                    Map<String, String> columns = row.columns();
                    Set<String> names = new TreeSet<>(said.keySet());
                    names.addAll(columns.keySet());
                    names.removeIf(name -> Objects.equals(said.get(name), columns.get(name)));
                    found.add("its columns say something else than its body (" + String.join(", ", names) + ").");
                }
                texts(row, body.path("texts"), erased, found);
            } catch (JsonProcessingException unreadable) {
                found.add("its body or its texts cannot be read.");
            }
            return found;
        }

        private void texts(EntryRow row, JsonNode commitments, ErasedTexts erased, List<String> found)
                throws JsonProcessingException, SQLException {
            JsonNode kept = row.texts() == null ? json.createObjectNode() : json.readTree(row.texts());
            for (Map.Entry<String, JsonNode> commitment : commitments.properties()) {
                String field = commitment.getKey();
                JsonNode text = kept.get(field);
                if (text == null) {
                    if (!erased.tells(row.id(), field)) {
                        found.add("its text “" + field + "” is gone, and no entry erases it.");
                    }
                } else if (!Commitment.to(text.path("text").asText(), text.path("salt").asText())
                        .equals(commitment.getValue().asText())) {
                    found.add("its text “" + field + "” has been altered.");
                }
            }
            kept.fieldNames().forEachRemaining(field -> {
                if (!commitments.has(field)) {
                    found.add("it has a text “" + field + "” that it does not commit to.");
                }
            });
            erased.before(row.id()).forEach((field, by) -> {
                if (!commitments.has(field)) {
                    found.add("entry " + by + " erases a text “" + field + "” of it, which it never had.");
                } else if (kept.has(field)) {
                    found.add("its text “" + field + "” was erased by entry " + by + " and is there.");
                }
            });
        }
    }
}
