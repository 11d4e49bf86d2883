package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void anEmptyLineStandsBetweenTwoQuotes() {
        assertThat(Quotes.typed(" First,\r\non two lines.\r\n \r\n\r\nSecond.\n")).containsExactly(
                "First,\non two lines.", "Second.");
        assertThat(Quotes.checked(Quotes.typed("First,\r\non two lines.\n\nSecond."))).containsExactly(
                "First,\non two lines.", "Second.");
        assertThat(Quotes.checked(Quotes.typed(null))).isEmpty();
        assertThat(Quotes.checked(Quotes.typed(" \n\n "))).isEmpty();
        assertThat(Quotes.checked(null)).isEmpty();
    }

    @Test
    void tooManyAndTooLongAreRefused() {
        assertThat(Quotes.checked(Collections.nCopies(50, "x".repeat(2_000)))).hasSize(50);
        for (List<String> quotes : List.of(Collections.nCopies(51, "x"), List.of("x".repeat(2_001)))) {
            assertThat(catchThrowableOfType(Problem.class, () -> Quotes.checked(quotes)).field()).isEqualTo("quotes");
        }
    }
}
