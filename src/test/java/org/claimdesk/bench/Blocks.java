package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Numbers of sequences that give a block at once, its first number: what is left of one is used the next time, as Hibernate has it. */
final class Blocks {

    private final Map<String, Deque<Long>> left = new HashMap<>();
    private final Map<String, Integer> needed = new HashMap<>();
    private final Map<String, Long> widths = new HashMap<>();

    /** @param given what a sequence gave, in order */
    static long width(List<Long> given) {
        return given.size() < 2 ? 1 : given.get(1) - given.get(0);
    }

    /** Whether a number is in one of these blocks, or was left of the one before. */
    static boolean have(List<Long> given, long number) {
        long width = width(given);
        return width > 1 && number >= given.get(0) - width && number < given.get(given.size() - 1) + width;
    }

    /** One more number of this sequence is needed each time. */
    void need(String sequence, long width) {
        needed.merge(sequence, 1, Integer::sum);
        widths.put(sequence, width);
        left.computeIfAbsent(sequence, name -> new ArrayDeque<>());
    }

    /** Whether this sequence is asked here, and not where it was recorded. */
    boolean of(String sequence) {
        return sequence != null && left.containsKey(sequence);
    }

    /** Takes as many blocks as are needed for one time. */
    void fill(Connection connection) throws SQLException {
        for (Map.Entry<String, Deque<Long>> one : left.entrySet()) {
            while (one.getValue().size() < needed.get(one.getKey())) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select nextval('" + one.getKey() + "')")) {
                    row.next();
                    long first = row.getLong(1);
                    LongStream.range(first, first + widths.get(one.getKey())).forEach(one.getValue()::add);
                }
            }
        }
    }

    long next(String sequence) {
        return left.get(sequence).remove();
    }
}
