package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.KeyHistory;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.VerifierKey;

/** What the log has published of itself: checkpoints, and the keys that signed them. */
@ApplicationScoped
public class Checkpoints {

    private static final String COLUMNS = "select c.size, c.root, c.signed_at, c.note || coalesce((select"
            + " string_agg(s.line, '' order by s.witness) from cosignature s where s.size = c.size), '') from checkpoint c";
    private static final String NEWEST = COLUMNS + " order by c.size desc limit 1";
    private static final String AT = COLUMNS + " where c.size = ?";
    private static final String KEYS = "select k.vkey, coalesce(l.idx + 1, k.since_size), k.since, k.handover, k.entry_id,"
            + " l.idx from log_key k left join leaf l on l.entry_id = k.entry_id order by k.number";

    private final LedgerDatabase database;

    Checkpoints(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * A key as it is shown. That it signs from a size on follows from where its entry is in the tree, so anybody can prove it.
     *
     * @param sinceSize one more than the index of its entry: checkpoints that have the entry in them are signed by it
     * @param handover  the note in which the key before names it; null, as entry and index are, for the first
     * @param entry     the entry {@code KEY} in which the note stands
     */
    public record Key(String vkey, long sinceSize, Instant since, String handover, Long entry, Long index) {}

    /** Empty for the second before the first one is signed. */
    Optional<Signed> newest() {
        return database.transaction(Checkpoints::newest);
    }

    /** The one over exactly so many entries, if there was one. */
    Optional<Signed> at(long size) {
        return database.transaction(connection -> at(connection, size));
    }

    static Optional<Signed> newest(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(NEWEST)) {
            return one(asked);
        }
    }

    static Optional<Signed> at(Connection connection, long size) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(AT)) {
            asked.setLong(1, size);
            return one(asked);
        }
    }

    private static Optional<Signed> one(PreparedStatement asked) throws SQLException {
        try (ResultSet row = asked.executeQuery()) {
            return row.next()
                    ? Optional.of(new Signed(row.getLong(1), Hash.of(row.getBytes(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(), row.getString(4)))
                    : Optional.empty();
        }
    }

    /** The first one first. */
    List<Key> keys() {
        return database.transaction(Checkpoints::keys);
    }

    /** The same, with every hand-over followed. @throws org.claimdesk.tlog.Unproven where one does not hold */
    static KeyHistory history(Connection connection) throws SQLException {
        List<KeyHistory.Held> held = new ArrayList<>();
        for (Key key : keys(connection)) {
            held.add(new KeyHistory.Held(VerifierKey.parse(key.vkey()), key.sinceSize(),
                    key.handover() == null ? null : Note.parse(key.handover())));
        }
        return KeyHistory.follow(held);
    }

    static List<Key> keys(Connection connection) throws SQLException {
        List<Key> keys = new ArrayList<>();
        try (PreparedStatement asked = connection.prepareStatement(KEYS); ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getLong(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(), rows.getString(4),
                        rows.getObject(5, Long.class), rows.getObject(6, Long.class)));
            }
        }
        return keys;
    }
}
