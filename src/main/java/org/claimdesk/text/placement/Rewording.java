package org.claimdesk.text.placement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;

/** Looks for what words have become in a newer text: where the comparison expects them, then where most of them are. */
final class Rewording {

    /** The text is looked through in segments of so many tokens, each with what may reach over its ends. */
    private static final int SEGMENT = 150;
    /** So many segments are looked through where nothing is found in the expected place. */
    private static final int SEGMENTS = 3;
    /** What is expected is looked through when it is not longer than this many times the claim. */
    private static final int TIMES = 20;
    static final Found NOTHING = new Found(0, 0, 0);

    private final CodePoints old;
    private final CodePoints now;
    private final Alignment alignment;
    /** In which segments a word stands that the comparison has not found in the old text. */
    private final Map<String, Set<Integer>> segmentsOf = new HashMap<>();

    Rewording(CodePoints old, CodePoints now, Alignment alignment) {
        this.old = old;
        this.now = now;
        this.alignment = alignment;
        Tokens to = alignment.to();
        for (int i = 0; i < to.size(); i++) {
            if (alignment.origin(i) == Alignment.NONE) {
                segmentsOf.computeIfAbsent(to.get(i).word(), unused -> new HashSet<>()).add(i / SEGMENT);
            }
        }
    }

    /**
     * The best place for reworded words.
     *
     * @param likeness 0 where there is none
     */
    record Found(int start, int end, double likeness) {}

    /** Tokens of the new text. */
    private record Window(int first, int end) {}

    Found find(Anchor claim) {
        int[] words = claim.exact().codePoints().toArray();
        Found expected = expected(claim, words);
        if (expected.likeness() >= Placing.FLOOR) {
            return expected;
        }
        Found best = expected;
        Tokens of = new Tokens(old, claim.start(), claim.end());
        for (int segment : likeliest(of)) {
            Window window = new Window(Math.max(0, segment * SEGMENT - of.size()),
                    Math.min(alignment.to().size(), (segment + 1) * SEGMENT + of.size()));
            Found found = within(window, claim, words);
            if (found.likeness() > best.likeness()) {
                best = found;
            }
        }
        return best;
    }

    /** Between what stayed before the claim and what stayed after it. */
    private Found expected(Anchor claim, int[] words) {
        Window window = window(claim);
        boolean small = window.first() < window.end()
                && span(window.first(), window.end()) <= (long) TIMES * words.length + 1_000;
        return small ? within(window, claim, words) : NOTHING;
    }

    /** Whether an offset of the new text lies between what stayed before the claim and what stayed after it. */
    boolean expects(Anchor claim, int start) {
        Window window = window(claim);
        int token = alignment.to().firstEndingAfter(start);
        return window.first() <= token && token < window.end();
    }

    private Window window(Anchor claim) {
        Tokens from = alignment.from();
        int before = from.firstEndingAfter(claim.start()) - 1;
        while (before >= 0 && alignment.partner(before) == Alignment.NONE) {
            before--;
        }
        int after = from.endOfThoseBefore(claim.end());
        while (after < from.size() && alignment.partner(after) == Alignment.NONE) {
            after++;
        }
        int first = before < 0 ? 0 : alignment.partner(before) + 1;
        int end = after == from.size() ? alignment.to().size() : alignment.partner(after);
        return new Window(first, end);
    }

    private Found within(Window window, Anchor claim, int[] words) {
        Tokens to = alignment.to();
        Nearest.Stretch nearest = Nearest.in(now, to.get(window.first()).start(), to.get(window.end() - 1).end(),
                words);
        return nearest.start() < nearest.end() && !isOfOthers(claim, nearest) && lines(claim.exact()) == lines(
                now.slice(nearest.start(), nearest.end()))
                        ? new Found(nearest.start(), nearest.end(), nearest.likeness())
                        : NOTHING;
    }

    /** Whether more than half of it stood elsewhere in the old text. */
    private boolean isOfOthers(Anchor claim, Nearest.Stretch stretch) {
        Tokens from = alignment.from();
        Tokens to = alignment.to();
        int all = 0;
        int others = 0;
        for (int i = to.firstEndingAfter(stretch.start()); i < to.endOfThoseBefore(stretch.end()); i++) {
            int length = to.get(i).word().length();
            int origin = alignment.origin(i);
            all += length;
            if (origin != Alignment.NONE
                    && (from.get(origin).end() <= claim.start() || from.get(origin).start() >= claim.end())) {
                others += length;
            }
        }
        return 2 * others > all;
    }

    private int span(int firstToken, int endToken) {
        return alignment.to().get(endToken - 1).end() - alignment.to().get(firstToken).start();
    }

    /** The segments that share most letters with the claim in words that are new there. */
    private List<Integer> likeliest(Tokens claim) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String word : new HashSet<>(claim.words(0, claim.size()))) {
            segmentsOf.getOrDefault(word, Set.of())
                    .forEach(segment -> shared.merge(segment, word.length(), Integer::sum));
        }
        return shared.entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SEGMENTS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long lines(String words) {
        return words.chars().filter(c -> c == '\n').count();
    }
}
