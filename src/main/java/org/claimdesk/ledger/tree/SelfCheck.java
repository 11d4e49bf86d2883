package org.claimdesk.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.tlog.Frontier;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Unproven;

/**
 * Works the whole ledger out anew from the entries and holds it against what is kept: rows against their bodies, bodies
 * against leaves, texts against commitments but for what an entry erases, leaves against the tree, the tree against every checkpoint, checkpoints against the keys.
 */
@ApplicationScoped
class SelfCheck {

    /** How many findings are kept; the first names where it begins. */
    static final int MOST = 100;
    private static final long LOCK = Sequencer.LOCK + 1;
    private static final int PART = 2048;
    private static final String ENTRIES = "select l.idx, l.entry_id, l.hash, " + EntryRow.COLUMNS
            + " from leaf l left join entry e on e.id = l.entry_id left join disclosure d on d.entry_id = e.id"
            + " where l.idx >= ? and l.idx < ? order by l.idx";
    private static final String NODES = "select n.level, n.idx, n.hash from generate_series(1, 7) as l (level)"
            + " cross join lateral (select (256::bigint ^ l.level)::bigint as span) s"
            + " join node n on n.level = l.level and n.idx >= ? / s.span and n.idx < ? / s.span";
    private static final String KEYS = "select 'The hand-over to the key ' || k.vkey || ' is not what its entry says.'"
            + " from log_key k left join leaf l on l.entry_id = k.entry_id left join entry e on e.id = l.entry_id"
            + " where k.number > 1 and (e.id is null or strpos(e.body, '\"handover\":' || to_json(k.handover)::text) = 0)"
            + " union all select 'Entry ' || e.id || ' hands over to a key that is not listed.' from entry e"
            + " where e.act = 'KEY' and not exists (select from log_key k where k.entry_id = e.id)";
    private static final String LOST = "select e.id from entry e where not exists (select from leaf l where l.entry_id = e.id)"
            + " and not exists (select from unsequenced u where u.entry_id = e.id) order by e.id limit " + MOST;

    private final LedgerDatabase database;
    private final EntryRow.Judge judge;
    private final ObjectMapper json;

    SelfCheck(LedgerDatabase database, EntryRow.Judge judge, ObjectMapper json) {
        this.json = json;
        this.database = database;
        this.judge = judge;
    }

    /** @param size how many entries were checked */
    record Result(long size, List<String> findings) {}

    /** @return null where another instance is at it */
    Result run() {
        return database.alone(connection -> {
            if (!ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return null;
            }
            try {
                return check(connection);
            } finally {
                ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        });
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(sql); ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    Result check(Connection connection) throws SQLException {
        Findings findings = new Findings();
        long size = Checkpoints.newest(connection).map(Signed::size).orElse(0L);
        KeyHistory keys = keys(connection, findings);
        Frontier frontier = new Frontier();
        SignedHeads heads = new SignedHeads(connection, keys, Sample.next(connection, size), findings);
        heads.at(frontier);
        ErasedTexts erased = new ErasedTexts(connection, json);
        boolean whole = true;
        for (long from = 0; whole && from < size; from += PART) {
            whole = part(connection, from, Math.min(size, from + PART), frontier, heads, erased, findings);
        }
        erased.stray(findings);
        lost(connection, findings);
        return new Result(size, findings.words());
    }

    /** What is wrong, up to a number. */
    static final class Findings {
        private final List<String> words = new ArrayList<>();

        void add(String what) {
            if (words.size() < MOST) {
                words.add(what);
            }
        }

        List<String> words() {
            return List.copyOf(words);
        }
    }

    private static KeyHistory keys(Connection connection, Findings findings) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(KEYS); ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                findings.add(rows.getString(1));
            }
        }
        try {
            return Checkpoints.history(connection);
        } catch (Unproven | Malformed broken) {
            findings.add("The history of keys does not hold: " + broken.getMessage() + ".");
            return null;
        }
    }

    /** @return whether the tree can be worked out any further */
    private boolean part(Connection connection, long from, long to, Frontier frontier, SignedHeads heads,
            ErasedTexts erased, Findings findings) throws SQLException {
        Map<String, Hash> nodes = nodes(connection, from, to);
        heads.load(from + 1, to);
        try (PreparedStatement asked = connection.prepareStatement(ENTRIES)) {
            asked.setLong(1, from);
            asked.setLong(2, to);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    entry(rows, frontier, nodes, erased, findings);
                    heads.at(frontier);
                }
            }
        }
        if (frontier.size() != to) {
            findings.add("Leaves are missing before index " + to + ".");
        }
        return frontier.size() == to;
    }

    private void entry(ResultSet row, Frontier frontier, Map<String, Hash> nodes, ErasedTexts erased,
            Findings findings)
            throws SQLException {
        EntryRow entry = EntryRow.of(row);
        Hash kept = Hash.of(row.getBytes("hash"));
        String named = "Entry " + row.getLong("entry_id");
        if (row.getLong("idx") != frontier.size()) {
            findings.add(named + " has the index " + row.getLong("idx") + ", which does not follow.");
        }
        if (entry.body() == null) {
            findings.add(named + " is gone.");
        } else if (!Hash.leaf(entry.body().getBytes(StandardCharsets.UTF_8)).equals(kept)) {
            findings.add(named + " is not what went into the tree: its body has been altered.");
        } else {
            judge.judge(entry, erased).forEach(what -> findings.add(named + ": " + what));
        }
        frontier.append(kept, (level, n, hash) -> {
            if (!hash.equals(nodes.get(level + "/" + n))) {
                findings.add("Hash " + n + " of the tiles of level " + level + " is not that of the leaves under it.");
            }
        });
    }

    /** The hashes of the tiles above the leaves that are completed between two sizes. */
    private static Map<String, Hash> nodes(Connection connection, long from, long to) throws SQLException {
        Map<String, Hash> nodes = new HashMap<>();
        try (PreparedStatement asked = connection.prepareStatement(NODES)) {
            asked.setLong(1, from);
            asked.setLong(2, to);
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    nodes.put(rows.getInt(1) + "/" + rows.getLong(2), Hash.of(rows.getBytes(3)));
                }
            }
        }
        return nodes;
    }

    private static void lost(Connection connection, Findings findings) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(LOST); ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                findings.add("Entry " + rows.getLong(1) + " has no index and does not wait for one.");
            }
        }
    }
}
