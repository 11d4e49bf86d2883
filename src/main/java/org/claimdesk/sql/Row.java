package org.claimdesk.sql;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;

/** A row that was read, with values of the types that {@link Rows} names. */
final class Row implements Tuple {

    private final Columns columns;
    private final Object[] values;

    private Row(Columns columns, Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    static Row of(Columns columns, ResultSet result) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(result.getObject(i + 1));
        }
        return new Row(columns, values);
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Timestamp moment) {
            return moment.toInstant();
        }
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        return value instanceof Array array ? array.getArray() : value;
    }

    @Override
    public Object get(int column) {
        return values[column];
    }

    @Override
    public <X> X get(int column, Class<X> type) {
        return type.cast(values[column]);
    }

    @Override
    public Object get(String name) {
        return values[columns.at(name)];
    }

    @Override
    public <X> X get(String name, Class<X> type) {
        return type.cast(values[columns.at(name)]);
    }

    @Override
    public <X> X get(TupleElement<X> element) {
        throw new UnsupportedOperationException("columns are asked for by name or place");
    }

    @Override
    public Object[] toArray() {
        return values.clone();
    }

    @Override
    public List<TupleElement<?>> getElements() {
        throw new UnsupportedOperationException("columns are asked for by name or place");
    }
}
