package org.claimdesk.standards.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.claimdesk.people.Desk;

/**
 * The answer to a question: the numbers, and a picture of the same numbers.
 *
 * @param said what it comes to, in a sentence
 * @param rows a cell for each column: text, a whole number, a {@code Double}, a {@code BigDecimal} where every digit of it is
 *             shown, or null where there is nothing to say; no rows where there is nothing yet
 */
public record Figure(String said, List<Column> columns, List<List<Object>> rows, Picture picture) {

    /**
     * @param name  in CSV and JSON
     * @param label in the table
     */
    public record Column(String name, String label) {
        static Column of(String name) {
            return new Column(name, name.replace('_', ' '));
        }
    }

    public static List<Column> columns(String... names) {
        return List.of(names).stream().map(Column::of).toList();
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    /** The rows as the table shows them. */
    public List<List<String>> lines() {
        return rows.stream().map(row -> row.stream().map(Figure::shown).toList()).toList();
    }

    /** The rows as JSON has them, by the names of the columns. */
    public List<Map<String, Object>> named() {
        return rows.stream().map(row -> {
            Map<String, Object> named = new LinkedHashMap<>();
            IntStream.range(0, columns.size()).forEach(i -> named.put(columns.get(i).name(), row.get(i)));
            return named;
        }).toList();
    }

    /** A desk by its name, a {@code Double} with one decimal. */
    static String shown(Object cell) {
        if (cell == null) {
            return "–";
        }
        if (cell instanceof Double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
        String text = cell.toString();
        return text.startsWith("/desks/") ? Desk.nameOf(text) : text;
    }
}
