package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.claimdesk.bench.Recording.Asked;
import org.claimdesk.bench.Recording.Transaction;

/**
 * An act as the SQL it is made of, to be done again without the service: the statements that were recorded, with the values
 * that differ from time to time put in anew. Which ones differ is told by two recordings of the same act on one claim.
 */
final class Recipe {

    private static final Pattern NEXT = Pattern.compile("nextval\\('([a-z_]+)'\\)");
    private static final Pattern RETURNING = Pattern.compile("insert into ([a-z_]+) .* returning id", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<=\":)\\d{1,18}(?=[,}])");
    private static final Pattern AT = Pattern.compile("\"at\":\"[^\"]*\"");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*");

    private final List<List<Step>> transactions = new ArrayList<>();
    private final Blocks blocks = new Blocks();

    /** What one recording knows of itself: the version before it, and what it was given by each sequence, in order. */
    record Known(int version, Map<String, List<Long>> sequences) {
        /** Just after it was recorded, and before anybody else takes a number. */
        static Known after(Connection database, int version, List<Transaction> recorded) throws SQLException {
            Known known = nothing(version);
            Map<String, Long> taken = fixed(recorded).sequences()
                    .stream()
                    .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
            for (Map.Entry<String, Long> one : taken.entrySet()) {
                try (Statement statement = database.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select last_value, increment_by from pg_sequences where sequencename = '"
                                        + one.getKey() + "'")) {
                    row.next();
                    for (long left = one.getValue() - 1; left >= 0; left--) {
                        known.given(one.getKey(), row.getLong(1) - left * row.getLong(2));
                    }
                }
            }
            return known;
        }

        private static Known nothing(int version) {
            return new Known(version, new HashMap<>());
        }

