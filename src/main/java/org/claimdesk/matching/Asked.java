package org.claimdesk.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What earlier claims are looked for by.
 *
 * @param wording as {@link Wording} makes it
 * @param words   its words, each once
 * @param total   how many claims there are
 */
record Asked(String wording, List<Word> words, long total) {

    /** So many claims are looked at at most, as far as the counts of words tell. */
    static final int MOST = 4_000;
    /** Pairs are made of so many words. */
    private static final int PAIRED = 10;
    private static final int FALLBACK = 4;
    /** Words that are in one claim are in another more often than chance has it. */
    private static final double TOGETHER = 4;

    /**
     * A word, stemmed.
     *
     * @param claims how many claims have it
     * @param alike  words spelled like it, where no claim has it
     */
    record Word(String stem, long claims, List<String> alike) {}

    /** How much a word tells: the inverse document frequency of BM25. */
    double weight(Word word) {
        return Math.log(1 + (total - word.claims() + 0.5) / (word.claims() + 0.5));
    }

    /**
     * The words that find candidates, as a tsquery: the rarest, each alone; then pairs of commoner ones, as long as that
     * is not too much. Empty where no claim can have any.
     */
    String query() {
        List<Word> known = words.stream()
                .filter(word -> word.claims() > 0)
                .sorted(Comparator.comparingLong(Word::claims).thenComparing(Word::stem))
                .toList();
        List<String> parts = new ArrayList<>();
        words.forEach(word -> word.alike().forEach(other -> parts.add(quoted(other))));
        double expected = 0;
        int single = 0;
        while (single < known.size() && expected + known.get(single).claims() <= MOST) {
            expected += known.get(single).claims();
            parts.add(quoted(known.get(single++).stem()));
        }
        List<Word> common = known.subList(single, Math.min(single + PAIRED, known.size()));
        for (int i = 0; i < common.size(); i++) {
            for (int j = i + 1; j < common.size(); j++) {
                double size = TOGETHER * common.get(i).claims() * common.get(j).claims() / Math.max(total, 1);
                if (expected + size <= MOST) {
                    expected += size;
                    parts.add("(" + quoted(common.get(i).stem()) + " & " + quoted(common.get(j).stem()) + ")");
                }
            }
        }
        if (parts.isEmpty()) {
            return common.stream().limit(FALLBACK).map(word -> quoted(word.stem())).collect(Collectors.joining(" & "));
        }
        return String.join(" | ", parts);
    }

    private static String quoted(String stem) {
        return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
