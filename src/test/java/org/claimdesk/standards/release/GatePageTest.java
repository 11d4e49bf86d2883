package org.claimdesk.standards.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** The gate on its page and in the API, and the index of the standards desk. */
@NewsroomTest
class GatePageTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    SessionFactory sessions;

    private static String path(long article) {
        return "/articles/" + article + "/gate";
    }

    @Test
    void whatFailsIsListedWaivedAndReleasedOnThePage() {
        long article = story.anArticle(1, "");
        long claim = press.rated(article, 1, Rating.MISLEADING);
        Visitor stella = Visitor.signedIn("stella");
        Seen gate = stella.get(path(article));
        assertThat(gate.page().select("h2").text()).contains("Sentences unaccounted for 1",
                "Verdicts that say it is not right 1");
        assertThat(gate.page().select("a[href=/claims/" + claim + "]").text()).contains("Boat 1 carried");
        assertThat(gate.has("/gate/release")).isFalse();
        press.account(article);

        Seen waived = stella.submit(stella.get(path(article)), "/gate/waive", Map.of("reason", "The lawyer agrees."));
        assertThat(waived.status()).isEqualTo(200);
        assertThat(waived.page().text()).contains("The lawyer agrees.", "Nothing stands in the way");
        Seen released = stella.submit(waived, "/gate/release", Map.of());
        assertThat(released.page().text()).contains("Released, revision 1");
        Seen published = stella.submit(released, "/gate/publish", Map.of("address", "https://paper.example/boats"));
        assertThat(published.page().select("a[href=https://paper.example/boats]")).hasSize(1);
        assertThat(stella.get("/articles/" + article).page().text()).contains("Released, revision 1, by Stella");
        assertThat(stella.get("/articles").page().text()).contains("Released, revision 1, by Stella");
        assertThat(stella.get("/standards").page().text()).contains("released");
    }

    @Test
    void whatWasTypedSurvivesARefusal() {
        long article = story.anArticle(1, "");
        press.rated(article, 1, Rating.MISLEADING);
        press.account(article);
        Visitor stella = Visitor.signedIn("stella");
        Seen page = stella.get(path(article));

        Seen late = stella.submit(page, "/gate/waive",
                Map.of("reason", "The lawyer agrees.", "expires", "2020-01-01T10:00"));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.trouble()).contains("past");
        assertThat(late.form("/gate/waive").selectFirst("textarea").wholeText()).isEqualTo("The lawyer agrees.");
        Seen empty = stella.submit(page, "/gate/waive", Map.of("reason", " "));
        assertThat(empty.trouble()).contains("Say why");

        long claim = story.lines(article).get(0).id();
        story.checking().drop(story.ref(claim), "No claim.", story.person("edith"));
        Seen gone = stella.submit(page, "/gate/waive", Map.of("reason", "Kept all the same."));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.trouble()).contains("Kept all the same.");
    }

    @Test
    void theSentenceThatIsWaivedIsChosen() {
        long article = story.anArticle(1, "");
        story.aVerifiedClaim(article, 1);
        Visitor stella = Visitor.signedIn("stella");
        Seen waived = stella.submit(stella.get(path(article)), "/gate/waive", Map.of("reason", "The headline."));
        assertThat(waived.page().text()).contains("Nothing stands in the way", "The headline.");
        Seen withdrawn = stella.submit(waived, "/gate/withdraw", Map.of("reason", "No."));
        assertThat(withdrawn.page().text()).contains("1 item stands in the way");
    }

    @Test
    void contextIsNamedOnThePage() {
        long article = story.anArticle(2, "");
        press.rated(article, 1, Rating.NEEDS_CONTEXT);
        story.aVerifiedClaim(article, 2);
        press.account(article);
        Visitor edith = Visitor.signedIn("edith");
        Seen twice = edith.submit(edith.get(path(article)), "/gate/context", Map.of("exact", "people."));
        assertThat(twice.page().select("input[type=radio][name=start]")).hasSize(2);
        assertThat(twice.form("/gate/context").selectFirst("textarea").wholeText()).isEqualTo("people.");
        Seen named = edith.submit(twice, "/gate/context", Map.of("exact", "Boat 2 carried 12 people."));
        assertThat(named.page().text()).contains("Nothing stands in the way");
    }

    @Test
    void whoMayOnlyReadHasNoButtons() {
        long article = story.anArticle(1, "");
        press.rated(article, 1, Rating.MISLEADING);
        for (String person : new String[]{"rafael", "viktor"}) {
            Visitor visitor = Visitor.signedIn(person);
            Seen gate = visitor.get(path(article));
            assertThat(gate.status()).isEqualTo(200);
            assertThat(gate.page().select("main form")).isEmpty();
            assertThat(gate.page().select("nav[aria-label=Main]").text()).doesNotContain("Standards");
            assertThat(visitor.get("/standards").status()).isEqualTo(403);
            assertThat(visitor.get("/standards/messages").status()).isEqualTo(403);
        }
        Seen edith = Visitor.signedIn("edith").get(path(article));
        assertThat(edith.has("/gate/waive")).isFalse();
    }

    @Test
    void theGateIsPolledByTheApi() {
        long article = press.anOpenArticle(1);
        String gate = "/api/v1/articles/" + article + "/gate";
        Response open = as("rafael").get(gate);
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.jsonPath().getBoolean("open")).isTrue();
        assertThat(open.jsonPath().getBoolean("released")).isFalse();
        String tag = open.header("ETag");
        assertThat(as("rafael").header("If-None-Match", tag).get(gate).statusCode()).isEqualTo(304);
        Response released = as("edith").contentType(ContentType.JSON)
                .body(Map.of("revision", 1))
                .post(gate + "/release");
        assertThat(released.statusCode()).isEqualTo(200);
        assertThat(released.jsonPath().getBoolean("released")).isTrue();
        assertThat(released.jsonPath().getString("release.sha256")).isEqualTo(open.jsonPath().getString("sha256"));
        assertThat(as("rafael").header("If-None-Match", tag).get(gate).statusCode()).isEqualTo(200);
        assertThat(as("rafael").contentType(ContentType.JSON)
                .body(Map.of("revision", 1))
                .post(gate + "/release")
                .statusCode()).isEqualTo(403);
        assertThat(as("edith").contentType(ContentType.JSON)
                .body(Map.of("revision", 2))
                .post(gate + "/release")
                .statusCode()).isEqualTo(412);
        assertThat(as("edith").get("/api/v1/articles/999999999/gate").statusCode()).isEqualTo(404);
    }

    @Test
    void anItemIsWaivedAndTheWaiverWithdrawnByTheApi() {
        long article = story.anArticle(1, "");
        press.rated(article, 1, Rating.UNSUPPORTED);
        press.account(article);
        String gate = "/api/v1/articles/" + article + "/gate";
        Map<String, Object> item = as("stella").get(gate).jsonPath().getMap("items[0]");
        Response waived = as("stella").contentType(ContentType.JSON)
                .body(Map.of("item", item.get("key"), "stood", item.get("stood"), "reason", "So.", "expires",
                        Instant.now().plus(Duration.ofHours(1)).toString()))
                .post(gate + "/waivers");
        assertThat(waived.statusCode()).isEqualTo(200);
        assertThat(waived.jsonPath().getBoolean("open")).isTrue();
        long waiver = waived.jsonPath().getLong("waived[0].waiver.id");
        Response withdrawn = as("stella").contentType(ContentType.JSON)
                .body(Map.of("reason", "No."))
                .post(gate + "/waivers/" + waiver + "/withdraw");
        assertThat(withdrawn.jsonPath().getBoolean("open")).isFalse();
    }

    @Test
    void aGateOfFortyClaimsTakesAsManyStatementsAsOneOfTwo() {
        Visitor stella = Visitor.signedIn("stella");
        long few = claims(2);
        long many = claims(40);
        assertThat(statements(stella, path(many))).isEqualTo(statements(stella, path(few))).isLessThan(12);
        int before = statements(stella, "/standards");
        claims(10);
        assertThat(statements(stella, "/standards")).isEqualTo(before).isLessThan(10);
    }

    private long claims(int claims) {
        long article = story.anArticle(claims, "");
        for (int i = 1; i <= claims; i++) {
            story.aSourcedClaim(article, i);
        }
        return article;
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
