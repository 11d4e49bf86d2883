package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.tlog.SigningKey;

/**
 * Gives entries their indices, one instance at a time. The lock belongs to the transaction of a step: an instance that dies
 * has it no longer, and what it had begun is undone by the database.
 *
 * <p>
 * Order: an entry whose act began after another's was committed has the larger id, and is never seen without it. A step
 * takes what it sees by id, so the later one never comes first. Of acts at the same time neither is first.
 */
@ApplicationScoped
class Sequencer {

    /** Any number that nothing else locks in this database. */
    static final long LOCK = 0x6C65_6467_6572L;
    private static final String WORK = "select pg_try_advisory_xact_lock(" + LOCK
            + ") where exists (select from unsequenced)"
            + " or not exists (select from checkpoint)";
    private static final String KEY = "select vkey from log_key order by number desc limit 1";

    private final LedgerDatabase database;
    private final LogKeys keys;
    private final Clock clock;

    Sequencer(LedgerDatabase database, LogKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes one step where there is work and no other instance is at it.
     *
     * @return how many entries got their index
     * @throws IllegalStateException where the key of this instance is not the log's
     */
    int step() {
        return database.transaction(connection -> step(connection, keys.key()));
    }

    /** Takes steps until nothing waits, or another instance is at it. @return how many entries got their index */
    int run() {
        int all = 0;
        for (int taken = step(); taken > 0; taken = step()) {
            all += taken;
        }
        return all;
    }

    int step(Connection connection, SigningKey key) throws SQLException {
        if (!begin(connection)) {
            return 0;
        }
        if (!current(connection).equals(key.verifier().toString())) {
            throw new IllegalStateException("the signing key of this instance is not the ledger's: " + key.verifier());
        }
        return new Growth(connection, List.of(key), clock.instant()).step();
    }

    private static boolean begin(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(WORK); ResultSet row = asked.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String current(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(KEY); ResultSet row = asked.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
