package org.claimdesk.standards.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/** Reads rows a few hundred at a time, so that their number does not matter. */
@ApplicationScoped
class Cursor {

    private static final int AT_A_TIME = 200;
    private static final int LONGEST_SECONDS = 600;

    private final EntityManager database;

    Cursor(EntityManager database) {
        this.database = database;
    }

    /** What is done with each row. */
    interface Reader {
        void read(ResultSet row) throws SQLException, IOException;
    }

    /** Every row as it is at one moment, in a transaction of its own. @param parameters the values of ?, in their order */
    void each(String sql, Reader reader, Object... parameters) {
        QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .run(() -> database.unwrap(Session.class)
                        .doWork(connection -> each(connection, sql, reader, parameters)));
    }

    private static void each(Connection connection, String sql, Reader reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(sql)) {
            asked.setFetchSize(AT_A_TIME);
            for (int i = 0; i < parameters.length; i++) {
                asked.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
