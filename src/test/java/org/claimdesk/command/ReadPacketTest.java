package org.claimdesk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and programs read of a packet: HTML, PDF, Web Annotations, ClaimReview. */
@NewsroomTest
class ReadPacketTest {

    private static final String TEXT = "A night in Łódź\nErdős Ágnes met Жанна at “the harbor” near Αθήνα 🚢 中.\n"
            + "They said <script>alert(1)</script> & left.\nBoat 7 carried 17 people.\nBoat 8 carried 18 people.\n";

    @Inject
    Story story;
    @Inject
    Packets packets;

    private long letters;
    private long script;
    private long dropped;
    private Forger files;

    @BeforeEach
    void anArticleInManyLetters() throws IOException {
        long article = story.anArticleOf(TEXT);
        letters = story.aClaimOn(article, 1, "Erdős Ágnes met Жанна at “the harbor” near Αθήνα 🚢 中.");
        script = story.aClaimOn(article, 1, "They said <script>alert(1)</script> & left.");
        dropped = story.aClaimOn(article, 1, "Boat 7 carried 17 people.");
        verify(letters, Rating.NEEDS_CONTEXT);
        verify(dropped, Rating.ACCURATE);
        story.checking().drop(story.ref(dropped), "Said twice.", story.person("edith"));
        story.revise(article, 1, story.text(article).replace("A night", "One night").replace("& left", "& went"));
        byte[] packet = packets.of(article);
        assertThat(packets.check(packet).code()).as(packets.check(packet).text()).isZero();
        files = new Forger(packet);
    }

    private void verify(long claim, Rating rating) {
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking().verify(story.ref(claim), rating, "The log says “so”.", null, null, story.person("viktor"));
    }

    @Test
    void theHtmlHasEverythingAndAsksForNothing() {
        Document page = Jsoup.parse(files.text("article.html"));

        assertThat(page.select("script, link, img, iframe, object, embed, base, form, svg, [src], [style]")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).isNotEmpty().allMatch(to -> to.startsWith("#"));
        page.select("[href]")
                .eachAttr("href")
                .forEach(to -> assertThat(page.getElementById(to.substring(1))).as(to).isNotNull());
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(page.select("mark.verified").text())
                .contains("Erdős Ágnes met Жанна at “the harbor” near Αθήνα 🚢 中.");
        assertThat(page.select("mark.assigned").text()).contains("<script>alert(1)</script> & went.");
        assertThat(page.select("#claim-" + letters).text()).contains("verified: needs context", "The log says “so”.",
                "Log of the harbor", "Harbor log of the night", "Verified, by Viktor");
        assertThat(page.select("#claim-" + dropped).text()).contains("dropped", "Said twice.");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void thePdfLosesNoLetter() throws IOException {
        byte[] bytes = files.files().get("article.pdf");
        String text = pdf(bytes);

        assertThat(text).contains("Erdős Ágnes met Жанна at “the harbor” near Αθήνα □ □.", "One night in Łódź",
                "They said <script>alert(1)</script> & went.", "Boat 7 carried 17 people.", "needs context",
                "The log says “so”.", "Log of the harbor", "Said twice.");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("One night in Łódź");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getParentTree().getValue(0)).isNotNull();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).contains("√ 1 Erdős Ágnes met Жанна at “the harbor” near Αθήνα 🚢 中.",
                    "– 3 Boat 7 carried 17 people.");
        }
    }

    @Test
    void everyAnnotationFindsItsWords() {
        JsonPath annotations = JsonPath.from(files.text("annotations.jsonld"));
        List<Map<String, Object>> items = annotations.getList("first.items");

        assertThat(annotations.getString("'@context'")).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        assertThat(annotations.getString("type")).isEqualTo("AnnotationCollection");
        assertThat(annotations.getInt("total")).isEqualTo(4).isEqualTo(items.size());
        assertThat(annotations.getList("first.items.id", String.class)).doesNotHaveDuplicates()
                .contains("annotations.jsonld#claim-" + letters + "-revision-1",
                        "annotations.jsonld#claim-" + letters + "-revision-2")
                .noneMatch(id -> id.contains("claim-" + dropped));
        for (int i = 0; i < items.size(); i++) {
            String target = "first.items[" + i + "].target.";
            int[] text = files.text(annotations.getString(target + "source")).codePoints().toArray();
            int start = annotations.getInt(target + "selector[1].start");
            int end = annotations.getInt(target + "selector[1].end");
            String exact = annotations.getString(target + "selector[0].exact");
            String prefix = annotations.getString(target + "selector[0].prefix");
            String suffix = annotations.getString(target + "selector[0].suffix");
            String before = new String(text, 0, start);
            String after = new String(text, end, text.length - end);
            assertThat(new String(text, start, end - start)).isEqualTo(exact);
            assertThat(before).endsWith(prefix == null ? "" : prefix);
            assertThat(after).startsWith(suffix == null ? "" : suffix);
        }
        assertThat(annotations.getList("first.items.findAll { it.motivation == 'assessing' }.body.flatten().value"))
                .contains("needs context", "The log says “so”.", "verified")
                .doesNotContain("accurate");
        assertThat(annotations.getList("first.items.findAll { it.id.contains('claim-" + script + "-') }.motivation"))
                .containsOnly("tagging");
    }

    @Test
    void aClaimReviewIsForEachVerdictThatStands() {
        JsonPath reviews = JsonPath.from(files.text("claim-reviews.jsonld"));

        assertThat(reviews.getString("'@context'")).isEqualTo("https://schema.org");
        assertThat(reviews.getList("'@graph'")).hasSize(1);
        JsonPath review = reviews.setRootPath("'@graph'[0]");
        assertThat(review.getString("'@type'")).isEqualTo("ClaimReview");
        assertThat(review.getString("claimReviewed")).startsWith("Erdős Ágnes met Жанна");
        assertThat(review.getString("itemReviewed.'@type'")).isEqualTo("Claim");
        assertThat(review.getString("itemReviewed.appearance.headline")).isEqualTo("One night in Łódź");
        assertThat(review.getInt("reviewRating.ratingValue")).isEqualTo(4);
        assertThat(review.getInt("reviewRating.bestRating")).isEqualTo(5);
        assertThat(review.getInt("reviewRating.worstRating")).isEqualTo(1);
        assertThat(review.getString("reviewRating.alternateName")).isEqualTo("needs context");
        assertThat(review.getString("author.'@type'")).isEqualTo("Organization");
        assertThat(review.getString("author.name")).isNotBlank();
        assertThat(review.getString("author.url")).as("no address is configured").isNull();
        assertThat(review.getString("datePublished")).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    static String pdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
