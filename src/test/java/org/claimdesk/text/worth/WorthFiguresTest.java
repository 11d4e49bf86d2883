package org.claimdesk.text.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.format.Markdown;
import org.claimdesk.text.Sentences;
import org.junit.jupiter.api.Test;

/** That the figures in docs/check-worthiness.md are those of the weights shipped. */
class WorthFiguresTest {

    private static final Path DEV_TEST = Path
            .of("../shared/data/check-worthiness/CT24_checkworthy_english_dev-test.tsv");

    @Test
    void onDebatesItHasNotSeen() throws IOException {
        assumeTrue(Files.exists(DEV_TEST), "The data is not here.");

        Figures figures = Figures.of("Dev-test", Example.read(DEV_TEST), CheckWorthiness.MODEL);

        assertThat(figures.averagePrecision()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.f1()).isGreaterThanOrEqualTo(0.80);
        assertThat(figures.precisionAt10()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.precisionAt50()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void onNewsProse() {
        Figures figures = Figures.of("Demo article", Example.resource("demo.tsv"), CheckWorthiness.MODEL);

        assertThat(figures.averagePrecision()).isGreaterThanOrEqualTo(0.90);
        assertThat(figures.f1()).isGreaterThanOrEqualTo(0.80);
        assertThat(figures.precisionAt10()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void theLabelledSentencesAreThoseOfTheDemoArticle() throws IOException {
        Manuscript article = Markdown.read(Files.readString(Path.of("src/main/resources/org/claimdesk/local/demo.md")));
        CodePoints text = new CodePoints(article.text());
        List<String> sentences = Sentences.of(article.text(), article.blocks())
                .stream()
                .map(sentence -> text.slice(sentence.start(), sentence.end()))
                .toList();

        assertThat(Example.resource("demo.tsv").stream().map(Example::sentence)).isEqualTo(sentences);
    }

    @Test
    void nothingOfTheDemoArticleWasTrainedOn() {
        List<String> news = Example.resource("news.tsv").stream().map(Example::sentence).toList();

        assertThat(news).hasSizeGreaterThan(100)
                .doesNotContainAnyElementsOf(Example.resource("demo.tsv").stream().map(Example::sentence).toList());
    }
}
