package org.claimdesk.galley;

import java.util.List;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.State;

/** How many claims of an article whose words are in its text are in which state, and the shares of the bar that shows it. */
record Coverage(int verified, int sourced, int disputed, int assigned, int dropped) {

    static Coverage of(List<ClaimLine> claims) {
        int[] counts = new int[State.values().length];
        int dropped = 0;
        for (ClaimLine claim : claims) {
            if (claim.dropped()) {
                dropped++;
            } else if (claim.standsInText()) {
                counts[claim.state().ordinal()]++;
            }
        }
        return new Coverage(counts[State.VERIFIED.ordinal()], counts[State.SOURCED.ordinal()],
                counts[State.DISPUTED.ordinal()],
                counts[State.ASSIGNED.ordinal()], dropped);
    }

    public int total() {
        return verified + sourced + disputed + assigned;
    }

    public int open() {
        return total() - verified;
    }

    /** In words, for those who do not see the bar. */
    public String words() {
        return "%d verified, %d sourced, %d disputed, %d assigned".formatted(verified, sourced, disputed, assigned);
    }
}
