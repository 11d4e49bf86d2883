package org.claimdesk.text.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.difflib.algorithm.Change;

/** Which changed blocks of two texts are versions of each other: in order, as many and as much alike as can be. */
final class Pairing {

    /** Blocks share at least so much of their words, twice the shared ones over all of both. */
    private static final double ALIKE = 0.5;
    /** Old blocks times new blocks; of more none are paired. */
    private static final int MOST = 40_000;

    private final Tokens from;
    private final Tokens to;
    private final int[] old;
    private final int[] now;

    /** @param old the first tokens of the older text's blocks, and the number of tokens; likewise {@code now} */
    Pairing(Tokens from, Tokens to, int[] old, int[] now) {
        this.from = from;
        this.to = to;
        this.old = old;
        this.now = now;
    }

    /** Numbers of an old and a new block each, in order. */
    List<int[]> of(Change change) {
        int olds = change.endOriginal - change.startOriginal;
        int news = change.endRevised - change.startRevised;
        if ((long) olds * news > MOST || olds == 0 || news == 0) {
            return List.of();
        }
        double[][] alike = alike(change, olds, news);
        // The best sum that can be had from the first i old and j new blocks.
        double[][] best = new double[olds + 1][news + 1];
        for (int i = 1; i <= olds; i++) {
            for (int j = 1; j <= news; j++) {
                best[i][j] = Math.max(Math.max(best[i - 1][j], best[i][j - 1]),
                        alike[i - 1][j - 1] < ALIKE ? 0 : best[i - 1][j - 1] + alike[i - 1][j - 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = olds, j = news; i > 0 && j > 0;) {
            if (best[i][j] == best[i - 1][j]) {
                i--;
            } else if (best[i][j] == best[i][j - 1]) {
                j--;
            } else {
                pairs.add(new int[]{change.startOriginal + --i, change.startRevised + --j});
            }
        }
        Collections.reverse(pairs);
        return pairs;
    }

    private double[][] alike(Change change, int olds, int news) {
        List<Map<String, Integer>> ofOld = counted(from, old, change.startOriginal, olds);
        List<Map<String, Integer>> ofNew = counted(to, now, change.startRevised, news);
        double[][] alike = new double[olds][news];
        for (int i = 0; i < olds; i++) {
            for (int j = 0; j < news; j++) {
                alike[i][j] = alike(ofOld.get(i), ofNew.get(j));
            }
        }
        return alike;
    }

    private static List<Map<String, Integer>> counted(Tokens tokens, int[] blocks, int first, int count) {
        List<Map<String, Integer>> counted = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            Map<String, Integer> words = new HashMap<>();
            for (int token = blocks[i]; token < blocks[i + 1]; token++) {
                words.merge(tokens.get(token).word(), 1, Integer::sum);
            }
            counted.add(words);
        }
        return counted;
    }

    /** Words count by their letters, so that articles and commas do not make blocks alike. */
    private static double alike(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        int all = 0;
        for (Map.Entry<String, Integer> word : one.entrySet()) {
            int length = word.getKey().length();
            shared += length * Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
            all += length * word.getValue();
        }
        for (Map.Entry<String, Integer> word : other.entrySet()) {
            all += word.getKey().length() * word.getValue();
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }
}
