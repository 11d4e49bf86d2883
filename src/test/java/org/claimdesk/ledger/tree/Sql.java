package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.claimdesk.local.NewsroomServers;

/** The database of the tests past the service. */
final class Sql {

    private Sql() {}

    /** Whoever owns the schema. */
    static Connection owner() throws SQLException {
        return as(environment("CLAIMDESK_DB_OWNER"), environment("CLAIMDESK_DB_OWNER_PASSWORD"));
    }

    /** The role that the service runs as. */
    static Connection service() throws SQLException {
        return as(environment("CLAIMDESK_DB_USER"), environment("CLAIMDESK_DB_PASSWORD"));
    }

    /** Whoever may do everything in the database. */
    static Connection superuser() throws SQLException {
        return as("postgres", "postgres");
    }

    private static Connection as(String user, String password) throws SQLException {
        Properties who = new Properties();
        who.put("user", user);
        who.put("password", password);
        return DriverManager.getConnection(environment("CLAIMDESK_DB_URL"), who);
    }

    private static String environment(String name) {
        Map<String, String> environment = NewsroomServers.running().environment();
        return environment.get(name);
    }

    /** Does it in one transaction. */
    static void run(Connection as, String sql) throws SQLException {
        try (Connection connection = as; Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }

    static List<List<Object>> rows(String sql) throws SQLException {
        List<List<Object>> all = new ArrayList<>();
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getObject(i));
                }
                all.add(row);
            }
        }
        return all;
    }

    static long number(String sql) throws SQLException {
        return ((Number) rows(sql).get(0).get(0)).longValue();
    }
}
