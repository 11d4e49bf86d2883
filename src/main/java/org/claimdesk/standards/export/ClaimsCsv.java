package org.claimdesk.standards.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Claims with their verdicts as CSV (RFC 4180), a line for each verdict and one for a claim without any. What a verdict
 * reasons and what stands behind a claim is not in it: that may name whom it must not.
 */
@ApplicationScoped
class ClaimsCsv {

    private static final String[] COLUMNS = {"article", "headline", "published", "claim", "desk", "revision", "words",
            "placement", "type", "risk", "state", "dropped", "marked_at", "deadline", "assignee", "evidence", "verdict",
            "rating", "verified_words", "given_by", "given_at", "ended", "ended_at"};
    /** From here on it is the verdict. */
    private static final int VERDICT = List.of(COLUMNS).indexOf("verdict");
    private static final String ROWS = """
            select c.article_id, a.headline, exists (select from publication u where u.article_id = a.id) as published, c.id, c.desk,
                   c.revision, c.exact, c.placement, c.type, c.risk, c.state, c.dropped_at is not null as dropped, c.marked_at,
                   c.deadline, p.name as assignee, c.evidence, v.id as verdict, v.rating, v.words, g.name as given_by, v.given_at,
                   v.ended, v.ended_at
              from claim c join article a on a.id = c.article_id left join person p on p.id = c.assignee
              left join verdict v on v.claim_id = c.id left join person g on g.id = v.given_by
             where (? = 0 or c.article_id = ?) and (? = '' or c.desk = ?) and c.marked_at >= ? and c.marked_at < ?
             order by c.id, v.id""";
    /** What a spreadsheet would take for a formula, also in the wide letters of East Asian keyboards. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private final Cursor cursor;

    ClaimsCsv(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * @param article 0 for all
     * @param desk    empty for all
     * @param from    claims marked then or later
     * @param until   claims marked before then
     * @param hidden  claims whose verdicts are left out
     */
    void write(OutputStream out, long article, String desk, Instant from, Instant until, Set<Long> hidden)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord((Object[]) COLUMNS);
        cursor.each(ROWS, row -> csv.printRecord(cells(row, hidden)), article, article, desk, desk,
                from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC));
        csv.flush();
    }

    private static Object[] cells(ResultSet row, Set<Long> hidden) throws SQLException {
        Object[] cells = new Object[COLUMNS.length];
        int shown = hidden.contains(row.getLong("id")) ? VERDICT : cells.length;
        for (int i = 0; i < shown; i++) {
            cells[i] = switch (COLUMNS[i]) {
                case "marked_at", "deadline", "given_at", "ended_at" ->
                    time(row.getObject(i + 1, OffsetDateTime.class));
                case "published", "dropped" -> row.getBoolean(i + 1) ? "yes" : "no";
                default -> guarded(row.getString(i + 1));
            };
        }
        return cells;
    }

    private static String time(OffsetDateTime at) {
        return at == null ? "" : at.toInstant().toString();
    }

    /** Text that looks like a formula gets an apostrophe in front, which keeps it text. */
    static String guarded(String cell) {
        return cell != null && FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
