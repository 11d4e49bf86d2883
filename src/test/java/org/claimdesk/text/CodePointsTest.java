package org.claimdesk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodePointsTest {

    private static final CodePoints MIXED = new CodePoints("a😀b\u05D0e\u0301𝄞");

    @Test
    void anEmojiIsOneOffset() {
        assertThat(MIXED.length()).isEqualTo(7);
        assertThat(MIXED.slice(1, 2)).isEqualTo("😀");
        assertThat(MIXED.slice(2, 3)).isEqualTo("b");
        assertThat(MIXED.slice(6, 7)).isEqualTo("𝄞");
    }

    @Test
    void aCombiningMarkThatHasNoComposedFormIsAnOffsetOfItsOwn() {
        assertThat(MIXED.slice(4, 5)).isEqualTo("e");
        assertThat(MIXED.slice(5, 6)).isEqualTo("\u0301");
    }

    @Test
    void offsetsOutsideTheTextAreRefusedOrMovedToItsEnds() {
        assertThatThrownBy(() -> MIXED.slice(0, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MIXED.slice(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MIXED.slice(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(MIXED.clip(-5, 2)).isEqualTo("a😀");
        assertThat(MIXED.clip(6, 40)).isEqualTo("𝄞");
        assertThat(MIXED.clip(40, 50)).isEmpty();
        assertThat(MIXED.clip(3, 2)).isEmpty();
    }

    @Test
    void occurrencesAreCountedInCodePoints() {
        assertThat(new CodePoints("😀 fee, 😀 fee").occurrences("fee")).containsExactly(2, 9);
    }

    @Test
    void overlappingOccurrencesCount() {
        assertThat(new CodePoints("ababa").occurrences("aba")).containsExactly(0, 2);
        assertThat(new CodePoints("😀😀😀").occurrences("😀😀")).containsExactly(0, 1);
    }

    @Test
    void noWordsOccurNowhere() {
        assertThat(MIXED.occurrences("")).isEmpty();
        assertThat(new CodePoints("").occurrences("a")).isEmpty();
        assertThat(new CodePoints("").length()).isZero();
    }

    @Property
    void codePointsAndUtf16AreInverse(@ForAll @From(supplier = Texts.Canonical.class) String text, @ForAll int seed) {
        CodePoints points = new CodePoints(text);
        int at = Math.floorMod(seed, points.length() + 1);
        int unit = points.slice(0, at).length();

        assertThat(unit).isEqualTo(text.offsetByCodePoints(0, at));
        assertThat(text.codePointCount(0, unit)).isEqualTo(at);
        assertThat(points.slice(0, at) + points.slice(at, points.length())).isEqualTo(text).isEqualTo(points.text());
    }

    @Property
    void whatIsSlicedOutOccursWhereItWasSliced(@ForAll @From(supplier = Texts.Canonical.class) String text,
            @ForAll int one,
            @ForAll int two) {
        CodePoints points = new CodePoints(text);
        int[] range = Texts.range(points, one, two);

        if (range[0] < range[1]) {
            assertThat(points.occurrences(points.slice(range[0], range[1]))).contains(range[0])
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }
}
