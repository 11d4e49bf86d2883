package org.claimdesk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTextTest {

    @Test
    void composedAndDecomposedAreTheSameText() {
        assertThat(CanonicalText.of("Cafe\u0301")).isEqualTo("Caf\u00E9").isEqualTo(CanonicalText.of("Caf\u00E9"));
        assertThat(CanonicalText.of("\u212B")).isEqualTo("\u00C5");
        assertThat(CanonicalText.of("\u1112\u1161\u11AB")).isEqualTo("한");
    }

    @Test
    void whatOnlyLooksAlikeStaysApart() {
        assertThat(CanonicalText.of("ﬁ ² Ⅷ")).isEqualTo("ﬁ ² Ⅷ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\r\ntwo", "one\rtwo", "one\u2028two", "one\u2029two", "one\u0085two"})
    void everyLineEndIsLf(String raw) {
        assertThat(CanonicalText.of(raw)).isEqualTo("one\ntwo");
    }

    @Test
    void blankLinesAreKept() {
        assertThat(CanonicalText.of("one\r\n\r\ntwo")).isEqualTo("one\n\ntwo");
    }

    @Test
    void aTabIsASpace() {
        assertThat(CanonicalText.of("a\tb")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFHeadline", "\uFEFF\uFEFFHeadline", "Head\uFEFFline", "Headline\uFEFF"})
    void noByteOrderMarkIsLeft(String raw) {
        assertThat(CanonicalText.of(raw)).isEqualTo("Headline");
    }

    @Test
    void nothingIsLeftOfNothing() {
        assertThat(CanonicalText.of("")).isEmpty();
        assertThat(CanonicalText.of("\uFEFF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x7, 0x8, 0xB, 0xC, 0x1B, 0x7F, 0x80, 0x9F})
    void aControlCharacterIsRefusedWithItsLine(int control) {
        assertThatThrownBy(() -> CanonicalText.of("one\r\ntwo\nthree" + (char) control))
                .isInstanceOf(UnusableText.class)
                .hasMessage("Line 3 holds a control character (U+%04X). Remove it and try again.", control);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "😀\uDE00", "\uD83D\uD83D\uDE00"})
    void halfASurrogatePairIsRefused(String raw) {
        assertThatThrownBy(() -> CanonicalText.of(raw)).isInstanceOf(UnusableText.class)
                .hasMessageStartingWith("Line 1 holds a character that was damaged");
    }

    /** What is left of a text in Latin-1 that somebody has read as UTF-8. */
    @Test
    void aTextInTheWrongEncodingIsRefused() {
        String misread = new String("Café\nMünchen".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CanonicalText.of(misread)).isInstanceOf(UnusableText.class)
                .hasMessageContaining("save the file as UTF-8");
    }

    /** Windows-1252 read as Latin-1 has its quotation marks among the control characters. */
    @Test
    void quotationMarksOfWindowsReadAsLatin1AreRefused() {
        String misread = new String(new byte[]{(byte) 0x93, 'H', 'i', (byte) 0x94}, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CanonicalText.of(misread)).isInstanceOf(UnusableText.class);
    }

    @Test
    void fiveMegabytesTakeNoLongerThanTheyShould() {
        String raw = "Crossings fell 40 percent, e\u0301 said 😀.\r\n".repeat(125_000);

        String text = Assertions.assertTimeout(Duration.ofSeconds(5), () -> CanonicalText.of(raw));

        assertThat(text).hasSize(raw.length() - 2 * 125_000);
    }

    @Property
    void whatIsCanonicalStaysAsItIs(@ForAll @From(supplier = Texts.Raw.class) String raw) {
        String text = CanonicalText.of(raw);

        assertThat(CanonicalText.of(text)).isEqualTo(text);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(text).doesNotContain("\r", "\t", "\uFEFF");
    }
}
