package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalDouble;

import org.awaitility.Awaitility;

/** The service's own daily check of the whole ledger, waited for so that it is not at work while something is measured. */
final class Sound {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String LATELY = """
            select size, extract(epoch from finished_at - begun_at), findings::text from self_check
             where finished_at > now() - interval '20 hours' order by id desc limit 1""";

    private Sound() {}

    /**
     * Waits until the ledger is checked, where it was not lately.
     *
     * @return entries a second; empty where there was nothing to wait for
     * @throws IllegalStateException where something is wrong with it: the archive was written as the service would not
     */
    static OptionalDouble checked(Connection superuser) throws SQLException {
        if (!Double.isNaN(lately(superuser))) {
            return OptionalDouble.empty();
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !Double.isNaN(lately(superuser)));
        return OptionalDouble.of(lately(superuser));
    }

    private static double lately(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(LATELY)) {
            if (!row.next()) {
                return Double.NaN;
            }
            if (!row.getString(3).equals("[]")) {
                throw new IllegalStateException(row.getString(3));
            }
            return row.getLong(1) / row.getDouble(2);
        }
    }
}
