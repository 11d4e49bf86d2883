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
import org.claimdesk.local.KeptServers;

/** What the database has done, by its own count. */
final class Counters {

    /** What PostgreSQL needs from its start on. */
    static final java.util.List<String> SETTINGS = java.util.List.of("shared_preload_libraries = 'pg_stat_statements'",
            "pg_stat_statements.max = 20000", "pg_stat_statements.track = 'top'");
    private static final Pattern CONSTANT = Pattern
            .compile("'(?:[^']++|'')*+'|\\$\\d+|\\b\\d+(?:\\.\\d+)?\\b|\\b(?i:true|false|null)\\b");
    private static final Pattern LISTED = Pattern.compile("\\(\\?(?:, ?\\?)*(?: /\\*, \\.\\.\\. \\*/)?\\)");
    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
    /** Told by their beginnings: the driver's commits are none of the statements that are counted. */
    private static final String COMMITS = """
            select coalesce(sum(s.calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid
              join pg_database d on d.oid = s.dbid
             where r.rolname = '%s' and d.datname = current_database() and s.query = 'BEGIN'""";
    private static final String CALLS = """
            select s.query, sum(s.calls) from pg_stat_statements s join pg_roles r on r.oid = s.userid
             join pg_database d on d.oid = s.dbid where r.rolname = '%s' and d.datname = current_database()
             group by s.query""";
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final int PATIENCE = 100;
    private static final int STRAY = 10;

    private final Connection superuser;
    private final double anyway;
    private long wal;
    private long begun;

    /** Sees first what is committed where nobody does anything. */
    Counters(Connection superuser) throws SQLException {
        this.superuser = superuser;
        try (Statement statement = superuser.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        start();
        Awaitility.await().pollDelay(QUIET).atMost(QUIET.multipliedBy(2)).until(() -> true);
        this.anyway = commits(KeptServers.SERVICE) / (double) QUIET.toSeconds();
    }

    /**
     * What was done since the start.
     *
     * @param calls   by the text of the statement
     * @param commits but for what the service commits anyway
     * @param wal     bytes written ahead, by all
     */
    record Done(Map<String, Long> calls, double commits, long wal) {}

    /** Waits until nothing is committed but what is anyway: acts have an aftermath, such as the words of claims for the matching. */
    void quiet() throws SQLException {
        for (int looked = 0; looked < PATIENCE; looked++) {
            long before = commits(KeptServers.SERVICE);
            Awaitility.await().pollDelay(MOMENT).atMost(MOMENT.multipliedBy(2)).until(() -> true);
            if (commits(KeptServers.SERVICE) - before <= STRAY + 2 * anyway * MOMENT.toSeconds()) {
                return;
            }
        }
        throw new IllegalStateException("the service is never quiet");
    }

    void start() throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
        wal = number(WAL);
        begun = System.nanoTime();
    }

    /** @param role whose statements and commits are told */
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
        double background = role.equals(KeptServers.SERVICE) ? anyway * seconds : 0;
        return new Done(calls, commits(role) - background, written);
    }

    /** The text without its constants: what was prepared before the count began is told with them, what came after without. */
    private static String plain(String sql) {
        return LISTED.matcher(CONSTANT.matcher(sql).replaceAll("?")).replaceAll("(?)");
    }

    private long commits(String role) throws SQLException {
        return number(COMMITS.formatted(role));
    }

    private long number(String query) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
