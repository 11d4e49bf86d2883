package org.claimdesk.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @Test
    void aLineIsOneLineInCanonicalForm() {
        assertThat(Input.line("title", "  The\tsecond\r\n report, Cafe\u0301 ")).isEqualTo("The second report, Café");
        assertThat(Input.line("title", null)).isEmpty();
    }

    @Test
    void proseKeepsItsLines() {
        assertThat(Input.prose("note", "\r\nOne.\r\n\r\nTwo.  \n")).isEqualTo("One.\n\nTwo.");
        assertThat(Input.prose("note", null)).isEmpty();
    }

    @Test
    void theLongestLineIsTakenAndOneMoreIsNot() {
        assertThat(Input.line("title", "x".repeat(500))).hasSize(500);
        assertThat(refused(() -> Input.line("title", "x".repeat(501))))
                .hasMessage("That has 501 characters; at most 500 are taken.")
                .extracting(Problem::field)
                .isEqualTo("title");
    }

    @Test
    void theLongestProseIsTakenAndOneMoreIsNot() {
        assertThat(Input.prose("note", "x".repeat(20_000))).hasSize(20_000);
        assertThat(refused(() -> Input.prose("note", "x".repeat(20_001))).field()).isEqualTo("note");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\r\n\t", "\u00A0", "\u00A0\n\u2003 \u00A0", "\u2007", "\uFEFF"})
    void whiteSpaceOfEveryKindIsNothing(String typed) {
        assertThat(Input.blank(typed)).isTrue();
        assertThat(refused(() -> Input.line("title", typed, "Give a title."))).hasMessage("Give a title.");
        assertThat(refused(() -> Input.prose("reason", typed, "Say why."))).hasMessage("Say why.");
    }

    @Test
    void whatWasTypedAmongWhiteSpaceIsThere() {
        assertThat(Input.blank("\u00A0a\u00A0")).isFalse();
        assertThat(Input.line("title", "\u00A0a\u00A0b\u00A0", "Give a title.")).isEqualTo("a b");
        assertThat(Input.prose("reason", "\u00A0\n12\u00A0000 people\u00A0", "Say why."))
                .isEqualTo("12\u00A0000 people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "\uD83D", "caf\uFFFD"})
    void damagedTextIsRefusedByItsField(String typed) {
        assertThat(refused(() -> Input.line("title", typed)).field()).isEqualTo("title");
        assertThat(refused(() -> Input.prose("note", typed)).field()).isEqualTo("note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "HTTP://example.org/a?b=c#d", "http://127.0.0.1:8080/",
            "https://user@example.org/", "https://[::1]/"})
    void anAddressOfTheWebIsTaken(String typed) {
        assertThat(Input.address("address", " " + typed + "\n")).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,hi", "ftp://example.org", "file:///etc/passwd",
            "example.org", "//example.org", "https://", "http:///path", "https://exa mple.org",
            "https://example.org/\u0000",
            "mailto:a@example.org", "http:example.org", "%", "https://a_b/"})
    void anyOtherAddressIsRefused(String typed) {
        assertThat(refused(() -> Input.address("address", typed)).field()).isEqualTo("address");
    }

    @Test
    void noAddressIsNone() {
        assertThat(Input.address("address", " ")).isNull();
        assertThat(Input.address("address", null)).isNull();
    }

    @Test
    void whatMustBeChosenIsChosen() {
        assertThat(Input.chosen("stance", "SUPPORTS", "Choose.")).isEqualTo("SUPPORTS");
        assertThat(refused(() -> Input.chosen("stance", null, "Choose."))).hasMessage("Choose.");
    }

    private static Problem refused(ThrowingCallable typed) {
        Problem problem = catchThrowableOfType(Problem.class, typed);
        assertThat(problem).as("refused").isNotNull();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        return problem;
    }
}
