package org.claimdesk.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Reads rows of plain SQL: what a page needs, in one statement, past the entities. It goes through Hibernate's connection and
 * transaction, but not through its queries, which work out anew for every execution what the columns are; that was a fifth
 * of the time of an act (docs/performance.md). A list in {@code any(?1)} is put so that PostgreSQL plans once for all lists.
 */
public final class Rows {

    private Rows() {}

    /**
     * Values come as Long, Integer, Double, BigDecimal, Boolean, String, byte[], UUID, Instant (timestamptz), LocalDate (date)
     * or an array of these; a parameter is one of these too, null, or another type that the driver takes.
     *
     * @param parameters the values of ?1, ?2 …
     */
    public static List<Tuple> of(EntityManager database, String sql, Object... parameters) {
        Statement statement = Statement.of(sql, parameters);
        SharedSessionContractImplementor session = database.unwrap(SharedSessionContractImplementor.class);
        // What an act has changed so far is seen by what it asks.
        if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
        JdbcCoordinator jdbc = session.getJdbcCoordinator();
        PreparedStatement prepared = jdbc.getStatementPreparer().prepareStatement(statement.sql());
        try {
            statement.bind(prepared, parameters);
            return read(jdbc.getResultSetReturn().extract(prepared, statement.sql()));
        } catch (SQLException unreadable) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(unreadable, "rows cannot be read", sql);
        } finally {
            jdbc.getLogicalConnection().getResourceRegistry().release(prepared);
            jdbc.afterStatementExecution();
        }
    }

    /**
     * Reads many times while nothing is changed: what has been changed so far is written first, and not looked for again before each
     * statement, which takes as long as some of them.
     */
    public static <T> T unchanged(EntityManager database, Supplier<T> reading) {
        Session session = database.unwrap(Session.class);
        session.flush();
        FlushMode mode = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            return reading.get();
        } finally {
            session.setHibernateFlushMode(mode);
        }
    }

    private static List<Tuple> read(ResultSet result) throws SQLException {
        List<Tuple> rows = new ArrayList<>();
        Columns columns = Columns.of(result.getMetaData());
        while (result.next()) {
            rows.add(Row.of(columns, result));
        }
        return rows;
    }

    public static String text(Tuple row, int column) {
        return row.get(column, String.class);
    }

    /** The constant of that name, or null. */
    public static <E extends Enum<E>> E constant(Class<E> type, Tuple row, int column) {
        String name = text(row, column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
