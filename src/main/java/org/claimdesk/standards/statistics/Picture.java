package org.claimdesk.standards.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn of a figure. Every bar and line has its numbers in words beside it, and parts differ in height as well as
 * in colour, so that nothing is said by colour alone.
 *
 * @param key    what the parts of the bars are; empty where they have one part
 * @param bars   on one scale
 * @param trends on one scale
 */
public record Picture(List<Key> key, List<Bar> bars, List<Trend> trends) {

    /** The most bars of a picture; the table has all. */
    static final int MOST = 12;
    /** How long the longest bar is. */
    private static final int LONGEST = 1_000;

    /** @param css the class of the style sheet */
    public record Key(String css, String means) {}

    /** @param words the numbers */
    public record Bar(String of, String words, List<Part> parts) {}

    public record Part(String css, long from, long length) {}

    /** What a bar shows before it has a scale. @param amounts one for each part, null for none */
    record Amounts(String of, String words, List<? extends Number> amounts) {}

    static Picture none() {
        return new Picture(List.of(), List.of(), List.of());
    }

    static Picture trends(List<Trend> trends) {
        return new Picture(List.of(), List.of(), trends);
    }

    /** Bars of parts one after the other, the longest as long as there is room. */
    static Picture bars(List<Key> key, List<Amounts> all) {
        List<Amounts> drawn = all.subList(0, Math.min(all.size(), MOST));
        double longest = drawn.stream().mapToDouble(Picture::sum).max().orElse(0);
        return new Picture(key, drawn.stream()
                .map(amounts -> new Bar(amounts.of(), amounts.words(), parts(key, amounts, longest)))
                .toList(), List.of());
    }

    private static List<Part> parts(List<Key> key, Amounts amounts, double longest) {
        List<Part> parts = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < key.size(); i++) {
            Number amount = amounts.amounts().get(i);
            if (amount != null && amount.doubleValue() > 0) {
                long from = Math.round(before * LONGEST / longest);
                before += amount.doubleValue();
                parts.add(new Part(key.get(i).css(), from, Math.max(1, Math.round(before * LONGEST / longest) - from)));
            }
        }
        return parts;
    }

    private static double sum(Amounts amounts) {
        return amounts.amounts().stream().filter(one -> one != null).mapToDouble(Number::doubleValue).sum();
    }
}
