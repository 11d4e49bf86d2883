package org.claimdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimdesk.claim.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActsTest {

    @ParameterizedTest
    @EnumSource
    void theHistoryHasAWordForEveryAct(Action action) {
        assertThat(Acts.past(action.name())).isNotEqualTo(action.name()).matches("[A-Z][a-z ]+");
    }
}
