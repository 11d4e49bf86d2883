package org.claimdesk.standards.audit;

import org.claimdesk.claim.Rating;

/**
 * How far audits agree with first verdicts, of the verdicts that were audited. Pure.
 *
 * @param audited  how many
 * @param agreed   how many got the same rating again
 * @param rate     the share of them, or null of none
 * @param kappa    null where it is not defined
 * @param specific of one rating alone: of all times that either gave it, the share in which both did; else null
 */
public record Agreement(long audited, long agreed, Rate rate, Kappa kappa, Double specific) {

    /** The specific agreement in words, such as 92 %. */
    public String share() {
        return "%.0f %%".formatted(specific * 100);
    }

    /** @param table first ratings down, those of audits across, in the order of {@link Rating} */
    static Agreement of(long[][] table) {
        long audited = 0;
        long agreed = 0;
        for (int i = 0; i < table.length; i++) {
            agreed += table[i][i];
            audited += sum(table[i]);
        }
        return new Agreement(audited, agreed, Rate.of(agreed, audited), Kappa.of(table), null);
    }

    /** Of one rating: the verdicts that first got it, and how many got it again; kappa of it against all others. */
    static Agreement of(Rating rating, long[][] table) {
        int at = rating.ordinal();
        long both = table[at][at];
        long first = sum(table[at]);
        long second = 0;
        long all = 0;
        for (long[] row : table) {
            second += row[at];
            all += sum(row);
        }
        long[][] against = {{both, first - both}, {second - both, all - first - second + both}};
        return new Agreement(first, both, Rate.of(both, first), Kappa.of(against),
                first + second == 0 ? null : 2.0 * both / (first + second));
    }

    private static long sum(long[] row) {
        long sum = 0;
        for (long count : row) {
            sum += count;
        }
        return sum;
    }
}
