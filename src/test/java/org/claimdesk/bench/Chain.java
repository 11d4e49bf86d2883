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
            select '2026-01-02T03:04:05Z', p.id, 'EDITOR', 'BULK', 1,
                   '{"act":"BULK","article":1,"at":"2026-01-02T03:04:05Z","facts":{"digest":"'
                       || encode(sha256(convert_to(n::text, 'UTF8')), 'hex') || '","n":' || n || ',"of":"the measurement of how fast the'
                       || ' ledger takes entries, each of them about as long as one of an act is"},"person":"' || p.id
                       || '","role":"EDITOR","v":1}'
              from generate_series(1, %d) n, (select id from person where username = 'edith') p"""
            .formatted(ENTRIES);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private Chain() {}

    /** @return entries a second, the median of rounds */
    static double integrate(Connection superuser) throws SQLException {
        double[] rates = new double[ROUNDS];
        try (Statement statement = superuser.createStatement()) {
            settled(statement);
            for (int round = 0; round < ROUNDS; round++) {
                long size = size(statement) + ENTRIES;
                statement.execute(WRITE);
                long begun = System.nanoTime();
                // The end of the tree is found at once; what waits is among all that has waited and is not yet cleared away.
                Awaitility.await().atMost(PATIENCE).pollInterval(MOMENT).until(() -> size(statement) >= size);
                rates[round] = ENTRIES * 1e9 / (System.nanoTime() - begun);
                System.out.printf("  the ledger takes %,.0f entries a second%n", rates[round]);
            }
            // PostgreSQL would by itself, some time within what is measured next.
            statement.execute("vacuum unsequenced");
        }
        double[] counted = Arrays.stream(rates).skip(1).sorted().toArray();
        return counted[counted.length / 2];
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
