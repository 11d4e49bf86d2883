package org.claimdesk.sql;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The columns of a result by their names; a name that comes twice is the first. */
record Columns(int size, Map<String, Integer> byName) {

    static Columns of(ResultSetMetaData meta) throws SQLException {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < meta.getColumnCount(); i++) {
            byName.putIfAbsent(meta.getColumnLabel(i + 1), i);
        }
        return new Columns(meta.getColumnCount(), byName);
    }

    int at(String name) {
        Integer at = byName.get(name);
        if (at == null) {
            throw new IllegalArgumentException("there is no column " + name);
        }
        return at;
    }
}
