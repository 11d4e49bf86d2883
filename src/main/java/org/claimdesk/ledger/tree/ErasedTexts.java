package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Which texts the entries say were erased: what the entries ERASE name, and nothing else, excuses that a text is gone. People
 * may erase while it is asked: what was not erased at first is looked up anew before it is called missing.
 */
final class ErasedTexts {

    private static final String ERASING = "select id, body from entry where act = 'ERASE' order by id";
    private static final String STRAY = "select erased_id, member, entry_id from erasure order by erased_id, member";

    private final Connection connection;
    private final ObjectMapper json;
    private final Map<Long, Map<String, Long>> atFirst = new HashMap<>();
    private final Map<Long, Map<String, Long>> now = new HashMap<>();
    private final Set<Long> broken = new TreeSet<>();

    ErasedTexts(Connection connection, ObjectMapper json) throws SQLException {
        this.connection = connection;
        this.json = json;
        load();
        now.forEach((entry, texts) -> atFirst.put(entry, new TreeMap<>(texts)));
    }

    /** What was erased of an entry before the check began, by the name of the text: which entry says so. */
    Map<String, Long> before(long entry) {
        return atFirst.getOrDefault(entry, Map.of());
    }

    /** Whether an entry says that this text is erased. */
    boolean tells(long entry, String text) throws SQLException {
        if (!named(entry, text)) {
            load();
        }
        return named(entry, text);
    }

    private boolean named(long entry, String text) {
        return now.getOrDefault(entry, Map.of()).containsKey(text);
    }

    private void load() throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(ERASING); ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                read(rows.getLong(1), rows.getString(2));
            }
        }
    }

    private void read(long erasing, String body) {
        try {
            for (JsonNode one : json.readTree(body).path("facts").path("erased")) {
                Map<String, Long> texts = now.computeIfAbsent(one.path("entry").asLong(), entry -> new TreeMap<>());
                one.path("texts").forEach(text -> texts.put(text.asText(), erasing));
            }
        } catch (JsonProcessingException unreadable) {
            broken.add(erasing);
        }
    }

    /** Says of rows about erasures that no entry tells of them. */
    void stray(SelfCheck.Findings findings) throws SQLException {
        load();
        broken.forEach(entry -> findings.add("Entry " + entry + ": what it erases cannot be read."));
        try (PreparedStatement asked = connection.prepareStatement(STRAY); ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                if (!Long.valueOf(rows.getLong(3))
                        .equals(now.getOrDefault(rows.getLong(1), Map.of()).get(rows.getString(2)))) {
                    findings.add("Entry " + rows.getLong(1) + ": its text “" + rows.getString(2)
                            + "” is said to be erased by entry " + rows.getLong(3) + ", which does not say so.");
                }
            }
        }
    }
}
