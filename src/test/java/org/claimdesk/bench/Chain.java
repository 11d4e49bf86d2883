package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;

import org.awaitility.Awaitility;

/** How fast the running service gives entries their place in the tree. */
final class Chain {

    private static final int ENTRIES = 50_000;
    /** The first is of a service that has just been started, and is not counted. */
    private static final int ROUNDS = 6;
    /** Told by nobody but this measurement; the bodies are canonical, as all are. */
    private static final String WRITE = """
            insert into entry (at, person_id, role, act, article_id, body)
            select '2026-01-02T03:04:05Z', p.id, 'EDITOR', 'BULK', a.id,
                   '{"act":"BULK","article":' || a.id || ',"at":"2026-01-02T03:04:05Z","facts":{"digest":"'
                       || encode(sha256(convert_to(n::text, 'UTF8')), 'hex') || '","n":' || n || ',"of":"the measurement of how fast the'
                       || ' ledger takes entries, each of them about as long as one of an act is"},"person":"' || p.id
                       || '","role":"EDITOR","v":1}'
              from generate_series(1, %d) n, (select id from person where username = 'edith') p, (select max(id) as id from article) a"""
            .formatted(ENTRIES);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** What the sequencer writes for each entry, by one statement: PostgreSQL hashes it itself (RFC 6962, section 2.1). */
    private static final String LEAVES = """
            insert into leaf (idx, entry_id, hash)
            select %d + row_number() over (order by u.entry_id) - 1, u.entry_id,
                   sha256('\\x00'::bytea || convert_to(e.body, 'UTF8'))
              from unsequenced u join entry e on e.id = u.entry_id""";

    private Chain() {}

    /** How fast it is, and how fast the same rows are written by bare SQL; entries a second. */
    record Rates(double integrated, double floor) {}

    /** The medians of rounds. */
    static Rates integrate(Connection superuser) throws SQLException {
        double[] rates = new double[ROUNDS];
        double[] floors = new double[ROUNDS];
        try (Statement statement = superuser.createStatement()) {
            settled(statement);
            for (int round = 0; round < ROUNDS; round++) {
                long size = size(statement) + ENTRIES;
                statement.execute(WRITE);
                long begun = System.nanoTime();
                // The end of the tree is found at once; what waits is among all that has waited and is not yet cleared away.
                Awaitility.await().atMost(PATIENCE).pollInterval(MOMENT).until(() -> size(statement) >= size);
                rates[round] = ENTRIES * 1e9 / (System.nanoTime() - begun);
                floors[round] = floor(superuser);
                System.out.printf("  the ledger takes %,.0f entries a second, floor %,.0f%n", rates[round],
                        floors[round]);
            }
            // PostgreSQL would by itself, some time within what is measured next.
            statement.execute("vacuum unsequenced, leaf, entry");
        }
        return new Rates(median(rates), median(floors));
    }

    private static double median(double[] rates) {
        double[] counted = Arrays.stream(rates).skip(1).sorted().toArray();
        return counted[counted.length / 2];
    }

    /** In a transaction that nobody sees and that is undone; whoever wants to take entries meanwhile waits. */
    private static double floor(Connection superuser) throws SQLException {
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("lock table leaf in exclusive mode");
            statement.execute(WRITE);
            String leaves = LEAVES.formatted(size(statement));
            long begun = System.nanoTime();
            int taken = statement.executeUpdate(leaves);
            double rate = ENTRIES * 1e9 / (System.nanoTime() - begun);
            if (taken != ENTRIES) {
                throw new IllegalStateException(taken + " entries in place of " + ENTRIES);
            }
            return rate;
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    private static long size(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select coalesce(max(idx) + 1, 0) from leaf")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void settled(Statement statement) {
        Awaitility.await().atMost(PATIENCE).pollInterval(MOMENT).until(() -> {
            try (ResultSet row = statement.executeQuery("select exists (select from unsequenced)")) {
                return row.next() && !row.getBoolean(1);
            }
        });
    }
}
