package org.claimdesk.evidence.capture;

import static io.restassured.http.ContentType.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.ManyPieces;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures as people and programs see them, and what plain SQL is refused. */
@NewsroomTest
class CapturePageTest {

    private static final String PAGE = "<h1>The log</h1><p>Eleven &lt;script&gt;alert(1)&lt;/script&gt; boats came 😀 at night, {cdi:shell.name}."
            + "<script>alert(2)</script></p><p>Nobody was hurt.</p><p>Nobody was hurt.</p>";

    @Inject
    Bed bed;
    @Inject
    Story story;
    @Inject
    SessionFactory sessions;

    @Test
    void thePageShowsHowFarItIsAndThenWhatIsKept() {
        String path = bed.path();
        bed.site().page(path, PAGE);
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        bed.attach(claim, bed.site().address(path + "-gone"));
        bed.instance().runNext();

        Seen page = rafael.submit(rafael.get("/claims/" + claim), "/link",
                Map.of("address", bed.site().address(path), "stance", "SUPPORTS"));
        assertThat(page.page().select(".kept").text()).contains("waits to be captured",
                "Not captured: The site says there is no such page (404).", "attach it as a file");
        assertThat(page.page().select("[hx-trigger='every 2s']")).hasSize(1);
        bed.instance().runNext();
        page = rafael.get("/claims/" + claim);

        assertThat(page.page().select("[hx-trigger^=every]")).isEmpty();
        assertThat(page.page().select(".kept").text()).contains("captured", "text/html", "sha256", "WARC",
                "<script>alert(1)</script>", "{cdi:shell.name}");
        assertThat(page.page().select("script:not([src])")).isEmpty();
        Seen warc = rafael.get(page.page().selectFirst("a[href$=/warc]").attr("href"));
        assertThat(warc.response().headers().firstValue("content-disposition").orElseThrow()).startsWith("attachment")
                .contains(".warc.gz");
        assertThat(warc.response().headers().firstValue("content-type")).hasValue("application/octet-stream");
    }

    @Test
    void theCellIsAskedForByTheScriptAndThePageByPeople() {
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, "https://harbor.example/log");
        Visitor wanda = Visitor.signedIn("wanda");

        Seen whole = wanda.get("/claims/" + claim + "/captures/of/" + link);

