package org.claimdesk.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.assertj.core.groups.Tuple;
import org.claimdesk.text.Block;
import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.Texts;
import org.claimdesk.text.UnusableText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PlainTextTest {

    @Test
    void aStoryIsReadInBlocks() {
        Manuscript story = PlainText.read("""
                Quiet Door at the Border

                By Ana Ruiz and Ben Cole

                Crossings fell 40 percent. 😀

                - The fee is $40.
                • The wait is long.
                Photo: The gate in March.
                """);

        assertThat(blocks(story)).containsExactly(tuple(Kind.HEADLINE, "Quiet Door at the Border"),
                tuple(Kind.BYLINE, "By Ana Ruiz and Ben Cole"), tuple(Kind.PARAGRAPH, "Crossings fell 40 percent. 😀"),
                tuple(Kind.LIST_ITEM, "The fee is $40."), tuple(Kind.LIST_ITEM, "The wait is long."),
                tuple(Kind.CAPTION, "Photo: The gate in March."));
        assertThat(story.headline()).isEqualTo("Quiet Door at the Border");
        assertThat(story.byline()).isEqualTo("By Ana Ruiz and Ben Cole");
    }

    @Test
    void blocksAreJoinedByLf() {
        assertThat(PlainText.read("One\r\n\r\nTwo 😀\rThree").text()).isEqualTo("One\nTwo 😀\nThree");
    }

    @Test
    void linesBrokenAtTheWidthOfAPageAreOneParagraph() {
        String typed = "The number of crossings at the northern gate fell by\nforty percent in March,"
                + " the northern office said on Monday,\nand has stayed there.";

        assertThat(blocks(PlainText.read("Headline\n\n" + typed))).element(1)
                .isEqualTo(tuple(Kind.PARAGRAPH, typed.replace('\n', ' ')));
    }

    @Test
    void shortLinesAreParagraphsOfTheirOwn() {
        assertThat(blocks(PlainText.read("Headline\n\nYes.\nNo."))).hasSize(3);
    }

    @Test
    void aSentenceThatBeginsWithByIsNoByline() {
        assertThat(blocks(PlainText.read("Headline\nBy noon the gate was shut."))).element(1)
                .isEqualTo(tuple(Kind.PARAGRAPH, "By noon the gate was shut."));
        assertThat(PlainText.read("Headline\nOne.\nTwo.\nBy Ana Ruiz").byline()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0\nHeadline\nText.", "\u200A\n\nHeadline\nText.", "\uFEFF\nHeadline\nText.",
            "\n\n \t\nHeadline\nText.", "\r\n\u00A0 \u00A0\r\nHeadline\r\nText.", "- \u00A0\nHeadline\nText."})
    void theFirstWordsAreTheHeadlineWhateverBlankLinesComeBefore(String raw) {
        Manuscript story = PlainText.read(raw);

        assertThat(story.headline()).isEqualTo("Headline");
        assertThat(story.text()).isEqualTo("Headline\nText.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u00A0", "\uFEFF", "\r\n\t"})
    void aTextWithoutWordsIsRefused(String raw) {
        assertThatThrownBy(() -> PlainText.read(raw)).isInstanceOf(UnusableText.class)
                .hasMessage("There is no text in it.");
    }

    @Test
    void aControlCharacterIsRefused() {
        assertThatThrownBy(() -> PlainText.read("One\n\u0000")).isInstanceOf(UnusableText.class)
                .hasMessageContaining("Line 2");
    }

    @Test
    void fiveMegabytesTakeNoLongerThanTheyShould() {
        String raw = "Headline\n" + "Crossings fell 40 percent. 😀\r\n\r\n".repeat(5_000_000 / 33);

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> PlainText.read(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\n", "\n ", "a \n\n", "- ", "By ", "photo: \n"})
    void nothingRepeatedTakesLongerThanItShould(String part) {
        String raw = "Headline\n" + part.repeat(1_000_000 / part.length());

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> PlainText.read(raw));
    }

    @Property
    void blocksCoverTheTextWithOneLfBetween(@ForAll @From(supplier = Texts.Raw.class) String raw) {
        Manuscript story = PlainText.read("H" + raw);
        CodePoints text = new CodePoints(story.text());
        int at = 0;
        for (Block block : story.blocks()) {
            assertThat(block.start()).isEqualTo(at);
            assertThat(block.end()).isGreaterThan(block.start());
            assertThat(text.slice(block.start(), block.end())).doesNotContain("\n", "  ", "\u00A0");
            at = block.end() + 1;
        }
        assertThat(at).isEqualTo(text.length() + 1);
        assertThat(CanonicalText.of(story.text())).isEqualTo(story.text());
        assertThat(story.blocks().get(0).kind()).isEqualTo(Kind.HEADLINE);
        assertThat(story.blocks().stream().filter(block -> block.kind() == Kind.HEADLINE)).hasSize(1);
    }

    /** The text of a story, or nothing where there are no words in it. */
    public static String words(String raw) {
        try {
            return PlainText.read(raw).text();
        } catch (UnusableText empty) {
            return "";
        }
    }

    static List<Tuple> blocks(Manuscript story) {
        CodePoints text = new CodePoints(story.text());
        return story.blocks()
                .stream()
                .map(block -> tuple(block.kind(), text.slice(block.start(), block.end())))
                .toList();
    }
}
