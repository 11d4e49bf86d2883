package org.claimdesk.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimdesk.text.format.PlainTextTest.blocks;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.claimdesk.text.Block;
import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.Texts;
import org.claimdesk.text.UnusableText;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void aStoryIsReadInBlocks() {
        Manuscript story = Markdown.read("""
                # Quiet Door at the *Border*

                *Fewer come, and nobody says why.*

                By Ana Ruiz

                Crossings fell **40 percent**, the
                [office](https://example.org/report) said & `wrote`.

                ## What the office says

                > “The gate is open.”

                - one
                - two 😀

                Photo: The gate.
                """);

        assertThat(blocks(story)).containsExactly(tuple(Kind.HEADLINE, "Quiet Door at the Border"),
                tuple(Kind.DEK, "Fewer come, and nobody says why."), tuple(Kind.BYLINE, "By Ana Ruiz"),
                tuple(Kind.PARAGRAPH, "Crossings fell 40 percent, the office said & wrote."),
                tuple(Kind.SUBHEAD, "What the office says"), tuple(Kind.QUOTATION, "“The gate is open.”"),
                tuple(Kind.LIST_ITEM, "one"), tuple(Kind.LIST_ITEM, "two 😀"), tuple(Kind.CAPTION, "Photo: The gate."));
    }

    @Test
    void markupIsNotText() {
        Manuscript story = Markdown.read("Headline\n\n<script>alert(1)</script>\n\nText <b>in</b> <!-- not --> it.");

        assertThat(story.text()).isEqualTo("Headline\nText in it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<span></span>\n\n# Headline\n\nText.", "&nbsp;\n\n# Headline\n\nText.",
            "#\n\n# Headline\n\nText.", "    Headline\n\nText.", "```\nHeadline\n```\n\nText.", "> Headline\n\nText.",
            "- Headline\n\nText.", "\uFEFF# Headline\n\nText.", "***\n\nHeadline\n===\n\nText."})
    void theFirstWordsAreTheHeadlineWhateverComesBefore(String raw) {
        Manuscript story = Markdown.read(raw);

        assertThat(story.headline()).isEqualTo("Headline");
        assertThat(story.text()).isEqualTo("Headline\nText.");
    }

    @Test
    void lettersComposedAcrossMarkupAreOneLetter() {
        assertThat(Markdown.read("e*\u0301*").text()).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "<div></div>", "***", "&nbsp;", "[a]: https://example.org"})
    void aTextWithoutWordsIsRefused(String raw) {
        assertThatThrownBy(() -> Markdown.read(raw)).isInstanceOf(UnusableText.class)
                .hasMessage("There is no text in it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"One &#7; two", "One &#0; two", "One \u0000 two"})
    void aControlCharacterIsRefusedHoweverItIsWritten(String raw) {
        assertThatThrownBy(() -> Markdown.read(raw)).isInstanceOf(UnusableText.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Crossings fell *40* percent. \n\n", "*a **b ", "[", "- a\n", "`"})
    void aLongTextTakesNoLongerThanItShould(String part) {
        String raw = "Headline\n\n" + part.repeat(500_000 / part.length());

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Markdown.read(raw));
    }

    /** The parser takes time with the square of these; the reading stops, and says so. */
    @ParameterizedTest
    @ValueSource(strings = {"<a", "</a", "<a:", "<a@b", "[a](<b", "[a\n", "[a]: <", "<a x='"})
    void aTextThatTakesTheParserLongIsStopped(String part) {
        String raw = "Headline\n\n" + part.repeat(500_000 / part.length());

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            try {
                Markdown.read(raw, new Patience(Duration.ofSeconds(1)));
            } catch (UnusableText stopped) {
                assertThat(stopped).hasMessageContaining("takes longer than 1 seconds");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "1. "})
    void blocksNestedWithoutEndAreRefused(String mark) {
        refusedSoon("Headline\n\n" + mark.repeat(200_000) + "a");
    }

    @Test
    void emphasisNestedWithoutEndIsRefused() {
        refusedSoon("Headline\n\nText " + "*".repeat(200_000) + "a" + "*".repeat(200_000));
    }

    @Test
    void aLongRuleIsNoNesting() {
        assertThat(Markdown.read("Headline\n\n" + "-".repeat(500) + "\n\nText.").text()).isEqualTo("Headline\nText.");
    }

    @Property
    void everyTextBeginsWithItsHeadline(@ForAll @From(supplier = Texts.Raw.class) String raw) {
        Manuscript story = Markdown.read("H" + raw);

        assertThat(story.blocks().get(0).kind()).isEqualTo(Kind.HEADLINE);
        assertThat(story.blocks().get(story.blocks().size() - 1).end())
                .isEqualTo(story.text().codePointCount(0, story.text().length()));
        assertThat(CanonicalText.of(story.text())).isEqualTo(story.text());
    }

    private static void refusedSoon(String raw) {
        Assertions.assertTimeout(Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> Markdown.read(raw)).isInstanceOf(UnusableText.class)
                        .hasMessage("Its Markdown is nested deeper than any article's."));
    }
}
