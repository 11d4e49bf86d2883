package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.State;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void claimsAreCountedByState() {
        Coverage coverage = Coverage.of(List.of(claim(State.VERIFIED), claim(State.VERIFIED), claim(State.VERIFIED),
                claim(State.VERIFIED), claim(State.SOURCED), claim(State.SOURCED), claim(State.SOURCED),
                claim(State.DISPUTED), claim(State.DISPUTED), claim(State.ASSIGNED)));

        assertThat(coverage).isEqualTo(new Coverage(4, 3, 2, 1, 0));
        assertThat(coverage.total()).isEqualTo(10);
        assertThat(coverage.open()).isEqualTo(6);
        assertThat(coverage.words()).isEqualTo("4 verified, 3 sourced, 2 disputed, 1 assigned");
    }

    @Test
    void aDroppedClaimCountsAsDroppedWhateverItsState() {
        Coverage coverage = Coverage.of(List.of(Lines.claim(1, 0, 1, State.VERIFIED, true),
                Lines.claim(2, 0, 1, State.ASSIGNED, true), claim(State.SOURCED)));

        assertThat(coverage).isEqualTo(new Coverage(0, 1, 0, 0, 2));
        assertThat(coverage.total()).isEqualTo(1);
    }

    @Test
    void anArticleWithoutClaimsHasNothingOpen() {
        assertThat(Coverage.of(List.of()).total()).isZero();
        assertThat(Coverage.of(List.of()).open()).isZero();
    }

    private static ClaimLine claim(State state) {
        return Lines.claim(1, 0, 1, state, false);
    }
}
