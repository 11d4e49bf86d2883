package org.claimdesk.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimdesk.text.format.PlainTextTest.blocks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void aPageOfANewspaperIsItsStoryInBlocks() throws IOException {
        assertThat(blocks(page("newspaper.html"))).containsExactly(tuple(Kind.HEADLINE, "Boats at night"),
                tuple(Kind.DEK, "Fewer come, and nobody says why."), tuple(Kind.BYLINE, "By Ann Reed and Bo Li"),
                tuple(Kind.DATE, "May 3, 2026"), tuple(Kind.CAPTION, "A boat at the gate. Photo: Bo Li"),
                tuple(Kind.PARAGRAPH, "HARBOR CITY — On May 2, eleven boats came. They carried 138 people."),
                tuple(Kind.SUBHEAD, "What the office says"), tuple(Kind.QUOTATION, "The gate is open."),
                tuple(Kind.QUOTATION, "— the office"), tuple(Kind.PARAGRAPH, "It said “so”, twice."),
                tuple(Kind.LIST_ITEM, "one thing"), tuple(Kind.LIST_ITEM, "another thing"),
                tuple(Kind.CAPTION, "Boats by year"), tuple(Kind.PARAGRAPH, "Year | Boats"),
                tuple(Kind.PARAGRAPH, "2025 | 11"),
                tuple(Kind.PARAGRAPH, "Nobody counted twelve of them."));
    }

    /** No article, no main, no names that tell: only where the words are. */
    @Test
    void aPageWithoutMarksIsReadWhereItsWordsAre() throws IOException {
        assertThat(blocks(page("plain-layout.html"))).containsExactly(tuple(Kind.HEADLINE, "Quiet door"),
                tuple(Kind.BYLINE, "By Ann Reed"),
                tuple(Kind.PARAGRAPH, "The gate took 138 people a night, the office said on Monday."),
                tuple(Kind.PARAGRAPH, "Before the summer it had been 160, and nobody could say why it fell."),
                tuple(Kind.PARAGRAPH, "The next count is in June."));
    }

    @Test
    void whatThePageSaysForMachinesFillsWhatIsNotPrinted() {
        Manuscript story = read("""
                <title>Boats | The Harbor</title><script type="application/ld+json">
                {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "Boats at night",
                 "author": [{"@type": "Person", "name": "Ann Reed", "url": "https://harbor.example/ann"}, "Bo Li"]}]}
                </script><article><p>Eleven boats came.</p></article>""");

        assertThat(blocks(story)).containsExactly(tuple(Kind.HEADLINE, "Boats at night"),
                tuple(Kind.BYLINE, "By Ann Reed, Bo Li"), tuple(Kind.PARAGRAPH, "Eleven boats came."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "<title>Boats | The Harbor</title><p>Eleven.; Boats",
            "<meta property=og:title content=Boats><p>Eleven.; Boats",
            "Boats<br><br>Eleven.; Boats", "<p>Boats<p>Eleven.; Boats", "<h2>Boats</h2><p>Eleven.; Boats",
            "<h1>The Harbor</h1><article><h1>Boats</h1><p>Eleven.</article>; Boats",
            "<script type=application/ld+json>{broken</script><p>Boats<p>Eleven.; Boats"})
    void theHeadlineIsFoundWhereThereIsOne(String html, String headline) {
        Manuscript story = read(html);

        assertThat(story.headline()).isEqualTo(headline);
        assertThat(story.text()).endsWith("\nEleven.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<nav><p>Out</p></nav>", "<div class=cookie-banner><p>Out</p></div>",
            "<div id=onetrust-consent-sdk><h2>Out</h2></div>", "<script>Out</script>", "<style>Out</style>",
            "<div class='ad-slot ad--wide'>Out</div>", "<aside><p>Out</p></aside>", "<p hidden>Out</p>",
            "<p style='color: red; DISPLAY : none'>Out</p>", "<div class=relatedLinks><p>Out</div>",
            "<ul class=share><li>Out</ul>", "<form><p>Out</p><button>Out</button></form>", "<!-- Out -->",
            "<ul><li><a href=1>Out</a><li><a href=2>Out</a><li><a href=3>Out</a></ul>",
            "<p><a href=1>Read more: Out</a></p>", "<p>ADVERTISEMENT</p>", "<iframe>Out</iframe>",
            "<div role=dialog><p>Out</p></div>", "<section id=comments><article><p>Out</p></article></section>",
            "<noscript>Out</noscript>", "<template><p>Out</template>", "<svg><text>Out</text></svg>",
            "<footer><p>Out</p></footer>", "<textarea>Out</textarea>", "<select><option>Out</select>"})
    void whatIsNotOfTheStoryGoes(String out) {
        assertThat(read("<article><h1>H</h1><p>Eleven boats came that night, and nobody counted.</p>" + out
                + "<p>So it was told.</p></article>").text())
                .isEqualTo("H\nEleven boats came that night, and nobody counted.\nSo it was told.");
    }

    /** Layouts name their whole page after what is beside the story. */
    @ParameterizedTest
    @ValueSource(strings = {"has-sidebar", "article-share-enabled", "promo widget", "shadow header leader"})
    void namesThatHoldTheStoryAreNotTakenForClutter(String name) {
        assertThat(read("<body class='" + name + "'><div class='" + name
                + "'><h1>H</h1><p>Eleven boats came that night, and nobody counted.</p></div>").text())
                .isEqualTo("H\nEleven boats came that night, and nobody counted.");
    }

    /** Between the parts such pages put advertisements. */
    @Test
    void aStoryInSeveralPartsIsReadWhole() {
        String part = "<div class=part><p>%s boats came that night, the office said, and nobody of those who were there had counted them.</p>"
                + "<p>The next count is in June, and whoever wants to know more may then ask again at the office by the gate.</p></div>";

        assertThat(read("<h1>H</h1><section>" + part.formatted("Eleven") + "<div class=ad>Shoes</div>"
                + part.formatted("Twelve") + part.formatted("Nine") + "</section>").text())
                .contains("Eleven", "Twelve", "Nine")
                .doesNotContain("Shoes");
        assertThat(read("<h1>H</h1><main><article>" + part.formatted("Eleven") + "</article><article>"
                + part.formatted("Twelve") + "</article></main>").text()).contains("Eleven", "Twelve");
    }

    @Test
    void aSentenceIsNotTornByWhatStandsInIt() {
        assertThat(read("<h1>H</h1><p>On <time>May 3</time> <a rel=author href=x>Ann</a>, <b>aged</b> 40, s<i>aid</i>"
                + " <span class=date>May&nbsp;4</span>,<br>it was so­le.</p>").text())
                .isEqualTo("H\nOn May 3 Ann, aged 40, said May 4, it was sole.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html></html>", "<script>x</script>", "<nav>Menu</nav>", "<!-- x -->", "\uFEFF"})
    void aPageWithoutWordsIsRefused(String html) {
        refused(html, "There is no text in it.");
    }

    @Test
    void wordsOfEveryScriptAreKept() {
        assertThat(read("<h1>夜の船</h1><p>十一隻の船が来た。</p><p dir=rtl>שלום עולם</p><p>e\u0301 👩‍👩‍👧 &#128674;</p>").text())
                .isEqualTo("夜の船\n十一隻の船が来た。\nשלום עולם\né 👩‍👩‍👧 🚢");
    }

    @Test
    void aControlCharacterIsRefused() {
        refused("<h1>H</h1><p>One \u0007 two", "U+0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<p><b>", "<table><tr><td>", "<blockquote>", "<ul><li>", "<a href=x>",
            "<svg><foreignObject>", "<font><div></font>"})
    void deepNestingNeitherOverflowsNorTakesLong(String tag) {
        String html = "<h1>H</h1>" + tag.repeat(100_000) + "Words";

        Assertions.assertTimeout(Duration.ofSeconds(30), () -> assertThat(readOrRefused(html)).contains("H"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<li>some words", "<p class='a b c'>some words", "<time>May 3</time> ", "&", "<!--",
            "<i>x</i>",
            "<h1>H</h1>", "<p>By Ann</p>", "words of it. ", "<", "<a ", "<br>", "<article>"})
    void aLongPageTakesNoLongerThanItShould(String part) {
        String html = "<h1>H</h1>" + part.repeat(1_500_000 / part.length());

        Assertions.assertTimeout(Duration.ofSeconds(30), () -> readOrRefused(html));
    }

    @Property
    void everyStoryBeginsWithItsHeadline(@ForAll @From(supplier = Texts.Raw.class) String raw) {
        Manuscript story = read("<h1>H</h1><p>" + raw + "<div>" + raw);

        assertThat(story.blocks().get(0)).isEqualTo(new Block(Kind.HEADLINE, 0, 1));
        assertThat(CanonicalText.of(story.text())).isEqualTo(story.text());
    }

    private static String readOrRefused(String html) {
        try {
            return read(html).text();
        } catch (UnusableText refused) {
            return "H " + refused.getMessage();
        }
    }

    private static Manuscript read(String html) {
        return Html.read(html.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Manuscript page(String name) throws IOException {
        try (InputStream page = HtmlTest.class.getResourceAsStream(name)) {
            return Html.read(page.readAllBytes(), null);
        }
    }

    private static void refused(String html, String because) {
        assertThatThrownBy(() -> read(html)).isInstanceOf(UnusableText.class).hasMessageContaining(because);
    }
}
