package org.claimdesk.evidence.capture;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Pages that are not as they were, as people and programs see it. */
@NewsroomTest
class RotPageTest {

    @Inject
    Bed bed;
    @Inject
    Story story;
    @Inject
    SessionFactory sessions;

    @Test
    void theClaimSaysItAndTheChangesCanBeReadAndAccepted() {
        long claim = story.anAssignedClaim();
        long link = bed.changed(claim);
        long look = bed.newest(claim, link).id();
        Visitor rafael = Visitor.signedIn("rafael");

        Seen page = rafael.get("/claims/" + claim);
        assertThat(page.page().select(".note.rot").text()).contains("quoted words are gone", "The log");
        assertThat(page.page().select(".became").text()).contains("quoted words gone");
        assertThat(page.page().select(".kept").text()).contains("captured");
        Seen changes = rafael.get(page.page().selectFirst(".note.rot a").attr("href"));

        assertThat(changes.status()).isEqualTo(200);
        assertThat(changes.page().select(".compared del").text()).isEqualTo("Eleven");
        assertThat(changes.page().select(".compared ins").text()).isEqualTo("Twelve");
        assertThat(changes.page().select(".compared").text()).contains("{cdi:shell.name} <b>");
        assertThat(changes.page().select(".passage").text()).contains("not in it any more");
        String form = "/captures/" + look + "/changes/acknowledge";
        Seen refused = rafael.submit(changes, form, Map.of("reason", "  "));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("Say why");
        Seen done = rafael.submit(changes, form, Map.of("reason", "Twelve with the pilot's, as the claim says."));
        assertThat(done.address().getPath()).isEqualTo("/claims/" + claim);
        assertThat(done.page().select(".note.rot")).isEmpty();
        assertThat(done.page().select(".became").text()).contains("accepted by", story.person("rafael").name());
        Seen after = rafael.get("/claims/" + claim + "/captures/" + look + "/changes");
        assertThat(after.page().select("aside").text()).contains("Twelve with the pilot's");
        assertThat(after.has(form)).isFalse();
        Seen late = rafael.submit(changes, form, Map.of("once", "another", "reason", "My reason."));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text()).contains("My reason.");
    }

    @Test
    void whatIsGoneShowsWhatIsKept() {
        String path = bed.path();
        bed.site().page(path, Bed.LOG);
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().on(path, "410 Gone", new byte[0]);
        long look = bed.look(claim, link).id();
        Visitor wanda = Visitor.signedIn("wanda");

        Seen page = wanda.get("/claims/" + claim + "/captures/" + look + "/changes");

        assertThat(page.page().select(".note").text()).contains("It is gone", "410");
        assertThat(page.page().select("a[href$=/warc]")).hasSize(1);
        assertThat(wanda.get("/claims/" + claim).page().select(".kept").text()).contains("page gone", "WARC");
        assertThat(wanda.get("/articles/" + story.line(claim).article()).page().select(".card").text())
                .contains("page gone");
        assertThat(wanda.get("/claims/" + story.anAssignedClaim() + "/captures/" + look + "/changes").status())
                .isEqualTo(404);
        long first = bed.of(claim, link).get(1).id();
        assertThat(wanda.get("/claims/" + claim + "/captures/" + first + "/changes").status()).isEqualTo(404);
    }

    @Test
    void itIsOnTheDeskOfThoseItConcernsUntilSomebodyAcceptsIt() {
        long claim = story.anAssignedClaim();
        long link = bed.changed(claim);

        assertThat(desk("rafael", "Evidence not as it was", claim)).isTrue();
        assertThat(desk("edith", "Evidence not as it was", claim)).isTrue();
        assertThat(desk("stella", "Verified on evidence not as it was", claim)).as("not verified").isFalse();
        bed.accept(claim, link, "rafael");

        assertThat(desk("rafael", "Evidence not as it was", claim)).isFalse();
        assertThat(desk("edith", "Evidence not as it was", claim)).isFalse();
    }

    @Test
    void onAVerifiedClaimTheStandardsDeskSeesIt() {
        long claim = bed.verifiedOnAChange();

        assertThat(desk("stella", "Verified on evidence not as it was", claim)).isTrue();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);
        Seen changes = rafael.get(page.page().selectFirst(".note.rot a").attr("href"));
        assertThat(changes.page().select("aside").text()).contains("only a reviewer or the standards desk");
        assertThat(changes.has("/acknowledge")).isFalse();
        assertThat(page.page().select(".kept form")).as("it may be looked at again").hasSize(1);
    }

    @Test
    void theApiListsAndAccepts() {
        long open = story.anAssignedClaim();
        bed.changed(open);
        long claim = bed.verifiedOnAChange();
        long link = story.sheet(claim, "stella").evidence().get(0).id();
        long look = bed.watch(claim, link).look();

        as("stella").get("/api/v1/evidence/rot?state=VERIFIED&limit=200")
                .then()
                .statusCode(200)
                .body("claim", hasItem((int) claim), "claim", not(hasItem((int) open)), "[0].claim",
                        equalTo((int) claim), "[0].watch.rot", equalTo("WORDS_GONE"), "[0].watch.look",
                        equalTo((int) look));
        String next = as("stella").get("/api/v1/evidence/rot?limit=1")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .extract()
                .header("Link");
        assertThat(next).contains("after=" + look);
        as("stella").get("/api/v1/evidence/rot?after=" + look + "&limit=1")
                .then()
                .body("[0].claim", equalTo((int) open));
        as("stella").get("/api/v1/evidence/rot?desk=/desks/nowhere").then().body("", hasSize(0));
        as("stella").get("/api/v1/evidence/rot?state=LOST").then().statusCode(400);
        as("stella").get("/api/v1/claims/" + claim)
                .then()
                .body("claim.rot", equalTo("WORDS_GONE"), "evidence[0].watch.fate", equalTo("CHANGED"),
                        "evidence[0].captures[0].lost", hasSize(1));
        String accept = "/api/v1/captures/" + look + "/acknowledge";
        as("rafael").contentType(JSON).body(Map.of("reason", "Fine.")).post(accept).then().statusCode(403);
        as("stella").contentType(JSON)
                .body(Map.of())
                .post(accept)
                .then()
                .statusCode(400)
                .body("field",
                        equalTo("reason"));
        as("stella").contentType(JSON)
                .body(Map.of("reason", "The claim says twelve."))
                .post(accept)
                .then()
                .statusCode(200)
                .body("claim.rot", nullValue(), "evidence[0].watch.accepted.reason", equalTo("The claim says twelve."));
        as("stella").contentType(JSON).body(Map.of("reason", "Fine.")).post(accept).then().statusCode(409);
        as("stella").contentType(JSON)
                .body(Map.of("reason", "Fine."))
                .post("/api/v1/captures/999999999/acknowledge")
                .then()
                .statusCode(404);
        as("edith").get("/api/v1/articles/" + story.line(claim).article() + "/history")
                .then()
                .body("act", hasItem("ACKNOWLEDGE"));
    }

    @Test
    void muchRotTakesAsManyStatementsAsLittle() {
        long few = story.anAssignedClaim();
        bed.changed(few);
        Visitor rafael = Visitor.signedIn("rafael");
        Visitor stella = Visitor.signedIn("stella");
        int desk = statements(rafael, "/desk");
        int standards = statements(stella, "/desk");
        long many = story.anAssignedClaim();
        for (int i = 0; i < 6; i++) {
            bed.changed(many);
            bed.verifiedOnAChange();
        }

        assertThat(statements(rafael, "/desk")).isEqualTo(desk);
        assertThat(statements(stella, "/desk")).isEqualTo(standards);
        assertThat(statements(rafael, "/claims/" + many)).isEqualTo(statements(rafael, "/claims/" + few));
    }

    /** Whether a queue of this person's has the claim; it is asked of the API, since others may stand before it. */
    private boolean desk(String username, String queue, long claim) {
        return as(username).get("/api/v1/desk")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("findAll { it.name == '" + queue + "' }.claims.flatten().id", Integer.class)
                .contains((int) claim);
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
