package org.claimdesk.standards.audit;

/**
 * A share with its 95 % interval by Wilson's score (E. B. Wilson, JASA 22, 1927). Pure.
 *
 * @param value from 0 to 1
 * @param low   of the interval
 * @param high  of the interval
 */
public record Rate(double value, double low, double high) {

    /** The quantile 0.975 of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    /** Such as 89 %, 81 to 94. */
    public String words() {
        return "%.0f %%, %.0f to %.0f".formatted(value * 100, low * 100, high * 100);
    }

    /** Null of nothing. */
    static Rate of(long part, long all) {
        if (all == 0) {
            return null;
        }
        double share = (double) part / all;
        double widened = 1 + Z * Z / all;
        double middle = (share + Z * Z / (2 * all)) / widened;
        double half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all)) / widened;
        return new Rate(share, part == 0 ? 0 : middle - half, part == all ? 1 : middle + half);
    }
}
