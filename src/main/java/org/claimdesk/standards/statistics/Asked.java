package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Blind;
import org.claimdesk.sql.Rows;

/** What the sections' statements have in common: ?1 is the first moment, ?2 the one after the last, ?3 the desk or empty, ?4 the claims that are hidden from who asks. */
final class Asked {

    /** Of a claim {@code c}. */
    static final String ON_DESK = " and (?3 = '' or c.desk = ?3)";
    /** Of something {@code it} a claim, without looking at the claim where no desk is asked for. */
    static final String OF_DESK = " and (?3 = '' or exists (select from claim c where c.id = it.claim_id and c.desk = ?3))";
    /** Of a claim {@code it} tells of: the figures of a day on which there was one verdict would give it away. */
    static final String SEEN = " and not it.claim_id = any(?4)";
    /** Of an entry {@code it}: after it the claim counts elsewhere. In the very words of the index entry_changed. */
    static final String CHANGED = " it.claim_id is not null and (it.from_state is distinct from it.to_state or it.act in ('DROP', 'RESTORE'))";

    private Asked() {}

    static List<Tuple> rows(EntityManager database, String sql, Period period) {
        return Rows.of(database, sql, period.begin(), period.end(), period.desk());
    }

    static List<Tuple> rows(EntityManager database, String sql, Period period, Blind.Hidden hidden) {
        return Rows.of(database, sql, period.begin(), period.end(), period.desk(),
                hidden.claims().toArray(Long[]::new));
    }

    static long count(Tuple row, int column) {
        Number number = (Number) row.get(column);
        return number == null ? 0 : number.longValue();
    }

    /** To two decimals; null for null. */
    static Double number(Tuple row, int column) {
        Number number = (Number) row.get(column);
        return number == null ? null : rounded(number.doubleValue());
    }

    static long sum(List<Tuple> rows, int column) {
        return rows.stream().mapToLong(row -> count(row, column)).sum();
    }

    /** In percent; null of nothing. */
    static Double share(long part, long whole) {
        return whole == 0 ? null : rounded(100.0 * part / whole);
    }

    /** Of a share from 0 to 1, in percent. */
    static double percent(double share) {
        return rounded(100 * share);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }

    static String some(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
