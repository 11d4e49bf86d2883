package org.claimdesk.standards.audit;

import java.util.Locale;

/**
 * Cohen's kappa (Educational and Psychological Measurement 20, 1960): agreement beyond chance. Its standard error is the large
 * sample one of J. L. Fleiss, J. Cohen and B. S. Everitt (Psychological Bulletin 72, 1969), and the 95 % interval goes 1.96 of
 * them to either side, within -1 to 1. Pure.
 *
 * @param value from -1 to 1; 0 is what chance alone would give
 * @param error the standard error
 * @param low   of the interval
 * @param high  of the interval
 */
public record Kappa(double value, double error, double low, double high) {

    /** Such as 0.68, 0.50 to 0.85. */
    public String words() {
        return String.format(Locale.ROOT, "%.2f, %.2f to %.2f", value, low, high);
    }

    /**
     * Of a square table of counts: the first rater's categories down, the second's across.
     *
     * @return null where it is not defined: nothing was rated, or both used one and the same category throughout
     */
    static Kappa of(long[][] table) {
        int size = table.length;
        double all = 0;
        double[] first = new double[size];
        double[] second = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                all += table[i][j];
                first[i] += table[i][j];
                second[j] += table[i][j];
            }
        }
        double observed = 0;
        double chance = 0;
        for (int i = 0; i < size; i++) {
            first[i] /= all;
            second[i] /= all;
            observed += table[i][i] / all;
            chance += first[i] * second[i];
        }
        if (all == 0 || 1 - chance < 1e-12) {
            return null;
        }
        double value = (observed - chance) / (1 - chance);
        double error = error(table, all, first, second, chance, value);
        return new Kappa(value, error, Math.max(-1, value - Rate.Z * error), Math.min(1, value + Rate.Z * error));
    }

    /** Equation 13 of 1969 in the form of Fleiss, Levin and Paik (2003), 18.16 to 18.20. */
    private static double error(long[][] table, double all, double[] first, double[] second, double chance,
            double value) {
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                double margins = i == j
                        ? 1 - (first[i] + second[i]) * (1 - value)
                        : (second[i] + first[j]) * (1 - value);
                sum += table[i][j] / all * margins * margins;
            }
        }
        double taken = value - chance * (1 - value);
        return Math.sqrt(Math.max(0, sum - taken * taken) / all) / (1 - chance);
    }
}
