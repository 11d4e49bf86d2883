package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;

/** The database as the tree uses it: plain SQL on one connection, in a transaction that is nobody else's. */
@ApplicationScoped
class LedgerDatabase {

    private final DataSource source;

    LedgerDatabase(DataSource source) {
        this.source = source;
    }

    /** Something done on one connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does it all or not at all. @throws LedgerFailure where the database refuses it or is away */
    <T> T transaction(Work<T> work) {
        return alone(connection -> {
            connection.setAutoCommit(false);
            return committed(connection, work);
        });
    }

    /** Does it statement by statement, on one connection. */
    <T> T alone(Work<T> work) {
        try {
            return QuarkusTransaction.suspendingExisting().call(() -> {
                try (Connection connection = source.getConnection()) {
                    return work.on(connection);
                } catch (SQLException failed) {
                    throw new LedgerFailure("the ledger's tree: " + failed.getMessage(), failed);
                }
            });
        } catch (QuarkusTransactionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException own ? own : wrapped;
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }
}
