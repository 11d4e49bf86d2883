package org.claimdesk.galley;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.State;

/**
 * How far the sentences of an article are accounted for. The six add up to all of them.
 *
 * @param verified those whose claims are all verified; of several claims the one furthest from it counts
 * @param none     those that a person has called an opinion or no fact
 * @param open     those that nobody has said anything of
 */
record Account(int verified, int sourced, int disputed, int assigned, int none, int open) {

    private static final List<State> FURTHEST_FIRST = List.of(State.ASSIGNED, State.DISPUTED, State.SOURCED,
            State.VERIFIED);

    /** @param standing claims whose words are in the text */
    static Account of(List<SentenceLine> sentences, List<ClaimLine> standing) {
        int[] states = new int[State.values().length];
        int none = 0;
        int open = 0;
        for (SentenceLine sentence : sentences) {
            Optional<State> state = standing.stream()
                    .filter(claim -> sentence.touches(claim.start(), claim.end()))
                    .map(ClaimLine::state)
                    .min(Comparator.comparingInt(FURTHEST_FIRST::indexOf));
            if (state.isPresent()) {
                states[state.get().ordinal()]++;
            } else if (sentence.disposition() != Disposition.UNREVIEWED) {
                none++;
            } else {
                open++;
            }
        }
        return new Account(states[State.VERIFIED.ordinal()], states[State.SOURCED.ordinal()],
                states[State.DISPUTED.ordinal()], states[State.ASSIGNED.ordinal()], none, open);
    }

    public int claimed() {
        return verified + sourced + disputed + assigned;
    }

    public int total() {
        return claimed() + none + open;
    }

    /** In words, for those who do not see the bar. */
    public String words() {
        return "Of %d sentences %d hold claims (%d verified, %d sourced, %d disputed, %d assigned), %d hold none, %d are unaccounted for"
                .formatted(total(), claimed(), verified, sourced, disputed, assigned, none, open);
    }
}
