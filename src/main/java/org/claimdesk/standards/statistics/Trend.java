package org.claimdesk.standards.statistics;

import java.util.List;
import java.util.StringJoiner;

/**
 * A line over a period.
 *
 * @param line   the points of an SVG polyline in a box of {@value #WIDTH} by {@value #HEIGHT}
 * @param ground the same with the base, for the surface under it
 * @param endX   where its last point is
 * @param words  what it shows
 */
public record Trend(String of, String css, String line, String ground, long endX, long endY, String words) {

    static final int WIDTH = 300;
    static final int HEIGHT = 90;
    /** Room for the last point. */
    private static final int EDGE = 6;

    /** @param most the amount at the top, at least 1 */
    static Trend of(String of, String css, List<Long> amounts, long most, String words) {
        StringJoiner line = new StringJoiner(" ");
        long x = EDGE;
        long y = HEIGHT;
        for (int i = 0; i < amounts.size(); i++) {
            x = EDGE + (amounts.size() == 1 ? WIDTH - 2L * EDGE : (WIDTH - 2L * EDGE) * i / (amounts.size() - 1));
            y = HEIGHT - Math.round((HEIGHT - EDGE) * (double) Math.max(0, amounts.get(i)) / most);
            line.add(x + "," + y);
        }
        return new Trend(of, css, line.toString(), EDGE + "," + HEIGHT + " " + line + " " + x + "," + HEIGHT, x, y,
                words);
    }
}
