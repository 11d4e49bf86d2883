package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

/** What the database has done, by its own count. */
final class Counters {

    /** What PostgreSQL needs from its start on. */
    static final java.util.List<String> SETTINGS = java.util.List.of("shared_preload_libraries = 'pg_stat_statements'",
            "pg_stat_statements.max = 20000", "pg_stat_statements.track = 'top'");
    private static final Pattern CONSTANT = Pattern
            .compile("'(?:[^']++|'')*+'|\\$\\d+|\\b\\d+(?:\\.\\d+)?\\b|\\b(?i:true|false|null)\\b");
    private static final Pattern LISTED = Pattern.compile("\\(\\?(?:, ?\\?)*(?: /\\*, \\.\\.\\. \\*/)?\\)");
    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = current_database()";
    private static final String CALLS = """
            select s.query, sum(s.calls) from pg_stat_statements s join pg_roles r on r.oid = s.userid
             join pg_database d on d.oid = s.dbid where r.rolname = '%s' and d.datname = current_database()
             group by s.query""";

    /** The server tells of a transaction a second after it ended, at the latest. */
    private static final Duration TOLD = Duration.ofMillis(1200);
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Connection superuser;
    private final double anyway;
    private long wal;
    private long commits;
    private long begun;

    /** Sees first what is committed where nobody does anything. */
    Counters(Connection superuser) throws SQLException {
        this.superuser = superuser;
        try (Statement statement = superuser.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        start();
        Awaitility.await().pollDelay(QUIET).atMost(QUIET.multipliedBy(2)).until(() -> true);
        this.anyway = (number(COMMITS) - commits) / (double) QUIET.toSeconds();
    }

    /**
     * What was done since the start.
     *
     * @param calls   by the text of the statement
     * @param commits but for what is committed anyway
     * @param wal     bytes written ahead
     */
    record Done(Map<String, Long> calls, double commits, long wal) {}

    void start() throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
        wal = number(WAL);
        commits = number(COMMITS);
        begun = System.nanoTime();
    }

    /** @param role whose statements are told; commits and bytes are of all */
    Done stop(String role) throws SQLException {
        double seconds = (System.nanoTime() - begun) / 1e9;
        long written = number(WAL) - wal;
        Map<String, Long> calls = new TreeMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(CALLS.formatted(role))) {
            while (rows.next()) {
                calls.merge(plain(rows.getString(1)), rows.getLong(2), Long::sum);
            }
        }
        Awaitility.await().pollDelay(TOLD).until(() -> true);
        return new Done(calls, number(COMMITS) - commits - anyway * seconds, written);
    }

    /** The text without its constants: what was prepared before the count began is told with them, what came after without. */
    private static String plain(String sql) {
        return LISTED.matcher(CONSTANT.matcher(sql).replaceAll("?")).replaceAll("(?)");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
