package org.claimdesk.text.placement;

import org.claimdesk.text.CodePoints;

/**
 * The stretch of a text that is most like given words, by Levenshtein distance over code points (Sellers 1980: the words
 * may begin and end anywhere in the text). Its time grows with the length of the words times that of the text.
 */
final class Nearest {

    private Nearest() {}

    /**
     * @param start    first code point
     * @param end      one past the last
     * @param likeness 1 for the very words, 0 for nothing in common
     */
    record Stretch(int start, int end, double likeness) {}

    /** The stretch between two offsets that is most like the words, its ends moved to those of words. */
    static Stretch in(CodePoints text, int from, int to, int[] words) {
        int length = words.length;
        // For each count of matched words: the distance, and where in the text the match began.
        int[] distance = new int[length + 1];
        int[] begun = new int[length + 1];
        for (int i = 0; i <= length; i++) {
            distance[i] = i;
            begun[i] = from;
        }
        int best = length;
        int start = from;
        int end = from;
        for (int at = from; at < to; at++) {
            int point = text.at(at);
            int diagonal = distance[0];
            int diagonalBegun = begun[0];
            distance[0] = 0;
            begun[0] = at + 1;
            for (int i = 1; i <= length; i++) {
                int changed = diagonal + (words[i - 1] == point ? 0 : 1);
                int changedBegun = diagonalBegun;
                diagonal = distance[i];
                diagonalBegun = begun[i];
                if (diagonal + 1 < changed) {
                    changed = diagonal + 1;
                    changedBegun = diagonalBegun;
                }
                if (distance[i - 1] + 1 < changed) {
                    changed = distance[i - 1] + 1;
                    changedBegun = begun[i - 1];
                }
                distance[i] = changed;
                begun[i] = changedBegun;
            }
            if (distance[length] < best) {
                best = distance[length];
                start = begun[length];
                end = at + 1;
            }
        }
        return wholeWords(text, from, to, start, end, words);
    }

    private static Stretch wholeWords(CodePoints text, int from, int to, int begin, int finish, int[] words) {
        int start = begin;
        int end = finish;
        while (start > from && start < to && Tokens.isWord(text.at(start)) && Tokens.isWord(text.at(start - 1))) {
            start--;
        }
        while (end > from && end < to && Tokens.isWord(text.at(end - 1)) && Tokens.isWord(text.at(end))) {
            end++;
        }
        while (start < end && Tokens.isSpace(text.at(start))) {
            start++;
        }
        while (end > start && Tokens.isSpace(text.at(end - 1))) {
            end--;
        }
        return new Stretch(start, end, likeness(words, text.slice(start, end).codePoints().toArray()));
    }

    /** 1 less the share of the longer one that must be changed to make the other of it. */
    static double likeness(int[] one, int[] other) {
        int longer = Math.max(one.length, other.length);
        return longer == 0 ? 1 : 1 - (double) distance(one, other) / longer;
    }

    private static int distance(int[] one, int[] other) {
        int[] row = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(diagonal, row[j - 1]) + 1);
            }
        }
        return row[other.length];
    }
}
