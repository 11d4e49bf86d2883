package org.claimdesk.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipTest {

    private static final Slip JANE = Slip.of(new Identity("Dr. Jané Doe-Ruiz Jr.", "press officer", "Harbor Guild"),
            "talk-with-jd.mp3");

    @ParameterizedTest
    @ValueSource(strings = {"Dr. Jané Doe-Ruiz Jr.", "jane doe ruiz told us", "RUIZ said so", "Ask Jane.", "ruíz",
            "the (Harbor-guild) knows", "harbor\nguild", "see talk with JD", "talk-with-jd.mp3", "Jane’s word"})
    void whatNamesThemIsFound(String text) {
        assertThat(JANE.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an official with knowledge of the talks", "the harbor is full", "a guild", "janet",
            "do not", "Jr.", "Dr. Who", "press officer"})
    void whatDoesNotIsNot(String text) {
        assertThat(JANE.in(text)).isFalse();
    }

    @Test
    void aShortSurnameCountsAndAShortFirstNameDoesNot() {
        Slip li = Slip.of(new Identity("An Li", "", ""), null);

        assertThat(li.in("Li said")).isTrue();
        assertThat(li.in("An official")).isFalse();
        assertThat(Slip.of(new Identity("李小龍", "", ""), null).in("So 李小龍 said")).isTrue();
        assertThat(Slip.of(new Identity("王小明", "", ""), null).in("王小明说他看到了")).isTrue();
    }

    @Test
    void nothingIsNamedByNothing() {
        assertThat(Slip.of(new Identity("…", "", ""), "").in("…")).isFalse();
        assertThat(JANE.in(null)).isFalse();
    }

    @Test
    void theRefusalNamesTheFieldAndNobody() {
        Problem problem = catchThrowableOfType(Problem.class, () -> JANE.refuse("note", "Ruiz was nervous"));

        assertThat(problem.field()).isEqualTo("note");
        assertThat(problem.getMessage()).doesNotContainIgnoringCase("ruiz");
        assertThat(JANE.refuse("note", "They were nervous")).isSameAs(JANE);
    }

    @Test
    void nothingOfASealShowsItself() {
        Identity who = new Identity("Jane Doe", "press officer", "Harbor Guild");
        Recording tape = new Recording(null, null, "jane.mp3", new byte[32]);

        assertThat(new Object[]{who, tape, Contents.of(who, null), JANE, new Seals.Opened(who, null),
                new Seals.Played("jane.mp3", "audio/mpeg", 1), new Contents.Tape(new byte[1], "jane", "", "", 1)})
                .allSatisfy(one -> assertThat(one.toString()).doesNotContainIgnoringCase("jane").doesNotContain("["));
    }
}
