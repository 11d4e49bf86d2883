package org.claimdesk.sql;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as JDBC takes it. A list in {@code any(?1)} is asked for by a question within the question: PostgreSQL would take a list
 * that it sees for a reason to plan anew each time, which takes longer than what is planned (ADR 35).
 *
 * @param sql        with a question mark for each parameter
 * @param parameters which of the values each is, from 0
 */
record Statement(String sql, int[] parameters) {

    private static final Pattern NUMBERED = Pattern.compile("any\\(\\?([1-9][0-9]?)\\)|\\?([1-9][0-9]?)");
    /** Texts that are put together of what is asked for are many, but not without end; past this none is kept. */
    private static final int MOST = 2_000;
    private static final Map<String, Statement> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Class<?>, String> ELEMENTS = Map.of(Long[].class, "bigint", Integer[].class, "integer",
            String[].class, "text", UUID[].class, "uuid");

    /**
     * @param numbered with ?1, ?2 …
     * @param values   of which lists have the same type each time
     */
    static Statement of(String numbered, Object... values) {
        Statement known = KNOWN.get(numbered);
        if (known == null) {
            known = parsed(numbered, values);
            if (KNOWN.size() < MOST) {
                KNOWN.put(numbered, known);
            }
        }
        return known;
    }

    private static Statement parsed(String numbered, Object[] values) {
        Matcher found = NUMBERED.matcher(numbered);
        List<Integer> order = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        while (found.find()) {
            boolean list = found.group(1) != null;
            int at = Integer.parseInt(found.group(list ? 1 : 2)) - 1;
            order.add(at);
            found.appendReplacement(sql, list ? "any((select ?)::" + ELEMENTS.get(values[at].getClass()) + "[])" : "?");
        }
        found.appendTail(sql);
        return new Statement(sql.toString(), order.stream().mapToInt(Integer::intValue).toArray());
    }

    void bind(PreparedStatement prepared, Object[] values) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(prepared, i + 1, values[parameters[i]]);
        }
    }

    private static void bind(PreparedStatement prepared, int at, Object value) throws SQLException {
        if (value instanceof Instant moment) {
            prepared.setObject(at, moment.atOffset(ZoneOffset.UTC));
        } else if (value != null && ELEMENTS.containsKey(value.getClass())) {
            Array array = prepared.getConnection().createArrayOf(ELEMENTS.get(value.getClass()), (Object[]) value);
            prepared.setArray(at, array);
        } else {
            prepared.setObject(at, value);
        }
    }
}
