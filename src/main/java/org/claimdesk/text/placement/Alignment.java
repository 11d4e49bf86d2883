package org.claimdesk.text.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import org.claimdesk.text.CodePoints;

/**
 * Two texts word against word: which token of the one is which of the other, in order. Blocks that are the same are
 * matched first, then blocks that are much alike, then the words of what lies between them. What lies between is left unmatched where it is longer than
 * {@link #MOST} allows, so that the time stays within bounds however much has been rewritten.
 */
final class Alignment {

    static final int NONE = -1;
    /** Between blocks that are not alike so many letters in a row must be the same: words of a kind, not a stray “of the”. */
    private static final int TELLING = 12;
    /** Old tokens times new tokens between two matched blocks: a rewrite of some 5,000 words. */
    static final long MOST = 50_000_000;

    private static final DiffAlgorithmI<Integer> DIFF = new MyersDiffWithLinearSpace<>();

    private final Tokens from;
    private final Tokens to;
    private final int[] partner;
    private final int[] origin;

    Alignment(CodePoints old, CodePoints now) {
        from = new Tokens(old, 0, old.length());
        to = new Tokens(now, 0, now.length());
        partner = new int[from.size()];
        origin = new int[to.size()];
        Arrays.fill(partner, NONE);
        Arrays.fill(origin, NONE);
        matchBlocks(blocks(from), blocks(to));
    }

    Tokens from() {
        return from;
    }

    Tokens to() {
        return to;
    }

    /** The new token an old one has become, or {@link #NONE}. */
    int partner(int old) {
        return partner[old];
    }

    /** The old token a new one comes from, or {@link #NONE}. */
    int origin(int now) {
        return origin[now];
    }

    private void matchBlocks(int[] old, int[] now) {
        Map<List<String>, Integer> known = new HashMap<>();
        int oldBlock = 0;
        int newBlock = 0;
        for (Change change : changes(numbered(known, from, old), numbered(known, to, now))) {
            matchBlocks(old, now, oldBlock, newBlock, change.startOriginal - oldBlock);
            matchChanged(old, now, change);
            oldBlock = change.endOriginal;
            newBlock = change.endRevised;
        }
        matchBlocks(old, now, oldBlock, newBlock, old.length - 1 - oldBlock);
    }

    private void matchBlocks(int[] old, int[] now, int oldBlock, int newBlock, int count) {
        for (int i = 0; i < count; i++) {
            int oldStart = old[oldBlock + i];
            int newStart = now[newBlock + i];
            // The last block of a text has no LF.
            match(oldStart, newStart, Math.min(old[oldBlock + i + 1] - oldStart, now[newBlock + i + 1] - newStart));
        }
    }

    /** Blocks that are much alike word against word, and so what lies between those. */
    private void matchChanged(int[] old, int[] now, Change change) {
        int oldBlock = change.startOriginal;
        int newBlock = change.startRevised;
        for (int[] pair : new Pairing(from, to, old, now).of(change)) {
            matchWords(old[oldBlock], old[pair[0]], now[newBlock], now[pair[1]], TELLING);
            matchWords(old[pair[0]], old[pair[0] + 1], now[pair[1]], now[pair[1] + 1], 1);
            oldBlock = pair[0] + 1;
            newBlock = pair[1] + 1;
        }
        matchWords(old[oldBlock], old[change.endOriginal], now[newBlock], now[change.endRevised], TELLING);
    }

    /** @param letters how many of a run at least */
    private void matchWords(int oldStart, int oldEnd, int newStart, int newEnd, int letters) {
        if ((long) (oldEnd - oldStart) * (newEnd - newStart) > MOST) {
            return;
        }
        Map<String, Integer> known = new HashMap<>();
        List<Integer> old = numbered(known, from.words(oldStart, oldEnd));
        List<Integer> now = numbered(known, to.words(newStart, newEnd));
        int oldAt = 0;
        int newAt = 0;
        for (Change change : changes(old, now)) {
            matchRun(oldStart + oldAt, newStart + newAt, change.startOriginal - oldAt, letters);
            oldAt = change.endOriginal;
            newAt = change.endRevised;
        }
        matchRun(oldStart + oldAt, newStart + newAt, old.size() - oldAt, letters);
    }

    private void matchRun(int old, int now, int count, int letters) {
        int length = 0;
        for (int i = old; i < old + count && length < letters; i++) {
            length += from.get(i).word().length();
        }
        if (length >= letters) {
            match(old, now, count);
        }
    }

    private void match(int old, int now, int count) {
        for (int i = 0; i < count; i++) {
            partner[old + i] = now + i;
            origin[now + i] = old + i;
        }
    }

    /** What differs, in order; between two of them something is the same. */
    private static List<Change> changes(List<Integer> old, List<Integer> now) {
        List<Change> changes = new ArrayList<>();
        DIFF.computeDiff(old, now, null)
                .stream()
                .sorted(Comparator.comparingInt((Change change) -> change.startOriginal)
                        .thenComparingInt(change -> change.startRevised))
                .forEach(change -> {
                    Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
                    if (last != null && last.endOriginal == change.startOriginal
                            && last.endRevised == change.startRevised) {
                        // What was replaced is told as cut and put in.
                        changes.set(changes.size() - 1,
                                last.withEndOriginal(change.endOriginal).withEndRevised(change.endRevised));
                    } else {
                        changes.add(change);
                    }
                });
        return changes;
    }

    /** The indices of the tokens at which blocks begin, and the size. A block ends with its LF. */
    private static int[] blocks(Tokens tokens) {
        int[] starts = new int[tokens.size() + 2];
        int count = 1;
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).word().equals("\n")) {
                starts[count++] = i;
            }
        }
        starts[count++] = tokens.size();
        return Arrays.copyOf(starts, count);
    }

    /** The same number for blocks of the same words. */
    private static List<Integer> numbered(Map<List<String>, Integer> known, Tokens tokens, int[] blocks) {
        Integer[] numbers = new Integer[blocks.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            List<String> words = tokens.words(blocks[i], blocks[i + 1]);
            boolean ended = !words.isEmpty() && words.get(words.size() - 1).equals("\n");
            numbers[i] = known.computeIfAbsent(ended ? words.subList(0, words.size() - 1) : words,
                    unused -> known.size());
        }
        return List.of(numbers);
    }

    /** The same number for the same words. */
    private static List<Integer> numbered(Map<String, Integer> known, List<String> words) {
        return words.stream().map(word -> known.computeIfAbsent(word, unused -> known.size())).toList();
    }
}
