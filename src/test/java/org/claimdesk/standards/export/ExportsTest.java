package org.claimdesk.standards.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.Test;

/** Claims and verdicts in the formats of others. */
@NewsroomTest
class ExportsTest {

    private static final String ADDRESS = "https://paper.example/exported";

    @Inject
    Story story;
    @Inject
    Press press;

    private static List<CSVRecord> rows(String query) throws Exception {
        Response csv = as("rafael").get("/api/v1/claims.csv" + query);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("claims.csv");
        return CSVFormat.RFC4180.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.asString()))
                .getRecords();
    }

    @Test
    void everyVerdictHasALineAndAClaimWithoutOneToo() throws Exception {
        long article = story.anArticle(2, "");
        long claim = story.aVerifiedClaim(article, 1);
        story.checking().overturn(story.ref(claim), "No.", story.person("stella"));
        story.checking().answer(story.ref(claim), "It is.", story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.MISLEADING, "Half of it.", Dispute.Outcome.REJECTED, null,
                        story.person("wanda"));
        long free = story.aFreeClaim(article, 2);
        List<CSVRecord> rows = rows("?article=" + article);
        assertThat(rows).extracting(row -> row.get("claim") + " " + row.get("rating") + " " + row.get("ended"))
                .containsExactly(claim + " ACCURATE OVERTURNED", claim + " MISLEADING ", free + "  ");
        assertThat(rows.get(0).get("words")).isEqualTo(Story.words(1));
        assertThat(rows.get(0).get("published")).isEqualTo("no");
        assertThat(Instant.parse(rows.get(0).get("given_at"))).isBefore(Instant.now());
        assertThat(as("rafael").get("/api/v1/claims.csv?article=" + article).asString()).doesNotContain("Half of it");
    }

    @Test
    void theyAreChosenByArticleDeskAndPeriod() throws Exception {
        long article = story.anArticle(1, "");
        story.aFreeClaim(article, 1);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String of = "?article=" + article;
        assertThat(rows(of + "&desk=" + Story.IMMIGRATION)).hasSize(1);
        assertThat(rows(of + "&desk=/desks/none")).isEmpty();
        assertThat(rows(of + "&from=" + today.minusDays(1) + "&to=" + today.plusDays(1))).hasSize(1);
        assertThat(rows(of + "&to=" + today.minusDays(2))).isEmpty();
        assertThat(rows(of + "&from=" + today.plusDays(2))).isEmpty();
        for (String wrong : List.of("&from=yesterday", "&to=2026-13-01", "&from=2026-02-01&to=2026-01-01",
                "&from=0001-01-01")) {
            assertThat(as("rafael").get("/api/v1/claims.csv" + of + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(given().get("/api/v1/claims.csv").statusCode()).isEqualTo(401);
    }

    @Test
    void aSpreadsheetTakesNothingForAFormula() throws Exception {
        long article = story.anArticleOf("@SUM(A1:A9) came\n=HYPERLINK(\"https://bad.example\") people came.");
        story.aClaimOn(article, 1, "=HYPERLINK(\"https://bad.example\") people came.");
        CSVRecord row = rows("?article=" + article).get(0);
        assertThat(row.get("words")).startsWith("'=HYPERLINK(");
        assertThat(row.get("headline")).startsWith("'@SUM");
        for (String formula : List.of("+1", "-1", "＝1", "\t=1", "\r=1", "=1\nx")) {
            assertThat(ClaimsCsv.guarded(formula)).isEqualTo("'" + formula);
        }
        assertThat(ClaimsCsv.guarded("1+1")).isEqualTo("1+1");
        assertThat(ClaimsCsv.guarded(null)).isNull();
    }

    @Test
    void moreClaimsThanAreReadAtATimeComeWhole() throws Exception {
        long article = story.anArticle(450, "");
        for (int i = 1; i <= 450; i++) {
            story.aFreeClaim(article, i);
        }
        assertThat(rows("?article=" + article)).hasSize(450);
        assertThat(as("rafael").get("/api/v1/articles/" + article + "/annotations").jsonPath().getInt("total"))
                .isEqualTo(450);
    }

    @Test
    void aPublishedArticleHasClaimReviewsOfWhatStands() {
        long article = press.anOpenArticle(3);
        String path = "/api/v1/articles/" + article + "/claim-review";
        assertThat(as("rafael").get(path).statusCode()).isEqualTo(404);
        press.release(article, "edith");
        press.publish(article, 1, ADDRESS, null, "edith");
        long overturned = story.lines(article).get(0).id();
        story.checking().overturn(story.ref(overturned), "No.", story.person("stella"));
        story.revise(article, 1, story.text(article).replace("carried 12 people", "carried 99 people"));
        Response reviews = as("rafael").get(path);
        assertThat(reviews.contentType()).startsWith("application/ld+json");
        assertThat(reviews.jsonPath().getString("'@context'")).isEqualTo("https://schema.org");
        List<Map<String, Object>> graph = reviews.jsonPath().getList("'@graph'");
        assertThat(graph).singleElement().satisfies(review -> {
            assertThat(review).containsEntry("@type", "ClaimReview").containsEntry("claimReviewed", Story.words(3));
            assertThat((String) review.get("@id")).startsWith(ADDRESS + "#claim-");
        });
        assertThat(reviews.jsonPath().getString("'@graph'[0].itemReviewed.appearance.url")).isEqualTo(ADDRESS);
        assertThat(reviews.jsonPath().getInt("'@graph'[0].reviewRating.ratingValue")).isEqualTo(5);
    }

    @Test
    void theClaimsOfTheTextAreWebAnnotations() {
        long article = story.anArticle(2, "");
        long claim = story.aVerifiedClaim(article, 1);
        story.aFreeClaim(article, 2);
        Response all = as("viktor").get("/api/v1/articles/" + article + "/annotations");
        assertThat(all.contentType()).contains("application/ld+json", "http://www.w3.org/ns/anno.jsonld");
        assertThat(all.jsonPath().getString("'@context'")).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        assertThat(all.jsonPath().getString("type")).isEqualTo("AnnotationCollection");
        assertThat(all.jsonPath().getString("first.items[0].id")).endsWith("/api/v1/claims/" + claim);
        assertThat(all.jsonPath().getString("first.items[0].motivation")).isEqualTo("assessing");
        assertThat(all.jsonPath().getString("first.items[1].motivation")).isEqualTo("tagging");
        String text = story.text(article);
        int start = all.jsonPath().getInt("first.items[0].target.selector[1].start");
        int end = all.jsonPath().getInt("first.items[0].target.selector[1].end");
        assertThat(text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)))
                .isEqualTo(all.jsonPath().getString("first.items[0].target.selector[0].exact"));
        assertThat(as("viktor").get("/api/v1/articles/999999999/annotations").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasSaidOffTheRecordIsInNoneOfThem() {
        long article = story.anArticle(1, "");
        long claim = story.anAssignedClaim(article, 1);
        story.attach(claim, "rafael");
        story.checking()
                .attach(story.ref(claim),
                        new Piece.Interview(new Piece.About("Talk", Stance.SUPPORTS, "", "Quiet note"),
                                "Zelda Silent", "keeper", "Silent Guild", Piece.Channel.PHONE,
                                Instant.parse("2026-01-02T03:04:05Z"), Attribution.OFF_THE_RECORD),
                        story.person("rafael"));
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "Zelda Silent says so too.", null, null,
                        story.person("viktor"));
        press.account(article);
        press.release(article, "edith");
        press.publish(article, 1, ADDRESS, null, "edith");
        for (String path : List.of("/api/v1/claims.csv?article=" + article,
                "/api/v1/articles/" + article + "/claim-review", "/api/v1/articles/" + article + "/annotations")) {
            Response export = as("rafael").get(path);
            assertThat(export.statusCode()).as(path).isEqualTo(200);
            assertThat(export.asString()).as(path).contains("Boat 1").doesNotContain("Zelda", "Silent", "Quiet note");
        }
    }
}
