package org.claimdesk.evidence.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What a claim says of a figure: that it is so, about so, more than that … */
public enum Relation {
    EXACTLY, ABOUT, MORE_THAN, AT_LEAST, LESS_THAN, AT_MOST;

    /** What "about" and "nearly" allow, as a share of the figure. */
    public static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    /**
     * Whether what was calculated is what the claim says. EXACTLY compares with as many places as the figure was given:
     * 2.3 is exactly so of 2.2855.
     */
    public boolean holds(BigDecimal result, BigDecimal figure) {
        return switch (this) {
            case EXACTLY ->
                result.setScale(Math.max(0, figure.scale()), RoundingMode.HALF_UP).compareTo(figure) == 0;
            case ABOUT -> result.subtract(figure).abs().compareTo(figure.abs().multiply(TOLERANCE)) <= 0;
            case MORE_THAN -> result.compareTo(figure) > 0;
            case AT_LEAST -> result.compareTo(figure) >= 0;
            case LESS_THAN -> result.compareTo(figure) < 0;
            case AT_MOST -> result.compareTo(figure) <= 0;
        };
    }

    /** In words before a figure: "more than"; empty for the figure itself. */
    public String words() {
        return this == EXACTLY ? "" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** In words for a choice. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
