package org.claimdesk.evidence.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures a claim speaks of, with what it says of them: "more than 150,000", "about 35 percent", "tripled". What it
 * finds is offered, never taken. English. Pure.
 */
public final class Figures {

    private static final Map<String, Relation> QUALIFIERS = Map.ofEntries(Map.entry("more than", Relation.MORE_THAN),
            Map.entry("over", Relation.MORE_THAN), Map.entry("above", Relation.MORE_THAN),
            Map.entry("exceeded", Relation.MORE_THAN), Map.entry("at least", Relation.AT_LEAST),
            Map.entry("no fewer than", Relation.AT_LEAST), Map.entry("about", Relation.ABOUT),
            Map.entry("around", Relation.ABOUT), Map.entry("nearly", Relation.ABOUT),
            Map.entry("almost", Relation.ABOUT),
            Map.entry("roughly", Relation.ABOUT), Map.entry("approximately", Relation.ABOUT),
            Map.entry("less than", Relation.LESS_THAN), Map.entry("fewer than", Relation.LESS_THAN),
            Map.entry("under", Relation.LESS_THAN), Map.entry("below", Relation.LESS_THAN),
            Map.entry("at most", Relation.AT_MOST), Map.entry("up to", Relation.AT_MOST),
            Map.entry("no more than", Relation.AT_MOST));
    private static final Map<String, String> TIMES = Map.of("doubled", "2", "double", "2", "twice", "2", "tripled", "3",
            "triple", "3", "quadrupled", "4", "halved", "0.5", "half", "0.5", "fivefold", "5");
    private static final Map<String, Integer> SCALES = Map.of("thousand", 3, "million", 6, "billion", 9, "trillion",
            12);
    private static final Pattern FIGURE = Pattern.compile(
            "(?i)\\b(?:(no fewer than|no more than|more than|less than|fewer than|at least|at most|up to|over|above|exceeded"
                    + "|about|around|nearly|almost|roughly|approximately|under|below)\\s+)?(?:[$€£]\\s?)?"
                    + "(?:(doubled?|twice|tripled?|quadrupled|halved|half|fivefold)\\b"
                    + "|(?<![\\w.,-])(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(\\.\\d{1,6})?(?:\\s+(thousand|million|billion|trillion))?(?![\\w,]*\\w))");

    private Figures() {}

    /**
     * A figure of a claim.
     *
     * @param words as they stand there
     */
    public record Figure(String words, Relation relation, BigDecimal value) {
        /** For a choice in a form. */
        public String key() {
            return relation + " " + value.toPlainString();
        }

        /** What it comes to: "more than 2". */
        public String said() {
            return (relation.words() + " " + Numbers.written(value)).strip();
        }
    }

    /** In the order of the words; each once. */
    public static List<Figure> in(String words) {
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(words);
        while (matcher.find()) {
            String qualifier = matcher.group(1);
            Relation relation = qualifier == null
                    ? Relation.EXACTLY
                    : QUALIFIERS.get(qualifier.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
            Figure figure = new Figure(matcher.group().strip(), relation, value(matcher));
            if (figures.stream().noneMatch(other -> other.key().equals(figure.key()))) {
                figures.add(figure);
            }
        }
        return List.copyOf(figures);
    }

    private static BigDecimal value(Matcher matcher) {
        if (matcher.group(2) != null) {
            return new BigDecimal(TIMES.get(matcher.group(2).toLowerCase(Locale.ROOT)));
        }
        String fraction = matcher.group(4) == null ? "" : matcher.group(4);
        BigDecimal number = new BigDecimal(matcher.group(3).replace(",", "") + fraction);
        String scale = matcher.group(5);
        return scale == null
                ? number
                : new BigDecimal(number.scaleByPowerOfTen(SCALES.get(scale.toLowerCase(Locale.ROOT))).toPlainString());
    }
}
