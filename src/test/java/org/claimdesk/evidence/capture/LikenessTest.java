package org.claimdesk.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.claimdesk.evidence.capture.Likeness.Page;
import org.claimdesk.evidence.capture.Likeness.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final String HERE = "https://harbor.example/log";

    @Test
    void whiteSpaceMakesNoOtherText() {
        Likeness likeness = of("Eleven boats\ncame at night.", "Eleven  boats came\u00A0at night.\n", "boats came");

        assertThat(likeness.same()).isTrue();
        assertThat(likeness.lost()).isEmpty();
    }

    @Test
    void aLetterDoes() {
        assertThat(of("Eleven boats came.", "Twelve boats came.", "boats came")).satisfies(likeness -> {
            assertThat(likeness.fate()).isEqualTo(Fate.CHANGED);
            assertThat(likeness.stood()).isEqualTo(1);
            assertThat(likeness.lost()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"111 boats came,true", "'1,011 boats came',true", "1.11 boats came,true", "11 boats came,false",
            "so 11 boats camera,true", "'11 boats came, all told',false", "'about (11 boats came)',false"})
    void aFigureThatGrewIsNotTheFigureThatWasQuoted(String now, boolean lost) {
        assertThat(of("At night 11 boats came.", now, "11 boats came").lost().isEmpty()).isNotEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"paid 11,paid 110,true", "'paid 11','paid 11,500',true", "'paid 11','paid 11, all told',false",
            "'paid 11','paid 11.',false", "'paid 11','paid 11.5',true"})
    void norOneThatGoesOn(String old, String now, boolean lost) {
        assertThat(of(old, now, "paid 11").lost().isEmpty()).isNotEqualTo(lost);
    }

    @Test
    void wordsPickedFromTheMiddleOfAWordAreFoundThere() {
        Likeness likeness = Likeness.of(page("The harbormaster said so.", HERE), page("A harbormaster said it.", HERE),
                List.of(new Words(1, "master said", "The harbor", " so.")));

        assertThat(likeness.stood()).isEqualTo(1);
        assertThat(likeness.lost()).isEmpty();
    }

    @Test
    void onlyWhatStoodInTheReferenceCanBeLost() {
        assertThat(of("Eleven boats.", "Twelve boats.", "ninety boats").stood()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"http://www.harbor.example/log/,false", "https://HARBOR.example:443/log,false",
            "https://harbor.example/log#top,false", "https://harbor.example/logs,true",
            "https://harbor.example/log?id=2,true", "https://port.example/log,true",
            "https://harbor.example:8443/log,true"})
    void anotherAddressIsAMoveUnlessItIsTheSamePlace(String now, boolean moved) {
        Likeness likeness = Likeness.of(page("Eleven.", HERE), page("Eleven.", now), List.of());

        assertThat(likeness.moved()).isEqualTo(moved);
        assertThat(likeness.same()).isTrue();
    }

    @Test
    void whatHasNoTextIsComparedByItsBytes() {
        assertThat(Likeness.of(new Page("aa", HERE, null), new Page("aa", HERE, null), List.of()).same()).isTrue();
        assertThat(Likeness.of(new Page("aa", HERE, null), new Page("bb", HERE, null), List.of()).same()).isFalse();
        Likeness lost = Likeness.of(new Page("aa", HERE, "Eleven."), new Page("bb", HERE, null),
                List.of(new Words(4, "Eleven", "", ".")));
        assertThat(lost.lost()).containsExactly(4L);
    }

    private static Likeness of(String old, String now, String words) {
        return Likeness.of(page(old, HERE), page(now, HERE), List.of(new Words(1, words, " ", " ")));
    }

    private static Page page(String text, String address) {
        return new Page(Integer.toHexString(text.hashCode()), address, text);
    }
}
