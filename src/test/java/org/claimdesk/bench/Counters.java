package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the database has done, by its own count. */
final class Counters {

    /** What PostgreSQL needs from its start on. */
    static final java.util.List<String> SETTINGS = java.util.List.of("shared_preload_libraries = 'pg_stat_statements'",
            "pg_stat_statements.max = 20000", "pg_stat_statements.track = 'top'");
    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']++|'')*+'|\\$\\d+|\\b\\d+(?:\\.\\d+)?\\b|\\b(?i:true|false|null)\\b");
    private static final Pattern LISTED = Pattern.compile("\\(\\?(?:, ?\\?)*(?: /\\*, \\.\\.\\. \\*/)?\\)");
    private static final String CALLS = """
            select s.query, sum(s.calls) from pg_stat_statements s join pg_roles r on r.oid = s.userid
             join pg_database d on d.oid = s.dbid where r.rolname = '%s' and d.datname = current_database()
             group by s.query""";

    private final Connection superuser;
    private long begun;

    Counters(Connection superuser) throws SQLException {
        this.superuser = superuser;
        try (Statement statement = superuser.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /**
     * What was done since the start.
     *
     * @param calls by the text of the statement
     * @param wal   bytes written ahead
     */
    record Done(Map<String, Long> calls, long wal) {
        long commits() {
            return calls.getOrDefault("COMMIT", 0L);
        }
    }

    void start() throws SQLException {
        begun = wal();
        try (Statement statement = superuser.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** @param role whose statements are told */
    Done stop(String role) throws SQLException {
        Map<String, Long> calls = new TreeMap<>();
        try (Statement statement = superuser.createStatement(); ResultSet rows = statement.executeQuery(CALLS.formatted(role))) {
            while (rows.next()) {
                calls.merge(plain(rows.getString(1)), rows.getLong(2), Long::sum);
            }
        }
        return new Done(calls, wal() - begun);
    }

    /** The text without its constants: what was prepared before the count began is told with them, what came after without. */
    private static String plain(String sql) {
        return LISTED.matcher(CONSTANT.matcher(sql).replaceAll("?")).replaceAll("(?)");
    }

    private long wal() throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement
                        .executeQuery("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }
}
