package org.claimdesk.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what an earlier claim is like what is asked for. BM25 as Robertson and Zaragoza have it (2009), with k1 0.9 and b 0.4,
 * over the words of the claim, of its article's headline and of both. Pure; for one question.
 */
final class Features {

    /** In the order of the values. */
    static final List<String> NAMES = List.of("bm25", "bm25-wording", "bm25-heading", "found", "found-wording",
            "found-heading", "covered", "covered-wording", "covered-heading", "spelled-alike", "trigrams-wording",
            "trigrams-heading", "trigrams-both-wording", "trigrams-both-heading", "meaning-wording", "meaning-heading",
            "meaning");
    /** The first so many need no model. */
    static final int BY_TEXT = NAMES.size() - 3;

    private static final double K1 = 0.9;
    private static final double B = 0.4;
    /** Usual numbers of words: in a claim with its headline, a claim, a headline. */
    private static final double[] USUAL = {12.2, 10.8, 5.6};
    private static final double SCALE = 10;
    /** Shorter words are alike by chance. */
    private static final int SHORTEST = 4;
    private static final double ALIKE = 0.4;

    private final Asked asked;
    private final byte[] meaning;
    private final Set<String> trigrams;
    private final double all;
    private final Map<String, Set<String>> spelled = new HashMap<>();

    /** @param meaning null where there is no model */
    Features(Asked asked, byte[] meaning) {
        this.asked = asked;
        this.meaning = meaning;
        this.trigrams = Trigrams.of(asked.wording());
        this.all = asked.words().stream().mapToDouble(asked::weight).sum();
    }

    /** BM25 over all words: what needs no texts. */
    double first(Earlier earlier) {
        return bm25(both(earlier), 0)[0];
    }

    /** @param earlier with its texts */
    double[] of(Earlier earlier) {
        Set<String> both = both(earlier);
        List<Set<String>> fields = List.of(both, earlier.words(), earlier.heading());
        double[] values = new double[NAMES.size()];
        for (int i = 0; i < fields.size(); i++) {
            double[] scores = bm25(fields.get(i), i);
            values[i] = scores[0] / SCALE;
            values[3 + i] = all == 0 ? 0 : scores[1] / all;
            values[6 + i] = scores[2] / Math.max(1, fields.get(i).size());
        }
        values[9] = spelledAlike(both) / SCALE;
        Set<String> wording = Trigrams.of(earlier.texts().wording());
        Set<String> heading = Trigrams.of(earlier.texts().heading());
        int inWording = Trigrams.common(trigrams, wording);
        int inHeading = Trigrams.common(trigrams, heading);
        values[10] = inWording / (double) Math.max(1, wording.size());
        values[11] = inHeading / (double) Math.max(1, heading.size());
        values[12] = inWording / (double) Math.max(1, wording.size() + trigrams.size() - inWording);
        values[13] = inHeading / (double) Math.max(1, heading.size() + trigrams.size() - inHeading);
        byte[] said = earlier.texts().wordingVector();
        if (meaning != null && said != null) {
            byte[] headed = earlier.texts().headingVector();
            values[14] = Vector.cosine(meaning, said);
            values[15] = Vector.cosine(meaning, headed);
            values[16] = Vector.cosine(meaning, said, headed);
        }
        return values;
    }

    /** BM25, the weight of the words that are there, and their number. */
    private double[] bm25(Set<String> field, int usual) {
        double weight = 0;
        int found = 0;
        for (Asked.Word word : asked.words()) {
            if (field.contains(word.stem())) {
                weight += asked.weight(word);
                found++;
            }
        }
        double length = (K1 + 1) / (1 + K1 * (1 - B + B * field.size() / USUAL[usual]));
        return new double[]{weight * length, weight, found};
    }

    /** The weight of words that are there only in another spelling or form, each by how much it is alike. */
    private double spelledAlike(Set<String> field) {
        double sum = 0;
        for (Asked.Word word : asked.words()) {
            if (word.stem().length() < SHORTEST || field.contains(word.stem())) {
                continue;
            }
            double best = field.stream()
                    .filter(other -> other.length() >= SHORTEST)
                    .mapToDouble(other -> Trigrams.alike(spelling(word.stem()), spelling(other)))
                    .max()
                    .orElse(0);
            sum += best < ALIKE ? 0 : best * asked.weight(word);
        }
        return sum;
    }

    private Set<String> spelling(String word) {
        return spelled.computeIfAbsent(word, Trigrams::ofWord);
    }

    private static Set<String> both(Earlier earlier) {
        Set<String> both = new HashSet<>(earlier.words());
        both.addAll(earlier.heading());
        return both;
    }

    static Set<String> words(String joined) {
        return joined.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(joined.split(" ")));
    }
}