        assertThat(whole.address().getPath()).isEqualTo("/claims/" + claim);
        assertThat(whole.page().select("#kept-" + link + " form")).as("no button for a reviewer").isEmpty();
    }

    @Test
    void itIsAskedForAgainByAButton() {
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(bed.path()));
        bed.instance().runNext();
        Visitor rafael = Visitor.signedIn("rafael");

        Seen page = rafael.submit(rafael.get("/claims/" + claim), "/captures/of/" + link, Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(bed.of(claim, link)).hasSize(2);
        assertThat(page.page().select(".kept").text()).contains("waits to be captured", "1 earlier", "404");
    }

    @Test
    void aPassageIsPickedFromTheText() {
        long claim = story.anAssignedClaim();
        long link = captured(claim);
        long capture = bed.newest(claim, link).id();
        Visitor rafael = Visitor.signedIn("rafael");
        String path = "/claims/" + claim + "/captures/" + capture;

        Seen page = rafael.submit(rafael.get(path), path, Map.of("exact", "boats came  😀 at night"));
        assertThat(page.page().select(".passage").text()).contains("boats came 😀 at night");
        Seen wrong = rafael.submit(page, path, Map.of("exact", "Twelve boats"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.trouble()).contains("do not stand in the text");
        assertThat(wrong.form(path).selectFirst("textarea").wholeText()).isEqualTo("Twelve boats");
        Seen which = rafael.submit(page, path, Map.of("exact", "Nobody was hurt."));
        assertThat(which.trouble()).contains("2 times");
        assertThat(which.page().select("input[type=radio]")).hasSize(2);
        Seen chosen = rafael.submit(which, path,
                Map.of("start", which.page().select("input[type=radio]").get(1).val()));

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(bed.passages(claim, link)).extracting(PassageLine::exact)
                .containsExactly("boats came 😀 at night", "Nobody was hurt.");
        assertThat(rafael.get("/claims/" + claim).page().select(".passage").text()).contains("boats came");
        Seen reviewer = Visitor.signedIn("viktor").get(path);
        assertThat(reviewer.status()).isEqualTo(200);
        assertThat(reviewer.has(path)).isFalse();
    }

    @Test
    void theApiShowsAsksAgainAndGivesOut() {
        long claim = story.anAssignedClaim();
        long link = captured(claim);
        CaptureLine kept = bed.newest(claim, link);
        String path = "/api/v1/claims/" + claim;

        as("wanda").get(path)
                .then()
                .statusCode(200)
                .body("evidence[0].captures[0].state", equalTo("DONE"), "evidence[0].captures[0].digest",
                        equalTo(kept.digest()), "evidence[0].captures[0].failure", nullValue(),
                        "evidence[0].captures[0].redirects.size()", equalTo(0));
        as("wanda").get("/api/v1/captures/" + kept.id() + "/warc")
                .then()
                .statusCode(200)
                .header("ETag", '"' + kept.warcDigest() + '"');
        assertThat(as("wanda").get("/api/v1/captures/" + kept.id() + "/text").asByteArray()).asString(UTF_8)
                .startsWith("The log\nEleven");
        as("wanda").get("/api/v1/captures/999999999/warc").then().statusCode(404);
        String again = path + "/evidence/" + link + "/captures";
        as("wanda").contentType(JSON).body("{}").post(again).then().statusCode(403);
        as("rafael").contentType(JSON)
                .body("{}")
                .post(again)
                .then()
                .statusCode(201)
                .body("evidence[0].captures.size()", equalTo(2), "evidence[0].captures[0].state",
                        equalTo("WAITING"));
        as("rafael").contentType(JSON).body("{}").post(again).then().statusCode(409);
        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Eleven"))
                .post(path + "/captures/" + kept.id() + "/passages")
                .then()
                .statusCode(201)
                .body("evidence[0].passages[0].exact", equalTo("Eleven"), "evidence[0].passages[0].start",
                        equalTo(8));
        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Twelve"))
                .post(path + "/captures/" + kept.id() + "/passages")
                .then()
                .statusCode(400)
                .body("field", equalTo("exact"), "detail", containsString("do not stand"));
    }

    @Test
    void theHistoryOfTheArticleHasItWithItsDigests() {
        long claim = story.anAssignedClaim();
        long link = captured(claim);
        CaptureLine kept = bed.newest(claim, link);

        String history = as("edith").get("/api/v1/articles/" + story.line(claim).article() + "/history").asString();

        assertThat(history).contains("\\\"act\\\":\\\"CAPTURE\\\"", kept.digest(), kept.warcDigest())
                .contains("\\\"evidence\\\":" + link);
    }

    /** However it is asked for: there is no such thing to pick from. */
    @Test
    void nothingIsPickedFromACaptureThatWasNotKept() {
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, bed.path());
        long failed = bed.newest(claim, link).id();
        String words = "These words stand nowhere.";

        as("rafael").contentType(JSON)
                .body(Map.of("exact", words))
                .post("/api/v1/claims/" + claim + "/captures/" + failed + "/passages")
                .then()
                .statusCode(404);
        as("rafael").contentType(JSON)
                .body(Map.of("exact", words, "capture", failed))
                .post("/api/v1/claims/" + claim + "/evidence/" + link + "/passages")
                .then()
                .statusCode(404);
        Visitor rafael = Visitor.signedIn("rafael");
        Map<String, String> typed = Visitor.fields(rafael.get("/claims/" + claim).form("/of/" + link));
        typed.put("exact", words);
        assertThat(rafael.send("/claims/" + claim + "/captures/" + failed, typed).status()).isEqualTo(404);
        assertThat(rafael.send("/claims/" + claim + "/evidence/" + link + "?capture=" + failed, typed).status())
                .isEqualTo(404);
        assertThat(bed.passages(claim, link)).isEmpty();
    }

    @Test
    void aLinkOnAFurtherPageIsCapturedAgainFromThere() throws SQLException {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael");
        ManyPieces.on(claim, 55);
        long link = captured(claim);
        Visitor rafael = Visitor.signedIn("rafael");
        Seen second = rafael.get(rafael.get("/claims/" + claim).page().select("a[rel=next]").attr("href"));
        String place = second.address().getQuery();
        assertThat(place).startsWith("after=stands-");

        Seen asked = rafael.submit(second, "/of/" + link, Map.of());

        assertThat(asked.address().getQuery()).isEqualTo(place);
        assertThat(asked.page().select("#kept-" + link).attr("hx-get")).endsWith("?" + place);
        Seen refused = rafael.submit(second, "/of/" + link, Map.of("once", "another " + link));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("[role=alert]")).hasSize(1);
        assertThat(refused.page().select("#kept-" + link + " [role=alert]")).hasSize(1);
    }

    @Test
    void aPageWithManyCapturesTakesAsManyStatementsAsOneWithFew() {
        long few = story.anAssignedClaim();
        captured(few);
        long many = story.anAssignedClaim();
        for (int i = 0; i < 8; i++) {
            long link = captured(many);
            bed.pick(many, link, "Eleven");
        }
        Visitor viktor = Visitor.signedIn("viktor");

        assertThat(statements(viktor, many)).isEqualTo(statements(viktor, few));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update capture set failure = 'x', failure_kind = 'X' where state = 'DONE'",
            "update capture set state = 'WAITING', finished_at = null where state = 'DONE'", "delete from capture",
            "truncate capture cascade", "update capture_text set text = 'x'", "delete from capture_text",
            "update passage set exact = 'x'", "truncate passage",
            "insert into passage (evidence_id, capture_id, exact, prefix, suffix, start_at, end_at, picked_by, picked_at, entry_id)"
                    + " select c.evidence_id, c.id, 'Twelve', '', '', 8, 14, c.asked_by, now(), c.entry_id from capture c where state = 'DONE' limit 1",
            "insert into capture_text (capture_id, text) select id, 'x' from capture where state = 'WAITING' limit 1",
            "update capture set address = 'https://example.org' where state = 'WAITING'",
            "update capture set state = 'DONE' where state = 'WAITING'",
            "update capture set state = 'RUNNING', attempts = attempts + 1, lease_until = now() where state = 'WAITING';"
                    + " update capture set state = 'DONE', lease_until = null, finished_at = now(), entry_id = asked_entry where state = 'RUNNING'",
            "update capture set state = 'RUNNING', attempts = attempts + 1, lease_until = now() where state = 'WAITING';"
                    + " update capture set state = 'FAILED', lease_until = null, finished_at = now(), entry_id = asked_entry,"
                    + " failure = 'x', failure_kind = 'X' where state = 'RUNNING'",
            "insert into capture (evidence_id, address, due_at, asked_by, asked_at, asked_entry)"
                    + " select evidence_id, address, now(), asked_by, now(), asked_entry from capture where state = 'WAITING' limit 1",
            "insert into capture (evidence_id, address, due_at, asked_by, asked_at, asked_entry)"
                    + " select evidence_id, 'https://other.example', now(), asked_by, now(), asked_entry from capture where state = 'DONE' limit 1"})
    void plainSqlIsRefused(String sql) {
        long claim = story.anAssignedClaim();
        long link = captured(claim);
        bed.pick(claim, link, "Eleven");
        bed.attach(claim, "https://harbor.example/log");

        assertThatThrownBy(() -> Bed.sql(sql)).isInstanceOf(SQLException.class)
                .hasMessageMatching(
                        "(?s).*(append-only|never changes|keeps what|does not go|digests|does not|is not the text"
                                + "|do not stand|entry of its own|one_at_a_time|address of its evidence|check constraint).*");
    }

    private long captured(long claim) {
        String path = bed.path();
        bed.site().page(path, PAGE);
        long link = bed.attach(claim, bed.site().address(path));
        bed.instance().runNext();
        assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.DONE);
        return link;
    }

    private int statements(Visitor visitor, long claim) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get("/claims/" + claim).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
