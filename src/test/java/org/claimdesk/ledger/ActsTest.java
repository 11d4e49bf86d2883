package org.claimdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimdesk.claim.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActsTest {

    @ParameterizedTest
    @EnumSource
    void theHistoryHasAWordForEveryAct(Action action) {
        assertThat(Acts.past(action.name())).isNotEqualTo(action.name()).matches("[A-Z][a-z ]+");
    }

    /** Those that leave the claim as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"FILE", "ACCOUNT", "CAPTURE", "RECAPTURE", "QUOTE", "ACKNOWLEDGE", "ERASE", "LINK",
            "UNLIKE", "UNLINK", "CORRECT", "NO_CORRECTION", "ASK_REPLY", "REPLY", "PLACE_REPLY"})
    void andForThoseThatChangeNoClaim(String act) {
        assertThat(Acts.past(act)).isNotEqualTo(act).matches("[A-Z][a-z ]+");
    }
}
