package org.claimdesk.text.worth;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sentences by falling score, and the usual figures of such a ranking. */
final class Ranking {

    private static final double NEARLY = 0.005;

    private record Place(double score, boolean worth) {}

    private final List<Place> places;
    private final long worth;

    private Ranking(List<Place> places) {
        this.places = places;
        this.worth = places.stream().filter(Place::worth).count();
    }

    static Ranking of(List<Example> examples, ToDoubleFunction<Example> score) {
        return new Ranking(examples.stream()
                .map(example -> new Place(score.applyAsDouble(example), example.worth()))
                .sorted(Comparator.comparingDouble(Place::score).reversed())
                .toList());
    }

    /** The mean of the precision at each sentence worth checking. */
    double averagePrecision() {
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).worth) {
                sum += ++hits / (i + 1.0);
            }
        }
        return sum / worth;
    }

    /** Of the first few, the part that is worth checking; NaN where there are not so many. */
    double precisionAt(int few) {
        return places.size() < few
                ? Double.NaN
                : places.stream().limit(few).filter(Place::worth).count() / (double) few;
    }

    double f1(double threshold) {
        long chosen = places.stream().filter(place -> place.score >= threshold).count();
        long hits = places.stream().filter(place -> place.score >= threshold && place.worth).count();
        return 2.0 * hits / (chosen + worth);
    }

    /**
     * The score from which on choosing gives the best F1. The best is a broad hilltop with chance bumps: this is the middle
     * of what comes within {@value #NEARLY} of it.
     */
    double threshold() {
        double best = places.stream().mapToDouble(Place::score).map(this::f1).max().orElseThrow();
        return places.stream()
                .mapToDouble(Place::score)
                .filter(score -> f1(score) >= best - NEARLY)
                .average()
                .orElseThrow();
    }
}
