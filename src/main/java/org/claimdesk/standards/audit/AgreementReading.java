package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Labels;
import org.claimdesk.claim.Rating;
import org.claimdesk.people.Desk;
import org.claimdesk.sql.Rows;

/** Counts audits against first verdicts, in one statement. */
@ApplicationScoped
public class AgreementReading {

    private static final String SQL = """
            select c.desk, v.rating as first, a.rating as second, count(*) as times
              from audit a join verdict v on v.id = a.verdict_id join claim c on c.id = a.claim_id
             where a.rating is not null and (cast(?1 as timestamptz) is null or v.given_at >= cast(?1 as timestamptz))
               and (cast(?2 as timestamptz) is null or v.given_at < cast(?2 as timestamptz))
             group by c.desk, v.rating, a.rating""";

    private final EntityManager database;

    AgreementReading(EntityManager database) {
        this.database = database;
    }

    /** Of what a row is. */
    enum Of {
        ALL, DESK, RATING
    }

    /** @param name of the desk or rating; empty for all */
    record Row(Of of, String name, Agreement agreement) {}

    /**
     * All, each desk and each rating, of verdicts first given in a time.
     *
     * @param since null for from the beginning
     * @param until null for until now
     */
    List<Row> of(Instant since, Instant until) {
        Map<String, long[][]> desks = tables(since, until);
        long[][] all = sum(desks.values());
        List<Row> rows = new ArrayList<>(List.of(new Row(Of.ALL, "", Agreement.of(all))));
        desks.forEach((desk, table) -> rows.add(new Row(Of.DESK, Desk.nameOf(desk), Agreement.of(table))));
        for (Rating rating : Rating.values()) {
            rows.add(new Row(Of.RATING, Labels.of(rating), Agreement.of(rating, all)));
        }
        return rows;
    }

    /**
     * Of each desk where something was audited, by its path, and of all by the empty one, which comes first; nothing of
     * nothing. Of verdicts first given in a time.
     */
    public SortedMap<String, Agreement> byDesk(Instant since, Instant until) {
        Map<String, long[][]> tables = tables(since, until);
        SortedMap<String, Agreement> found = new TreeMap<>();
        tables.forEach((desk, table) -> found.put(desk, Agreement.of(table)));
        if (!tables.isEmpty()) {
            found.put("", Agreement.of(sum(tables.values())));
        }
        return found;
    }

    private Map<String, long[][]> tables(Instant since, Instant until) {
        Map<String, long[][]> desks = new TreeMap<>();
        for (Tuple row : Rows.of(database, SQL, since, until)) {
            int first = Rows.constant(Rating.class, row, 1).ordinal();
            int second = Rows.constant(Rating.class, row, 2).ordinal();
            desks.computeIfAbsent(Rows.text(row, 0), desk -> table())[first][second] += row.get(3, Long.class);
        }
        return desks;
    }

    private static long[][] table() {
        return new long[Rating.values().length][Rating.values().length];
    }

    private static long[][] sum(Collection<long[][]> tables) {
        long[][] sum = table();
        for (long[][] table : tables) {
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[i][j] += table[i][j];
                }
            }
        }
        return sum;
    }

    /** As CSV (RFC 4180); what is not defined is empty. */
    static String csv(List<Row> rows) {
        StringBuilder csv = new StringBuilder(
                "of,name,audited,agreed,agreement,agreement_low,agreement_high,kappa,kappa_error,kappa_low,kappa_high,specific\r\n");
        for (Row row : rows) {
            Agreement found = row.agreement();
            csv.append(row.of().name().toLowerCase(Locale.ROOT)).append(',');
            csv.append('"').append(row.name().replace("\"", "\"\"")).append('"');
            csv.append(',').append(found.audited()).append(',').append(found.agreed());
            Rate rate = found.rate();
            figures(csv, rate == null ? null : new Double[]{rate.value(), rate.low(), rate.high()}, 3);
            Kappa kappa = found.kappa();
            figures(csv, kappa == null
                    ? null
                    : new Double[]{kappa.value(), kappa.error(), kappa.low(), kappa.high()}, 4);
            figures(csv, found.specific() == null ? null : new Double[]{found.specific()}, 1);
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static void figures(StringBuilder csv, Double[] values, int columns) {
        for (int i = 0; i < columns; i++) {
            csv.append(',').append(values == null ? "" : String.format(Locale.ROOT, "%.6f", values[i]));
        }
    }
}
