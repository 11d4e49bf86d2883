package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.awaitility.Awaitility;

/** How fast the running service gives entries their place in the tree. */
final class Chain {

    private static final int ENTRIES = 100_000;
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

    private Chain() {}

    /** @return entries a second */
    static double integrate(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            settled(statement);
            statement.execute(WRITE);
            long begun = System.nanoTime();
            settled(statement);
            return ENTRIES * 1e9 / (System.nanoTime() - begun);
        }
    }

    private static void settled(Statement statement) {
        Awaitility.await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(20)).until(() -> {
            try (ResultSet row = statement.executeQuery("select exists (select from unsequenced)")) {
                return row.next() && !row.getBoolean(1);
            }
        });
    }
}
