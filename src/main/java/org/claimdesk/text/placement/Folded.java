package org.claimdesk.text.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two long texts compared, with what is the same for long left out. Pure. Word by word, as far as that ends in time; where
 * more than {@link #MOST_LINES} lines differ in the middle, line by line.
 *
 * @param byLines whether whole lines were compared
 */
public record Folded(List<Stretch> stretches, boolean byLines) {

    /** Lines between what both begin with and what both end with, in either text. */
    static final int MOST_LINES = 5_000;
    /** What is shown beside a change, in characters. */
    private static final int BESIDE = 200;
    /** What is not worth leaving out. */
    private static final int SHORT = 600;

    /**
     * What is shown in a row.
     *
     * @param folded how many characters that are the same are left out after it
     */
    public record Stretch(List<Comparison.Piece> pieces, int folded) {}

    public static Folded of(String old, String now) {
        List<String> before = lines(old);
        List<String> after = lines(now);
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> cut = before.subList(start, before.size() - end);
        List<String> put = after.subList(start, after.size() - end);
        boolean byLines = cut.size() > MOST_LINES || put.size() > MOST_LINES;
        List<Comparison.Piece> pieces = new ArrayList<>();
        add(pieces, Comparison.Kind.SAME, String.join("", after.subList(0, start)));
        pieces.addAll(byLines ? byLines(cut, put) : Comparison.of(String.join("", cut), String.join("", put)));
        add(pieces, Comparison.Kind.SAME, String.join("", after.subList(after.size() - end, after.size())));
        return new Folded(folded(joined(pieces)), byLines);
    }

    /** Whether there is nothing but what is the same. */
    public boolean same() {
        return stretches.stream()
                .flatMap(stretch -> stretch.pieces().stream())
                .allMatch(piece -> piece.kind() == Comparison.Kind.SAME);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\n)"));
    }

    /** What is nowhere in the new text first, then the new text. */
    private static List<Comparison.Piece> byLines(List<String> old, List<String> now) {
        Map<String, Integer> known = new HashMap<>();
        now.forEach(line -> known.merge(line.strip(), 1, Integer::sum));
        List<Comparison.Piece> pieces = new ArrayList<>();
        for (String line : old) {
            if (known.merge(line.strip(), -1, Integer::sum) < 0) {
                add(pieces, Comparison.Kind.CUT, line);
            }
        }
        known.clear();
        old.forEach(line -> known.merge(line.strip(), 1, Integer::sum));
        for (String line : now) {
            add(pieces, known.merge(line.strip(), -1, Integer::sum) < 0 ? Comparison.Kind.PUT : Comparison.Kind.SAME,
                    line);
        }
        return pieces;
    }

    private static void add(List<Comparison.Piece> pieces, Comparison.Kind kind, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Comparison.Piece(kind, words, 0, 0, 0, 0));
        }
    }

    /** Pieces of one kind in a row are one. */
    private static List<Comparison.Piece> joined(List<Comparison.Piece> pieces) {
        List<Comparison.Piece> joined = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            words.append(pieces.get(i).words());
            if (i + 1 == pieces.size() || pieces.get(i + 1).kind() != pieces.get(i).kind()) {
                add(joined, pieces.get(i).kind(), words.toString());
                words.setLength(0);
            }
        }
        return joined;
    }

    private static List<Stretch> folded(List<Comparison.Piece> pieces) {
        List<Stretch> stretches = new ArrayList<>();
        List<Comparison.Piece> shown = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Comparison.Piece piece = pieces.get(i);
            String words = piece.words();
            if (piece.kind() != Comparison.Kind.SAME || words.length() <= SHORT) {
                shown.add(piece);
                continue;
            }
            int head = i == 0
                    ? 0
                    : words.lastIndexOf(' ', BESIDE) > 0 ? words.lastIndexOf(' ', BESIDE) : whole(words, BESIDE);
            int from = words.length() - BESIDE;
            int tail = i + 1 == pieces.size()
                    ? words.length()
                    : words.indexOf(' ', from) >= 0 ? words.indexOf(' ', from) : whole(words, from);
            add(shown, Comparison.Kind.SAME, words.substring(0, head));
            stretches.add(new Stretch(List.copyOf(shown), words.codePointCount(head, tail)));
            shown.clear();
            add(shown, Comparison.Kind.SAME, words.substring(tail));
        }
        stretches.add(new Stretch(List.copyOf(shown), 0));
        return stretches;
    }

    /** Not in the middle of a character. */
    private static int whole(String words, int at) {
        return Character.isLowSurrogate(words.charAt(at)) ? at + 1 : at;
    }
}
