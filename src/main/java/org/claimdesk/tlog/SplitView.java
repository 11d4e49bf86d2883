package org.claimdesk.tlog;

import java.util.Optional;

/**
 * Two checkpoints of one log that cannot both be true: it has shown one party one history and another party another.
 * Signed by the log's own key they are proof of it, whoever holds them.
 *
 * @param why one sentence
 */
public record SplitView(Checkpoint earlier, Checkpoint later, String why) {

    /**
     * Compares two checkpoints whose signatures have been verified.
     *
     * @param proof that the smaller is a beginning of the larger, as the log gives it; asked for only where sizes differ
     *              and the smaller has entries
     * @return empty where both are true
     * @throws Malformed where they are of two logs
     */
    public static Optional<SplitView> between(Checkpoint one, Checkpoint other, Proofs proof) {
        if (!one.origin().equals(other.origin())) {
            throw new Malformed("those are checkpoints of two logs: " + one.origin() + " and " + other.origin());
        }
        Checkpoint earlier = one.size() <= other.size() ? one : other;
        Checkpoint later = earlier == one ? other : one;
        if (earlier.size() == 0 && !earlier.root().equals(Hash.EMPTY)) {
            return Optional.of(new SplitView(earlier, later, "An empty tree has a root of its own."));
        }
        if (earlier.size() == later.size()) {
            return earlier.root().equals(later.root())
                    ? Optional.empty()
                    : Optional.of(new SplitView(earlier, later,
                            "Both have " + earlier.size() + " entries, and their roots differ."));
        }
        if (earlier.size() == 0) {
            return Optional.empty();
        }
        try {
            proof.between(earlier.size(), later.size()).verify(earlier.root(), later.root());
            return Optional.empty();
        } catch (Unproven apart) {
            return Optional.of(new SplitView(earlier, later, "The first " + earlier.size() + " of the " + later.size()
                    + " entries are not those of the smaller one: " + apart.getMessage() + "."));
        }
    }

    /** Where proofs of consistency come from. */
    @FunctionalInterface
    public interface Proofs {
        ConsistencyProof between(long from, long to);
    }
}
