package org.claimdesk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {

    private static final CodePoints TEXT = new CodePoints(
            "Quiet door 😀\nThe fee is $40, she said. The fee rose to $50.\n“The fee is $40,” he repeated. Café.");

    @Test
    void wordsThatStandThereOnceAreFound() {
        assertThat(quote("rose to $50").in(TEXT)).containsExactly(new Anchor("rose to $50",
                "e fee is $40, she said. The fee ", ".\n“The fee is $40,” he repeated.", 47, 58));
    }

    @Test
    void wordsThatDoNotStandThereAreNotFound() {
        assertThat(quote("rose to $60").in(TEXT)).isEmpty();
        assertThat(quote("the fee is").in(TEXT)).as("upper and lower case are different words").isEmpty();
    }

    @Test
    void wordsThatStandThereTwiceAreFoundTwice() {
        assertThat(quote("fee is $40").in(TEXT)).extracting(Anchor::start).containsExactly(17, 65);
    }

    @Test
    void whatStandsAroundThemTellsThemApart() {
        assertThat(new Quote("fee is $40", "The", ", she", null).in(TEXT)).extracting(Anchor::start)
                .containsExactly(17);
        assertThat(new Quote("fee is $40", "“The", "", null).in(TEXT)).extracting(Anchor::start).containsExactly(65);
        assertThat(new Quote("fee is $40", "", ",” he", null).in(TEXT)).extracting(Anchor::start).containsExactly(65);
    }

    @Test
    void contextThatFitsNowhereIsPassedOver() {
        assertThat(new Quote("fee is $40", "nothing like it", "", null).in(TEXT)).hasSize(2);
    }

    @Test
    void thePlaceWhereTheyWereSelectedTellsThemApart() {
        assertThat(new Quote("fee is $40", "", "", 65).in(TEXT)).extracting(Anchor::start).containsExactly(65);
    }

    @Test
    void aPlaceWhereTheyDoNotStandIsPassedOver() {
        assertThat(new Quote("fee is $40", "", "", 16).in(TEXT)).hasSize(2);
        assertThat(new Quote("fee is $40", "", "", -1).in(TEXT)).hasSize(2);
        assertThat(new Quote("fee is $40", "", "", Integer.MAX_VALUE).in(TEXT)).hasSize(2);
    }

    @Test
    void offsetsAfterAnEmojiAreThoseOfTheWords() {
        Anchor found = quote("Quiet door 😀\nThe").in(TEXT).get(0);

        assertThat(TEXT.slice(found.start(), found.end())).isEqualTo("Quiet door 😀\nThe").hasSize(17);
        assertThat(found.end()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"said. The", "  said. The ", "said.\tThe", "said.   The", "said.\u00A0The",
            "\nsaid. The\r\n"})
    void whiteSpaceAsPastedDoesNotMatter(String pasted) {
        assertThat(quote(pasted).in(TEXT)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$50.\n“The", "$50.\r\n“The", "$50. \n\n “The", "$50.\u2029“The"})
    void wordsAcrossBlocksAreFoundHoweverTheirLinesEnd(String pasted) {
        assertThat(quote(pasted).in(TEXT)).extracting(Anchor::exact).containsExactly("$50.\n“The");
    }

    @Test
    void aDecomposedQuoteIsTheSameWords() {
        assertThat(quote("Cafe\u0301").in(TEXT)).hasSize(1);
    }

    @Test
    void noWordsAreFoundNowhere() {
        assertThat(quote("").in(TEXT)).isEmpty();
        assertThat(quote(" \n ").in(TEXT)).isEmpty();
        assertThat(new Quote(null, null, null, null).in(TEXT)).isEmpty();
        assertThat(quote("fee").in(new CodePoints(""))).isEmpty();
    }

    @Test
    void rightToLeftWordsHaveOffsetsInTheOrderTheyAreWritten() {
        CodePoints text = new CodePoints("אמר: השער סגור. The gate is shut.");

        assertThat(quote("השער סגור").in(text)).extracting(Anchor::start, Anchor::end)
                .containsExactly(tuple(5, 14));
    }

    @Test
    void aDamagedQuoteIsRefused() {
        assertThatThrownBy(() -> quote("fee \uD83D").in(TEXT)).isInstanceOf(UnusableText.class);
        assertThatThrownBy(() -> new Quote("fee", "\u0000", "", null).in(TEXT)).isInstanceOf(UnusableText.class);
    }

    /** Half a million letters are the most an article has. */
    @Test
    void wordsThatStandEverywhereTakeNoLongerThanTheyShould() {
        CodePoints text = new CodePoints("a".repeat(500_000));

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(quote("aa").in(text)).hasSize(499_999);
            assertThat(quote("a".repeat(8_000)).in(text)).hasSize(492_001);
        });
    }

    private static Quote quote(String exact) {
        return new Quote(exact, "", "", null);
    }
}
