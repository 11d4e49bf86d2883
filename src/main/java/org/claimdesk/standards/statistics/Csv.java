package org.claimdesk.standards.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A figure as CSV (RFC 4180), the names of the columns first. */
final class Csv {

    /** What a spreadsheet would take for a formula, also in the wide letters of East Asian keyboards. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private Csv() {}

    static String of(Figure figure) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(figure.columns().stream().map(Figure.Column::name));
            for (List<Object> row : figure.rows()) {
                printer.printRecord(row.stream().map(Csv::guarded));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return csv.toString();
    }

    /** Text that looks like a formula gets an apostrophe in front, which keeps it text. */
    private static Object guarded(Object cell) {
        return cell instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : cell;
    }
}
