package org.claimdesk.standards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who audits a verdict does not come upon it anywhere before giving an own rating; everybody else does. */
@NewsroomTest
class BlindTest {

    private static final String RATIONALE = "The log says so.";
    private static final String WAIVED = "Nobody else was there.";
    private static final String REVIEWER = "Lindqvist";

    @Inject
    Story story;
    @Inject
    Lots lots;
    @Inject
    Sequenced sequenced;

    @Test
    void noPageTellsTheVerdictUntilTheAuditIsGiven() {
        AuditLine one = aClaimFromASource();
        long source = story.sheet(one.claim(), "rafael").evidence().get(0).source().id();
        long verified = entryOf(one.claim(), "VERIFY");
        sequenced.now();
        Visitor stella = Visitor.signedIn("stella");
        Visitor edith = Visitor.signedIn("edith");
        List<String> pages = List.of("/claims/" + one.claim(), "/articles/" + one.article(), "/sources/" + source,
                "/ledger/entries/" + verified, "/standards/audits/items/" + one.id(),
                "/standards/audits/" + one.draw());
        stella.submit(stella.get("/standards/audits/items/" + one.id()), "take", Map.of());

        assertThat(pages).allSatisfy(page -> {
            Visitor.Seen seen = stella.get(page);
            assertThat(seen.status()).as(page).isEqualTo(200);
            assertThat(seen.page().text()).as(page)
                    .doesNotContain(RATIONALE, WAIVED, REVIEWER)
                    .doesNotContainPattern("(?i)verdict: accurate|\"ACCURATE\"");
            assertThat(seen.page().select(".state.accurate, mark.accurate, .card.accurate")).as(page).isEmpty();
        });
        // These tell of much else too.
        assertThat(List.of("/standards/audits", "/desk")).allSatisfy(
                page -> assertThat(stella.get(page).page().text()).as(page).doesNotContain(RATIONALE, WAIVED));
        assertThat(stella.get("/claims/" + one.claim()).page().select("section.now").text()).contains("You audit it");
        assertThat(stella.get("/claims/" + one.claim()).has("overturn")).isFalse();
        assertThat(stella.get("/articles/" + one.article()).page().select("#claim-" + one.claim()).text())
                .contains("hidden until you have given your own rating");
        assertThat(stella.get("/standards/audits/items/" + one.id()).page().select("#h-evidence").text())
                .contains("1 piece");
        assertThat(edith.get("/claims/" + one.claim()).page().text()).contains(RATIONALE, WAIVED, REVIEWER);

        stella.submit(stella.get("/standards/audits/items/" + one.id()), "give",
                Map.of("rating", "MISLEADING", "rationale", "Half of it is missing."));

        assertThat(stella.get("/standards/audits/items/" + one.id()).page().text())
                .contains(RATIONALE, REVIEWER, "First verdict: accurate", "Audit: misleading", "a finding is open");
        assertThat(stella.get("/claims/" + one.claim()).page().text()).contains(RATIONALE, REVIEWER);
        assertThat(stella.get("/ledger/entries/" + verified).page().text()).contains("ACCURATE");
    }

    @Test
    void theApiHidesItToo() {
        AuditLine one = aClaimFromASource();
        long source = story.sheet(one.claim(), "rafael").evidence().get(0).source().id();
        long verified = entryOf(one.claim(), "VERIFY");
        sequenced.now();
        as("stella").contentType("application/json")
                .body("{}")
                .post("/api/v1/audits/items/" + one.id() + "/take")
                .then()
                .statusCode(200);

        as("stella").get("/api/v1/claims/" + one.claim())
                .then()
                .statusCode(200)
                .body("claim.rating", nullValue())
                .body("claim.ratedBy", nullValue())
                .body("claim.hidden", equalTo(true))
                .body("verdicts.size()", equalTo(0))
                .body("actions", equalTo(List.of("dispute")));
        as("stella").get("/api/v1/claims?article=" + one.article()).then().body("[0].rating", nullValue());
        as("stella").get("/api/v1/claims/" + one.claim() + "/history")
                .then()
                .body("find { it.act == 'VERIFY' }.body", nullValue())
                .body("find { it.act == 'VERIFY' }.who", nullValue())
                .body("find { it.act == 'VERIFY' }.texts.size()", equalTo(0));
        as("stella").get("/api/v1/ledger/entries/" + verified).then().statusCode(200).body("body", nullValue());
        as("stella").get("/api/v1/ledger/entries/" + verified + "/proof")
                .then()
                .statusCode(200)
                .body("body", nullValue());
        as("stella").get("/api/v1/sources/" + source + "/claims").then().body(not(containsString("ACCURATE")));
        as("stella").get("/api/v1/articles/" + one.article() + "/packet")
                .then()
                .statusCode(403)
                .body("detail", containsString("You audit a verdict"));
        as("stella").contentType("application/json")
                .header("If-Match", as("stella").get("/api/v1/claims/" + one.claim()).header("ETag"))
                .body(Map.of("finding", "So."))
                .post("/api/v1/claims/" + one.claim() + "/overturn")
                .then()
                .statusCode(403)
                .body("detail", containsString("have not seen it"));
        as("edith").get("/api/v1/claims/" + one.claim())
                .then()
                .body("claim.rating", equalTo("ACCURATE"))
                .body(
                        "claim.hidden", equalTo(false));

        as("stella").contentType("application/json")
                .body("{}")
                .post("/api/v1/audits/items/" + one.id() + "/return")
                .then()
                .statusCode(200);
        as("stella").get("/api/v1/claims/" + one.claim()).then().body("claim.rating", equalTo("ACCURATE"));
    }

