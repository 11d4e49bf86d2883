package org.claimdesk.bench;

import java.util.List;
import java.util.Locale;

/** A bar for each goal: how much of what is wanted was reached, the line at one being what is wanted. Told without colour too. */
final class Picture {

    private static final int WIDTH = 970;
    private static final int ROW = 34;
    private static final int TOP = 46;
    private static final int LEFT = 400;
    private static final int LONGEST = 380;
    private static final double MOST = 2;

    private final List<Goal> goals;

    Picture(List<Goal> goals) {
        this.goals = goals;
    }

    String svg() {
        int height = TOP + goals.size() * ROW + 16;
        StringBuilder svg = new StringBuilder(
                """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title" font-family="sans-serif" font-size="14">
                        <title id="title">What was reached, as a part of what is wanted</title>
                        <rect width="%d" height="%d" fill="#fff"/>
                        <text x="16" y="26" font-weight="bold" fill="#111">What was reached; the line is what is wanted, a longer bar is better</text>
                        """
                        .formatted(WIDTH, height, WIDTH, height));
        for (int i = 0; i < goals.size(); i++) {
            bar(svg, goals.get(i), TOP + i * ROW);
        }
        int wanted = LEFT + (int) (LONGEST / MOST);
        return svg.append(
                "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#111\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/>%n</svg>%n"
                        .formatted(wanted, wanted, TOP - 8, height - 10))
                .toString();
    }

    private static void bar(StringBuilder svg, Goal goal, int y) {
        double part = goal.wanted() == 0
                ? goal.reached() ? 1 : 0
                : goal.least() ? goal.value() / goal.wanted() : goal.wanted() / goal.value();
        int length = (int) (LONGEST * Math.min(part, MOST) / MOST);
        svg.append(String.format(Locale.ROOT, """
                <text x="%d" y="%d" text-anchor="end" fill="#111">%s</text>
                <rect x="%d" y="%d" width="%d" height="20" fill="%s" stroke="#111"/>
                <text x="%d" y="%d" fill="#111">%s %s</text>
                """, LEFT - 10, y + 15, goal.name(), LEFT, y, Math.max(1, length),
                goal.reached() ? "#3b6ea5" : "#f3d9b1",
                LEFT + LONGEST + 12, y + 15, goal.shown(), goal.reached() ? "✓" : "✗ (" + goal.asked() + ")"));
    }
}
