package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.bench.Recording.Asked;
import org.claimdesk.bench.Recording.Transaction;

/**
 * An act as the SQL it is made of, to be done again without the service: the statements that were recorded, with the values
 * that differ from time to time put in anew. Which ones differ is told by two recordings of the same act on one claim.
 */
final class Recipe {

    private static final Pattern NEXT = Pattern.compile("nextval\\('([a-z_]+)'\\)");
    private static final Pattern RETURNING = Pattern.compile("insert into ([a-z_]+) .* returning id", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*");

    private final List<List<Step>> transactions = new ArrayList<>();

    /** What one recording knows of itself: the version before it, and where sequences stood after it. */
    record Known(int version, Map<String, Long> sequences) {}

    /** What is put in place of a value. */
    @FunctionalInterface
    private interface Value {
        String of(Known now, Instant at);
    }

    private record Step(String sql, String sequence, List<Value> values) {}

    private Recipe() {}

    /** Something that is the same every time. */
    static Recipe fixed(List<Transaction> recorded) {
        Known nothing = new Known(0, Map.of());
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
                    values.add(value(asked.values().get(v), one, again.values().get(v), other));
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

    private static Value value(String before, Known one, String after, Known other) {
        if (before == null || before.equals(after)) {
            return (now, at) -> before;
        }
        if (TIME.matcher(before).matches()) {
            return (now, at) -> at.toString();
        }
        if (before.startsWith("{\"act\"")) {
            return (now, at) -> entry(before, one, now, at);
        }
        if (before.matches("\\d{1,18}")) {
            for (String sequence : one.sequences().keySet()) {
                if (Long.parseLong(before) == one.sequences().get(sequence)
                        && Long.parseLong(after) == other.sequences().get(sequence)) {
                    return (now, at) -> now.sequences().get(sequence).toString();
                }
            }
            long step = Long.parseLong(before) - one.version();
            if (Long.parseLong(after) - other.version() == step) {
                return (now, at) -> Long.toString(now.version() + step);
            }
        }
        // Salts, and what is made of them: one is as good as the other.
        return (now, at) -> before;
    }

    private static String entry(String body, Known one, Known now, Instant at) {
        String said = body.replace("\"version\":" + (one.version() + 1), "\"version\":" + (now.version() + 1))
                .replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"" + at + "\"");
        Long piece = one.sequences().get("evidence_seq");
        return piece == null
                ? said
                : said.replace("\"evidence\":" + piece, "\"evidence\":" + now.sequences().get("evidence_seq"));
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

    /** Does it once. @param version of the claim before it */
    void run(Connection connection, Map<String, PreparedStatement> prepared, int version) throws SQLException {
        Known now = new Known(version, new HashMap<>());
        Instant at = Instant.now();
        for (List<Step> steps : transactions) {
            for (Step step : steps) {
                PreparedStatement statement = prepared.get(step.sql());
                if (statement == null) {
                    statement = connection.prepareStatement(step.sql());
                    prepared.put(step.sql(), statement);
                }
                for (int i = 0; i < step.values().size(); i++) {
                    statement.setObject(i + 1, step.values().get(i).of(now, at), Types.OTHER);
                }
                if (statement.execute()) {
                    drain(statement, step, now);
                }
            }
            connection.commit();
        }
    }

    private static void drain(PreparedStatement statement, Step step, Known now) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                if (step.sequence() != null) {
                    now.sequences().put(step.sequence(), rows.getLong(1));
                }
            }
        }
    }
}
