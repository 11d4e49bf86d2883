package org.claimdesk.text.placement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;

/**
 * Finds the words of claims again in a newer text. Three ways, in this order; nothing is guessed:
 * <ol>
 * <li>the two texts are compared word by word; words that came through whole are PLACED;</li>
 * <li>the very words elsewhere are MOVED, if there is no doubt: they stand between what stood around them; or they stand
 * in the text once and are at least {@link #TELLING} long; or their context tells which they are. Places at which the
 * comparison found the same words before do not count, they are others;</li>
 * <li>words that are like them are REWORDED, by at least {@link #FLOOR}: first looked for where the comparison expects
 * them, then in the blocks that share most words with them.</li>
 * </ol>
 * What is found in none of these ways is ORPHANED. No two claims are put on the same words. Pure.
 */
public final class Placing {

    /** How much of the words must have stayed to call them reworded: 1 less the Levenshtein distance per code point. */
    public static final double FLOOR = 0.6;
    /** Words of at least so many code points are told by themselves. */
    static final int TELLING = 24;
    /** Of others, so many code points of the context, before and after together, must be the same. */
    static final int CONTEXT = 10;

    private final CodePoints old;
    private final CodePoints now;
    private final Alignment alignment;
    private final Rewording rewording;
    private final Set<Long> taken = new HashSet<>();

    private Placing(String old, String now) {
        this.old = new CodePoints(old);
        this.now = new CodePoints(now);
        this.alignment = new Alignment(this.old, this.now);
        this.rewording = new Rewording(this.old, this.now, alignment);
    }

    /**
     * @param old   the canonical text in which the claims stand
     * @param words of each claim, standing in the old text where they say
     * @return for each its place in the new text, in the same order
     */
    public static List<Placed> of(String old, String now, List<Anchor> words) {
        return new Placing(old, now).place(words, true);
    }

    /** As {@link #of}, but other words are not taken for them: none is REWORDED. */
    public static List<Placed> exactly(String old, String now, List<Anchor> words) {
        return new Placing(old, now).place(words, false);
    }

    private List<Placed> place(List<Anchor> claims, boolean rewordings) {
        Placed[] placed = new Placed[claims.size()];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = whole(claims.get(i));
        }
        for (int i = 0; i < placed.length; i++) {
            if (placed[i] == null) {
                placed[i] = elsewhere(claims.get(i));
            }
        }
        // The most alike first, so that of two claims on one place the better one has it.
        Rewording.Found[] found = new Rewording.Found[claims.size()];
        for (int i = 0; i < placed.length; i++) {
            found[i] = placed[i] == null && rewordings ? rewording.find(claims.get(i)) : Rewording.NOTHING;
        }
        IntStream.range(0, placed.length)
                .filter(i -> placed[i] == null)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -found[i].likeness()))
                .forEach(i -> placed[i] = reworded(found[i]));
        return List.of(placed);
    }

    /** The words where the comparison has them, all of them and nothing between. */
    private Placed whole(Anchor claim) {
        Tokens from = alignment.from();
        int first = from.firstEndingAfter(claim.start());
        int last = from.endOfThoseBefore(claim.end()) - 1;
        if (first > last || alignment.partner(first) == Alignment.NONE) {
            return null;
        }
        for (int i = first + 1; i <= last; i++) {
            if (alignment.partner(i) != alignment.partner(first) + i - first) {
                return null;
            }
        }
        Tokens.Token begin = alignment.to().get(alignment.partner(first));
        int start = begin.start() + claim.start() - from.get(first).start();
        return stands(claim, start) ? take(Placement.PLACED, claim, start) : null;
    }

    private Placed elsewhere(Anchor claim) {
        List<Integer> places = now.occurrences(claim.exact())
                .stream()
                .filter(start -> !isOfOthers(claim, start) && !taken.contains(range(start, claim)))
                .toList();
        if (places.isEmpty()) {
            return null;
        }
        List<Integer> expected = places.stream().filter(start -> rewording.expects(claim, start)).toList();
        if (expected.size() == 1) {
            return take(Placement.MOVED, claim, expected.get(0));
        }
        int[] context = places.stream().mapToInt(start -> sameAround(claim, start)).toArray();
        int most = Arrays.stream(context).max().orElseThrow();
        boolean telling = places.size() == 1 && length(claim) >= TELLING;
        boolean told = most >= CONTEXT && Arrays.stream(context).filter(same -> same == most).count() == 1;
        if (!telling && !told) {
            return Placed.NOWHERE;
        }
        return take(Placement.MOVED, claim, places.get(IntStream.range(0, context.length)
                .filter(i -> context[i] == most)
                .findFirst()
                .orElseThrow()));
    }

    private Placed reworded(Rewording.Found found) {
        if (found.likeness() < FLOOR || found.likeness() == 1 || !taken.add(range(found.start(), found.end()))) {
            return Placed.NOWHERE;
        }
        return new Placed(Placement.REWORDED, Anchor.at(now, found.start(), found.end()));
    }

    /** Whether the same words stood there before, as words of somewhere else in the old text. */
    private boolean isOfOthers(Anchor claim, int start) {
        Tokens to = alignment.to();
        int first = to.firstEndingAfter(start);
        int last = to.endOfThoseBefore(start + length(claim)) - 1;
        if (alignment.origin(first) == Alignment.NONE) {
            return false;
        }
        for (int i = first + 1; i <= last; i++) {
            if (alignment.origin(i) != alignment.origin(first) + i - first) {
                return false;
            }
        }
        int origin = alignment.from().get(alignment.origin(first)).start() + start - to.get(first).start();
        return origin != claim.start();
    }

    private boolean stands(Anchor claim, int start) {
        return start >= 0 && start + length(claim) <= now.length()
                && now.slice(start, start + length(claim)).equals(claim.exact());
    }

    /** How many code points right before and right after are the same as around the claim. */
    private int sameAround(Anchor claim, int start) {
        int before = 0;
        while (before < Anchor.CONTEXT && claim.start() - before > 0 && start - before > 0
                && old.at(claim.start() - before - 1) == now.at(start - before - 1)) {
            before++;
        }
        int after = 0;
        int end = start + length(claim);
        while (after < Anchor.CONTEXT && claim.end() + after < old.length() && end + after < now.length()
                && old.at(claim.end() + after) == now.at(end + after)) {
            after++;
        }
        return before + after;
    }

    private Placed take(Placement how, Anchor claim, int start) {
        taken.add(range(start, claim));
        return new Placed(how, Anchor.at(now, start, start + length(claim)));
    }

    private static int length(Anchor claim) {
        return claim.end() - claim.start();
    }

    private static long range(int start, Anchor claim) {
        return range(start, start + length(claim));
    }

    private static long range(int start, int end) {
        return (long) start << 32 | end;
    }
}
