package org.claimdesk.text.worth;

import java.util.List;
import java.util.Locale;

/** How well a model ranks sentences that people have labelled; P@50 is NaN for fewer than 50. */
record Figures(String of, double averagePrecision, double f1, double precisionAt10, double precisionAt50) {

    static Figures of(String name, List<Example> examples, Model model) {
        return of(name, Ranking.of(examples, example -> model.score(example.features())), Worth.SUGGESTED);
    }

    static Figures of(String name, Ranking ranking, double threshold) {
        return new Figures(name, ranking.averagePrecision(), ranking.f1(threshold), ranking.precisionAt(10),
                ranking.precisionAt(50));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: AP %.3f, F1 %.3f, P@10 %.2f", of, averagePrecision, f1, precisionAt10)
                + (Double.isNaN(precisionAt50) ? "" : String.format(Locale.ROOT, ", P@50 %.2f", precisionAt50));
    }
}
