package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void numbersAndRangesAreTakenAsTyped() {
        assertThat(Numbers.typed("sentence", " 3, 5-7,6 , 9–10 ")).containsExactly(3, 5, 6, 7, 9, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "three", "3;4", "7-5", "1-100000", "-3", "3,,4", "99999999999"})
    void anythingElseIsSaid(String typed) {
        assertThatThrownBy(() -> Numbers.typed("sentence", typed)).isInstanceOf(Problem.class);
    }
}
