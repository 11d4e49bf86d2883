package org.claimdesk.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Thousands of claims in seconds: two that went through the API, again on every other sentence of their article. */
final class Twins {

    private static final String SQL = "/org/claimdesk/journey/twins.sql";

    private final String database;

    /** @param environment of the service; its database is the test's own, on a server that trusts this machine */
    Twins(Map<String, String> environment) {
        this.database = environment.get("CLAIMDESK_DB_URL");
    }

    /**
     * Writes them past the use cases and the triggers, with entries and commitments as the service writes them. They get
     * their indices from the service.
     *
     * @param every so many sentences one is a twin of the second
     */
    void of(long first, long second, int every) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(database, "postgres", "");
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("set local twins.first = " + first);
            statement.execute("set local twins.second = " + second);
            statement.execute("set local twins.every = " + every);
            statement.execute(script());
            superuser.commit();
            superuser.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    /** How many entries have no index yet. */
    long waiting() throws SQLException {
        try (Connection superuser = DriverManager.getConnection(database, "postgres", "");
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from unsequenced")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String script() {
        try (InputStream file = Twins.class.getResourceAsStream(SQL)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
