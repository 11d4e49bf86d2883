package org.claimdesk.evidence;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many independent origins support a claim and contradict it, and how many of them first-hand. Pure.
 * <p>
 * A piece counts for where its word comes from in the end: for its source, or for the origin behind it, or, where another
 * piece of the claim says who that one has it from, for the last in the chain. Who has it from each other in a ring is one
 * origin. All pieces of which nobody said where they come from are one origin: nothing shows that they are two. Whatever
 * comes through a discredited source counts for nothing.
 */
public record Independence(int supports, int contradicts, int primarySupports, int primaryContradicts) {

    /** The origin of all pieces whose source is not known; no source has this id. */
    private static final long UNKNOWN = 0;

    /**
     * A piece of evidence as far as it matters here.
     *
     * @param source id, or null where it is not known
     * @param origin id, or null for the source itself
     * @param stands whether it has not been withdrawn; what it says about who has it from whom is known all the same
     */
    public record Strand(Stance stance, Long source, Long origin, Rank rank, boolean stands) {}

    /** @param discredited ids of sources */
    public static Independence of(Collection<Strand> strands, Set<Long> discredited) {
        Threads threads = new Threads(strands, discredited);
        return new Independence(count(strands, Stance.SUPPORTS, false, threads),
                count(strands, Stance.CONTRADICTS, false, threads),
                count(strands, Stance.SUPPORTS, true, threads),
                count(strands, Stance.CONTRADICTS, true, threads));
    }

    private static int count(Collection<Strand> strands, Stance stance, boolean firstHand, Threads threads) {
        Set<Long> origins = new HashSet<>();
        for (Strand strand : strands) {
            if (strand.stands() && strand.stance() == stance && (!firstHand || strand.rank() == Rank.PRIMARY)) {
                origins.addAll(threads.ends(strand));
            }
        }
        return origins.size();
    }

    /** Who has it from whom, as all pieces of the claim tell it. */
    private static final class Threads {
        private final Map<Long, Set<Long>> behind = new HashMap<>();
        private final Set<Long> discredited;

        Threads(Collection<Strand> strands, Set<Long> discredited) {
            this.discredited = discredited;
            for (Strand strand : strands) {
                if (strand.origin() != null) {
                    behind.computeIfAbsent(strand.source(), source -> new TreeSet<>()).add(strand.origin());
                }
            }
        }

        Set<Long> ends(Strand strand) {
            if (strand.source() == null) {
                return Set.of(UNKNOWN);
            }
            if (discredited.contains(strand.source())) {
                return Set.of();
            }
            return strand.origin() == null ? Set.of(strand.source()) : ends(strand.origin());
        }

        /** The last ones: those who have it from nobody, and of each ring that leads nowhere else the one first made. */
        private Set<Long> ends(Long origin) {
            Set<Long> ends = new TreeSet<>();
            for (Long one : reached(origin, discredited)) {
                Set<Long> further = reached(one, Set.of());
                boolean last = further.stream().allMatch(other -> reached(other, Set.of()).contains(one));
                if (last && further.stream().noneMatch(discredited::contains)) {
                    ends.add(further.stream().min(Long::compare).orElseThrow());
                }
            }
            return ends;
        }

        /** This one and all behind it, but not through those. */
        private Set<Long> reached(Long from, Set<Long> through) {
            Set<Long> reached = new HashSet<>();
            Deque<Long> open = new ArrayDeque<>(Set.of(from));
            while (!open.isEmpty()) {
                Long one = open.pop();
                if (!through.contains(one) && reached.add(one)) {
                    open.addAll(behind.getOrDefault(one, Set.of()));
                }
            }
            return reached;
        }
    }
}