    /** Of a day and a desk with one verdict they would tell it. */
    @ParameterizedTest
    @CsvSource({"ratings, verdicts", "work, verified"})
    void theStatisticsLeaveItOut(String subject, String counted) {
        AuditLine one = lots.one();
        int all = sum("stella", subject, counted);
        int others = sum("edith", subject, counted);
        audits(one, "take", Map.of());

        assertThat(sum("stella", subject, counted)).isEqualTo(all - 1);
        assertThat(sum("edith", subject, counted)).isEqualTo(others);

        audits(one, "give", Map.of("rating", "MISLEADING", "rationale", "Half of it is missing."));
        assertThat(sum("stella", subject, counted)).isEqualTo(all);
    }

    @Test
    void neitherGatesNorExportsTellIt() {
        AuditLine one = lots.one();
        String article = "/api/v1/articles/" + one.article();
        String csv = "/api/v1/claims.csv?article=" + one.article();
        audits(one, "take", Map.of());

        assertThat(Visitor.signedIn("stella")
                .get("/standards")
                .page()
                .select("li:has([href=/articles/" + one.article() + "])")
                .text()).contains("hidden", "You audit a verdict of it.");
        assertThat(as("stella").get(csv).asString()).contains("VERIFIED").doesNotContain("ACCURATE", REVIEWER);
        assertThat(as("edith").get(csv).asString()).contains("ACCURATE");
        for (String export : List.of("/annotations", "/claim-review", "/gate")) {
            as("stella").get(article + export).then().statusCode(403).body("detail", containsString("You audit"));
        }
        as("edith").get(article + "/annotations").then().statusCode(200);
    }

    private static int sum(String person, String subject, String column) {
        return as(person).get("/api/v1/statistics/" + subject).path("rows." + column + ".sum(0)");
    }

    private static void audits(AuditLine one, String step, Map<String, String> body) {
        as("stella").contentType("application/json")
                .body(body)
                .post("/api/v1/audits/items/" + one.id() + "/" + step)
                .then()
                .statusCode(200);
    }

    /** A later verdict of the same claim, and what was said about the first, would tell as much. */
    @Test
    void aDisputeOfTheVerdictIsHiddenAsWell() {
        AuditLine one = lots.one();
        as("stella").contentType("application/json").body("{}").post("/api/v1/audits/items/" + one.id() + "/take");
        story.checking()
                .dispute(story.ref(one.claim()), Grounds.OTHER, "Accurate it is not.", story.person("wanda"));

        as("stella").get("/api/v1/claims/" + one.claim())
                .then()
                .body(not(containsString("Accurate it is not.")))
                .body("disputes.size()", equalTo(0));
        assertThat(Visitor.signedIn("stella").get("/claims/" + one.claim()).page().text())
                .doesNotContain("Accurate it is not.");
    }

    /** Looking for each rating in turn, or for each reviewer, would tell it. */
    @Test
    void noSearchTellsTheVerdictEither() {
        AuditLine one = aClaimFromASource();
        String here = "/api/v1/search/claims?limit=200&desk=" + Story.IMMIGRATION;
        List<String> telling = List.of(here + "&rating=ACCURATE", here + "&rating=MISLEADING&state=VERIFIED",
                here + "&part=VERIFIED&person=" + story.person("viktor").id(),
                here + "&part=VERIFIED&person=" + story.person("wanda").id());
        assertThat(claims("stella", telling.get(0))).contains(one.claim());
        as("stella").contentType("application/json").body("{}").post("/api/v1/audits/items/" + one.id() + "/take");

        assertThat(telling).allSatisfy(search -> assertThat(claims("stella", search)).doesNotContain(one.claim()));
        assertThat(claims("stella", here + "&state=VERIFIED&person=" + story.person("rafael").id()))
                .contains(one.claim());
        as("stella").get(here)
                .then()
                .body("find { it.claim.id == %d }.claim.rating".formatted(one.claim()), nullValue())
                .body("find { it.claim.id == %d }.claim.hidden".formatted(one.claim()), equalTo(true));
        assertThat(Visitor.signedIn("stella")
                .get("/search?state=VERIFIED")
                .page()
                .select(".rows > li:has(a[href=/claims/" + one.claim() + "])")
                .text()).contains("verdict hidden").doesNotContain(REVIEWER, "accurate");
        assertThat(claims("edith", telling.get(0))).contains(one.claim());
        assertThat(claims("edith", telling.get(2))).contains(one.claim());
    }

    private static List<Long> claims(String who, String search) {
        return as(who).get(search).then().statusCode(200).extract().jsonPath().getList("claim.id", Long.class);
    }

    private long entryOf(long claim, String act) {
        return as("edith").get("/api/v1/claims/" + claim + "/history")
                .jsonPath()
                .getLong("find { it.act == '%s' }.id".formatted(act));
    }

    private AuditLine aClaimFromASource() {
        long article = story.anArticle();
        story.aClaimVerifiedOn(article, 1,
                new Provenance("Harbor " + UUID.randomUUID(), null, Rank.SECONDARY));
        return lots.audits(lots.drawn(article, 1)).get(0);
    }
}
