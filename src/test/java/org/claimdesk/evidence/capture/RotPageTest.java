package org.claimdesk.evidence.capture;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are not as they were, as people and programs see it, and what plain SQL is refused. */
@NewsroomTest
class RotPageTest {

    private static final String PAGE = "<h1>The log</h1><p>Eleven boats came at night, {cdi:shell.name} &lt;b&gt;.</p><p>Nobody was hurt.</p>";

    @Inject
    Bed bed;
    @Inject
    Story story;
    @Inject
    SessionFactory sessions;

    @Test
    void theClaimSaysItAndTheChangesCanBeReadAndAccepted() {
        long claim = story.anAssignedClaim();
        long link = changed(claim);
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
        bed.site().page(path, PAGE);
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
        long link = changed(claim);

        assertThat(desk("rafael", "Evidence not as it was", claim)).isTrue();
        assertThat(desk("edith", "Evidence not as it was", claim)).isTrue();
        assertThat(desk("stella", "Verified on evidence not as it was", claim)).as("not verified").isFalse();
        bed.accept(claim, link, "rafael");

        assertThat(desk("rafael", "Evidence not as it was", claim)).isFalse();
        assertThat(desk("edith", "Evidence not as it was", claim)).isFalse();
    }

    @Test
    void onAVerifiedClaimTheStandardsDeskSeesIt() {
        long claim = verifiedOnAChange();

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
        changed(open);
        long claim = verifiedOnAChange();
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
        changed(few);
        Visitor rafael = Visitor.signedIn("rafael");
        Visitor stella = Visitor.signedIn("stella");
        int desk = statements(rafael, "/desk");
        int standards = statements(stella, "/desk");
        long many = story.anAssignedClaim();
        for (int i = 0; i < 6; i++) {
            changed(many);
            verifiedOnAChange();
        }

        assertThat(statements(rafael, "/desk")).isEqualTo(desk);
        assertThat(statements(stella, "/desk")).isEqualTo(standards);
        assertThat(statements(rafael, "/claims/" + many)).isEqualTo(statements(rafael, "/claims/" + few));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from watch", "truncate watch cascade", "delete from acknowledgement",
            "update acknowledgement set reason = 'x'", "truncate acknowledgement",
            "update watch set open = false where evidence_id = %1$d",
            "update watch set open = false, reference_id = look_id where evidence_id = %1$d",
            "update watch set look_id = null, open = false, reference_id = null where evidence_id = %1$d",
            "update watch set look_id = reference_id where evidence_id = %1$d",
            "update watch set claim_id = (select min(id) from claim) where evidence_id = %1$d",
            "update capture set fate = 'SAME', lost = '{}' where evidence_id = %1$d and fate is not null",
            "insert into acknowledgement (evidence_id, capture_id, reason, acknowledged_by, acknowledged_at, entry_id)"
                    + " select w.evidence_id, w.look_id, 'Fine.', c.asked_by, now(), c.entry_id from watch w join capture c on c.id = w.look_id where w.evidence_id = %1$d",
            "insert into capture (evidence_id, address, due_at, asked_by, asked_at) select id, address, now(), attached_by, now() from evidence where id = %1$d",
            "insert into entry (at, person_id, role, act, article_id, body) select now(), '00000000-0000-4000-8000-00000000c1a1', 'EDITOR', 'CAPTURE', id, '{}' from article limit 1",
            "insert into entry (at, person_id, role, act, article_id, body) select now(), '00000000-0000-4000-8000-00000000c1a1', 'SERVICE', 'DROP', id, '{}' from article limit 1",
            "insert into entry (at, person_id, role, act, article_id, body) select now(), e.attached_by, 'SERVICE', 'CAPTURE', c.article_id, '{}' from evidence e join claim c on c.id = e.claim_id where e.id = %1$d"})
    void plainSqlIsRefused(String sql) {
        long claim = story.anAssignedClaim();
        long link = changed(claim);
        long other = changed(claim);
        bed.accept(claim, other, "rafael");

        assertThatThrownBy(() -> Bed.sql(sql.formatted(link))).isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(append-only|nobody accepted|tells nothing|watch is for a link|never changes"
                        + "|given by no act|asked_by_an_act|entry_of_the_service|check constraint).*");
    }

    @Test
    void nobodyWhoSourcedAVerifiedClaimAcceptsInPlainSqlEither() {
        long claim = verifiedOnAChange();
        String sql = """
                insert into entry (at, person_id, role, act, article_id, body)
                    select now(), '%%2$s', 'REPORTER', 'ACKNOWLEDGE', article_id, '{}' from claim where id = %1$d;
                insert into acknowledgement (evidence_id, capture_id, reason, acknowledged_by, acknowledged_at, entry_id)
                    select evidence_id, look_id, 'Fine.', '%%2$s', now(), (select max(id) from entry) from watch where claim_id = %1$d;
                update watch set open = false, reference_id = look_id where claim_id = %1$d"""
                .formatted(claim)
                .replace("%%", "%");

        assertThatThrownBy(() -> Bed.sql(sql.replace("%2$s", story.person("rafael").id().toString())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("who sourced a verified claim");
        assertThatThrownBy(
                () -> Bed.sql("update watch set reference_id = look_id, open = false where claim_id = " + claim))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nobody accepted");
    }

    /** A look that nobody is told of, or that was held against nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"",
            "insert into watch (evidence_id, claim_id, next_at) values (%1$d, %2$d, now()) on conflict do nothing;"})
    void aFinishedCaptureIsKnownToTheWatch(String before) {
        long claim = story.anAssignedClaim();
        long link = before.isEmpty() ? bed.attach(claim, "https://harbor.example/log") : changed(claim);
        if (!before.isEmpty()) {
            bed.again(claim, link);
        }

        assertThatThrownBy(() -> Bed.sql(
                (before + """
                        with e as (insert into entry (at, person_id, role, act, article_id, body)
                            select now(), e.attached_by, 'REPORTER', 'CAPTURE', c.article_id, '{}' from evidence e join claim c on c.id = e.claim_id
                             where e.id = %1$d returning id)
                        select id from e;
                        update capture set state = 'RUNNING', attempts = 1, lease_until = now() where evidence_id = %1$d and state = 'WAITING';
                        update capture set state = 'FAILED', lease_until = null, finished_at = now(), failure_kind = 'X', failure = 'x',
                               entry_id = (select max(id) from entry) where evidence_id = %1$d and state = 'RUNNING'""")
                        .formatted(link, claim)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the watch does not know it");
    }

    /** A claim verified on a page that changed after it. */
    private long verifiedOnAChange() {
        String path = bed.path();
        bed.site().page(path, PAGE);
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.pick(claim, link, "Eleven boats");
        story.checking().submit(story.ref(claim), "Nobody else keeps a log.", story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "The log says so.", null, "Nobody else was there.",
                        story.person("viktor"));
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        bed.look(claim, link);
        return claim;
    }

    private long changed(long claim) {
        String path = bed.path();
        bed.site().page(path, PAGE);
        long link = bed.captured(claim, path);
        bed.pick(claim, link, "Eleven boats");
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        bed.look(claim, link);
        return link;
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