        private void given(String sequence, long number) {
            sequences.computeIfAbsent(sequence, name -> new ArrayList<>()).add(number);
        }
    }

    /** What is put in place of a value. */
    @FunctionalInterface
    private interface Value {
        String of(Known now, Instant at);
    }

    private record Step(String sql, String sequence, List<Value> values) {}

    private Recipe() {}

    /** Something that is the same every time. */
    static Recipe fixed(List<Transaction> recorded) {
        Known nothing = Known.nothing(0);
        return of(recorded, nothing, recorded, nothing);
    }

    static Recipe of(List<Transaction> first, Known one, List<Transaction> second, Known other) {
        Recipe recipe = new Recipe();
        for (int t = 0; t < first.size(); t++) {
            List<Step> steps = new ArrayList<>();
            for (int s = 0; s < first.get(t).asked().size(); s++) {
                Asked asked = first.get(t).asked().get(s);
                Asked again = second.get(t).asked().get(s);
                if (!asked.sql().equals(again.sql())) {
                    throw new IllegalStateException("not the same twice: " + asked.sql() + "\n" + again.sql());
                }
                List<Value> values = new ArrayList<>();
                for (int v = 0; v < asked.values().size(); v++) {
                    values.add(recipe.value(asked.values().get(v), one, again.values().get(v), other));
                }
                steps.add(new Step(jdbc(asked.sql()), sequence(asked.sql()), values));
            }
            recipe.transactions.add(steps);
        }
        return recipe;
    }

    /** The sequence whose next number a statement answers with, or null. */
    private static String sequence(String sql) {
        Matcher next = NEXT.matcher(sql);
        if (next.find()) {
            return next.group(1);
        }
        Matcher returning = RETURNING.matcher(sql);
        return returning.find() ? returning.group(1) + "_seq" : null;
    }

    private static String jdbc(String sql) {
        return sql.replace("?", "??").replaceAll("\\$\\d+", "?");
    }

    private Value value(String before, Known one, String after, Known other) {
        if (before == null || before.equals(after)) {
            return (now, at) -> before;
        }
        if (TIME.matcher(before).matches()) {
            return (now, at) -> at.toString();
        }
        if (before.startsWith("{\"act\"")) {
            return entry(before, one, after, other);
        }
        // Salts, and what is made of them: one is as good as the other.
        return before.matches("\\d{1,18}") ? number(before, one, after, other) : (now, at) -> before;
    }

    /** One that a sequence gave, or is in a block that it gave. Else the version, or neither. */
    private Value number(String before, Known one, String after, Known other) {
        long first = Long.parseLong(before);
        long second = Long.parseLong(after);
        for (String sequence : one.sequences().keySet()) {
            List<Long> its = one.sequences().get(sequence);
            int at = its.lastIndexOf(first);
            if (at >= 0 && other.sequences().get(sequence).get(at) == second) {
                return (now, time) -> Long.toString(now.sequences().get(sequence).get(at));
            }
            if (Blocks.have(its, first) && Blocks.have(other.sequences().get(sequence), second)) {
                blocks.need(sequence, Blocks.width(its));
                return (now, time) -> Long.toString(blocks.next(sequence));
            }
        }
        long step = first - one.version();
        return second - other.version() == step
                ? (now, at) -> Long.toString(now.version() + step)
                : (now, at) -> before;
    }

    /** Its time is the present one, and so are the numbers in it that are not the same twice. */
    private Value entry(String before, Known one, String after, Known other) {
        List<String> texts = new ArrayList<>();
        List<Value> numbers = new ArrayList<>();
        Matcher first = NUMBER.matcher(before);
        Matcher second = NUMBER.matcher(after);
        int from = 0;
        while (first.find() && second.find()) {
            if (!first.group().equals(second.group())) {
                texts.add(before.substring(from, first.start()));
                numbers.add(number(first.group(), one, second.group(), other));
                from = first.end();
            }
        }
        String rest = before.substring(from);
        return (now, at) -> {
            StringBuilder said = new StringBuilder();
            for (int i = 0; i < numbers.size(); i++) {
                said.append(texts.get(i)).append(numbers.get(i).of(now, at));
            }
            return AT.matcher(said.append(rest)).replaceFirst("\"at\":\"" + at + "\"");
        };
    }

    /** How many statements it has, and in how many transactions. */
    int statements() {
        return transactions.stream().mapToInt(List::size).sum();
    }

    int transactions() {
        return transactions.size();
    }

    List<String> sequences() {
        return transactions.stream().flatMap(List::stream).map(Step::sequence).filter(name -> name != null).toList();
    }

    /**
     * Does it once.
     *
     * @param version of the claim before it
     * @param undone  whether it is rolled back, where doing it twice would be refused
     */
    void run(Connection connection, Map<String, PreparedStatement> prepared, int version, boolean undone)
            throws SQLException {
        Known now = Known.nothing(version);
        Instant at = Instant.now();
        blocks.fill(connection);
        for (List<Step> steps : transactions) {
            for (int s = 0; s < steps.size(); s++) {
                Step step = steps.get(s);
                if (blocks.of(step.sequence())) {
                    continue;
                }
                PreparedStatement statement = prepared.get(step.sql());
                if (statement == null) {
                    statement = connection.prepareStatement(step.sql());
                    prepared.put(step.sql(), statement);
                }
                for (int i = 0; i < step.values().size(); i++) {
                    statement.setObject(i + 1, step.values().get(i).of(now, at), Types.OTHER);
                }
                boolean before = s > 0 && batched(steps.get(s - 1), step);
                boolean after = s < steps.size() - 1 && batched(step, steps.get(s + 1));
                if (before || after) {
                    statement.addBatch();
                    if (!after) {
                        statement.executeBatch();
                    }
                } else if (statement.execute()) {
                    drain(statement, step, now);
                }
            }
            if (undone) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
    }

    /** The same insert again and again goes to the database together, as the service sends it. */
    private static boolean batched(Step one, Step next) {
        return one.sql().equals(next.sql()) && one.sequence() == null && one.sql().startsWith("insert into ");
    }

    private static void drain(PreparedStatement statement, Step step, Known now) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                if (step.sequence() != null) {
                    now.given(step.sequence(), rows.getLong(1));
                }
            }
        }
    }
}
