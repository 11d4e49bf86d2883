package org.claimdesk.sql;

import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Reads rows of plain SQL: what a page needs, in one statement, past the entities. */
public final class Rows {

    private Rows() {}

    /** @param parameters the values of ?1, ?2 … */
    public static List<Tuple> of(EntityManager database, String sql, Object... parameters) {
        Query query = database.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
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
