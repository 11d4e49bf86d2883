package org.claimdesk.bench;

import java.util.Locale;
import java.util.Map;

import org.claimdesk.bench.Stacks.Node;

/** A flame graph that hangs from the top: the wider a bar, the more of the time was spent in it and in what hangs below it. */
final class Icicle {

    private static final int WIDTH = 1_600;
    private static final int ROW = 18;
    private static final int TOP = 30;
    private static final double LETTER = 6.6;
    /** What is narrower cannot be seen. */
    private static final double LEAST = 3;
    private static final int DEEPEST = 45;

    private final StringBuilder bars = new StringBuilder();
    private final int all;
    private int depth;

    private Icicle(int all) {
        this.all = all;
    }

    static String svg(String title, Stacks stacks) {
        Icicle icicle = new Icicle(stacks.root().samples());
        icicle.hang(stacks.root(), 0, 0);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="8" y="20" font-size="14" font-weight="bold" fill="#111">%s: %,d samples</text>
                %s</svg>
                """
                .formatted(WIDTH, TOP + (icicle.depth + 1) * ROW + 8, title, stacks.root().samples(), icicle.bars);
    }

    private void hang(Node node, double x, int level) {
        double from = x;
        for (Map.Entry<String, Node> called : node.called()
                .entrySet()
                .stream()
                .sorted((a, b) -> b.getValue().samples() - a.getValue().samples())
                .toList()) {
            double width = WIDTH * (double) called.getValue().samples() / all;
            if (width >= LEAST && level < DEEPEST) {
                bar(called.getKey(), from, width, level);
                hang(called.getValue(), from, level + 1);
            }
            from += width;
        }
    }

    private void bar(String name, double x, double width, int level) {
        depth = Math.max(depth, level);
        String said = "%s %.1f %%".formatted(name, 100 * width / WIDTH);
        int fits = (int) ((width - 6) / LETTER);
        String label = said.length() <= fits ? said : name.substring(0, Math.max(0, Math.min(name.length(), fits)));
        bars.append(String.format(Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\" stroke=\"#fff\"/>", x,
                TOP + level * ROW, width, ROW, colour(name)));
        if (label.length() > 2) {
            bars.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" fill=\"#111\">%s</text>", x + 3,
                    TOP + level * ROW + 13, label.replace("&", "&amp;").replace("<", "&lt;")));
        }
        bars.append('\n');
    }

    /** Ours are told from libraries, and those from the machine; by their names too. */
    private static String colour(String name) {
        if (name.contains("native") || name.contains("JVM")) {
            return "#d9d9d9";
        }
        return name.contains(".") && Character.isUpperCase(name.charAt(0)) && !name.equals("Vert.x")
                ? "#9fc5e8"
                : "#f6d5a5";
    }
}
