package org.claimdesk.matching;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Runs of three characters of the words of a text, as pg_trgm cuts them but with one blank at the end of a word. Pure. */
final class Trigrams {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Trigrams() {}

    static Set<String> of(String text) {
        Set<String> all = new HashSet<>();
        for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                all.addAll(ofWord(word));
            }
        }
        return all;
    }

    static Set<String> ofWord(String word) {
        String padded = "  " + word + " ";
        Set<String> all = new HashSet<>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            all.add(padded.substring(i, i + 3));
        }
        return all;
    }

    static int common(Set<String> one, Set<String> other) {
        Set<String> small = one.size() <= other.size() ? one : other;
        Set<String> large = small == one ? other : one;
        int common = 0;
        for (String gram : small) {
            if (large.contains(gram)) {
                common++;
            }
        }
        return common;
    }

    /** The part of both that is common, 0 to 1 (Dice). */
    static double alike(Set<String> one, Set<String> other) {
        return 2.0 * common(one, other) / (one.size() + other.size());
    }
}
