package org.claimdesk.ledger.tree;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.claimdesk.people.Acting;
import org.claimdesk.tlog.Handover;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jboss.logging.Logger;

/**
 * Sees at the start that the ledger goes on with the key it has: the first one is written down; a new one is handed over to
 * by the one before it, or the service does not start.
 */
@ApplicationScoped
class Handing {

    /** As whom the service acts by itself; a row of person since V13. */
    private static final Logger LOG = Logger.getLogger(Handing.class);
    private static final String LAST = "select number, vkey from log_key order by number desc limit 1";

    private final LedgerDatabase database;
    private final LogKeys keys;
    private final Sequencer sequencer;
    private final ObjectMapper json;
    private final Clock clock;

    Handing(LedgerDatabase database, LogKeys keys, Sequencer sequencer, ObjectMapper json, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.sequencer = sequencer;
        this.json = json;
        this.clock = clock;
    }

    private record Last(int number, String vkey) {}

    void started(@Observes StartupEvent start) {
        ready(keys.key(), keys.before().orElse(null));
    }

    /**
     * Makes the key the ledger's.
     *
     * @param before the key before it, or null
     * @throws IllegalStateException where the ledger has another key, and that is not {@code before}
     */
    void ready(SigningKey key, SigningKey before) {
        boolean handed = database.transaction(connection -> {
            lock(connection);
            Last last = last(connection);
            if (last == null) {
                keep(connection, new Last(1, key.verifier().toString()), 0, null, null);
                return true;
            }
            return last.vkey().equals(key.verifier().toString());
        });
        if (!handed) {
            handOver(key, before);
        }
    }

    private void handOver(SigningKey key, SigningKey before) {
        if (before == null) {
            throw new IllegalStateException("CLAIMDESK_LEDGER_KEY and CLAIMDESK_LEDGER_ORIGIN are not those of this"
                    + " ledger. To hand over to a new key, give the old one as CLAIMDESK_LEDGER_KEY_BEFORE.");
        }
        // What waits is still signed for by the old key alone, so that the hand-over is the last of its entries.
        int taken = 1;
        while (taken > 0) {
            taken = database.transaction(connection -> {
                require(last(connection), before);
                return sequencer.step(connection, before);
            });
        }
        database.transaction(connection -> {
            lock(connection);
            Last last = last(connection);
            if (last.vkey().equals(key.verifier().toString())) {
                return null;
            }
            require(last, before);
            Note note = Handover.sign(before, key);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            long entry = append(connection, before.verifier(), key.verifier(), note, now);
            new Growth(connection, List.of(before, key), now).step();
            keep(connection, new Last(last.number() + 1, key.verifier().toString()), covered(connection, entry), note,
                    entry);
            LOG.infof("The ledger's key is handed over to %s", key.verifier());
            return null;
        });
    }

    private static void require(Last last, SigningKey before) {
        if (!last.vkey().equals(before.verifier().toString())) {
            throw new IllegalStateException(
                    "CLAIMDESK_LEDGER_KEY_BEFORE is not the key of this ledger, which is " + last.vkey());
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement asked = connection.createStatement()) {
            asked.execute("select pg_advisory_xact_lock(" + Sequencer.LOCK + ")");
        }
    }

    private static Last last(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(LAST); ResultSet row = asked.executeQuery()) {
            return row.next() ? new Last(row.getInt(1), row.getString(2)) : null;
        }
    }

    /** The size of the checkpoint that has the entry in it. */
    private static long covered(Connection connection, long entry) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("select max(c.size) from checkpoint c"
                + " where c.size > (select idx from leaf where entry_id = ?)")) {
            asked.setLong(1, entry);
            try (ResultSet row = asked.executeQuery()) {
                if (row.next() && row.getLong(1) > 0) {
                    return row.getLong(1);
                }
            }
        }
        throw new IllegalStateException("too much waits for the ledger to hand over its key; start again");
    }

    private void keep(Connection connection, Last key, long since, Note handover, Long entry) throws SQLException {
        try (PreparedStatement kept = connection
                .prepareStatement("insert into log_key (number, vkey, since_size, since,"
                        + " handover, entry_id) values (?, ?, ?, ?, ?, ?)")) {
            kept.setInt(1, key.number());
            kept.setString(2, key.vkey());
            kept.setLong(3, since);
            kept.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            kept.setString(5, handover == null ? null : handover.toString());
            kept.setObject(6, entry);
            kept.executeUpdate();
        }
    }

    private long append(Connection connection, VerifierKey before, VerifierKey after, Note note, Instant now)
            throws SQLException {
        String body = canonical(
                Map.of("v", 1, "act", "KEY", "person", Acting.SERVICE.id().toString(), "role", "SERVICE", "at",
                        now.toString(), "facts",
                        Map.of("before", before.toString(), "after", after.toString(), "handover", note.toString())));
        try (PreparedStatement kept = connection.prepareStatement(
                "insert into entry (at, person_id, role, act, body) values (?, ?, 'SERVICE', 'KEY', ?) returning id")) {
            kept.setObject(1, now.atOffset(ZoneOffset.UTC));
            kept.setObject(2, Acting.SERVICE.id());
            kept.setString(3, body);
            try (ResultSet row = kept.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private String canonical(Map<String, Object> body) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException("the hand-over of a key cannot be written", impossible);
        }
    }
}
