package org.claimdesk.evidence.preview;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Quoting;
import org.claimdesk.claim.Story;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.text.Quote;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A piece of evidence as people and programs look at it, quote from it, and what plain SQL is refused. */
@NewsroomTest
class EvidencePageTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SANDBOX = "default-src 'none'; sandbox";

    @Inject
    Story story;
    @Inject
    Onlooker onlooker;
    @Inject
    ContentStore store;
    @Inject
    Quoting quoting;
    @Inject
    SessionFactory sessions;

    private static Piece.About about(String title) {
        return new Piece.About(title, Stance.SUPPORTS, "", "");
    }

    /** Attaches a file, which nobody has looked at then. @return the id of the evidence */
    private long attach(long claim, byte[] content, String name) {
        try {
            return story.checking()
                    .attach(story.ref(claim), new Piece.File(about("The " + name),
                            store.keep(new ByteArrayInputStream(content), name), name), story.person("rafael"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** A PDF file that no other test has, of three pages. */
    private static byte[] log() {
        return Specimens.pdf("The log, number " + NUMBER.incrementAndGet(),
                "Eleven boats came\nat night. Nobody slept.",
                "Nobody slept.");
    }

    private static String page(long claim, long evidence) {
        return "/claims/" + claim + "/evidence/" + evidence;
    }

    @Test
    void aPdfIsLookedAtOnceReadAndTurnedPageByPage() {
        long claim = story.anAssignedClaim();
        byte[] log = log();
        long pdf = attach(claim, log, "log.pdf");
        Visitor rafael = Visitor.signedIn("rafael");
        Seen waiting = rafael.get(page(claim, pdf));
        assertThat(waiting.page().select("#look").text()).contains("Being looked at");
        assertThat(waiting.page().select("[hx-get$=/wait]")).hasSize(1);
        assertThat(rafael.get(page(claim, pdf) + "/wait").response().headers().firstValue("HX-Refresh")).isEmpty();

        onlooker.looks();
        Seen page = rafael.get(page(claim, pdf) + "?page=2");

        assertThat(rafael.get(page(claim, pdf) + "/wait").response().headers().firstValue("HX-Refresh"))
                .hasValue("true");
        assertThat(page.page().select("#look img").attr("src")).isEqualTo("/evidence/" + pdf + "/pages/2");
        assertThat(page.page().select("#look img").attr("alt")).contains("Page 2 of The log.pdf");
        assertThat(page.page().select("#look .turn").text()).contains("of 3", "earlier", "later");
        assertThat(page.page().select("#captured").text()).contains("Eleven boats came at night.");
        assertThat(page.page().select(".leaf").eachAttr("data-leaf")).containsExactly("page 1", "page 2", "page 3");
        assertThat(page.page().select("script:not([src]), style, iframe, embed, object")).isEmpty();
        assertThat(page.response().headers().firstValue("content-security-policy").orElseThrow())
                .contains("img-src 'self';", "media-src 'self';", "default-src 'none';");
        assertThat(rafael.get("/claims/" + claim).page().select("td a[href='" + page(claim, pdf) + "']")).hasSize(1);

        // The same content on another claim has been looked at already.
        long again = story.anAssignedClaim();
        long same = attach(again, log, "other.pdf");
        assertThat(rafael.get(page(again, same)).page().select("#captured").text()).contains("Eleven boats came");
    }

    @Test
    void aPassageOfAPdfHasItsPage() {
        long claim = story.anAssignedClaim();
        long pdf = attach(claim, log(), "log.pdf");
        onlooker.looks();
        Visitor rafael = Visitor.signedIn("rafael");
        String path = page(claim, pdf);

        Seen page = rafael.submit(rafael.get(path), path, Map.of("exact", "Eleven boats came at night."));
        assertThat(page.trouble()).isEmpty();
        assertThat(page.page().select(".passage").text()).contains("Eleven boats came at night.", "page 2",
                "picked by");
        assertThat(page.page().select(".passage a").attr("href")).isEqualTo("?page=2#look");
        Seen wrong = rafael.submit(page, path, Map.of("exact", "Twelve boats"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.trouble()).contains("do not stand in the text");
        assertThat(wrong.form(path).selectFirst("textarea").wholeText()).isEqualTo("Twelve boats");
        Seen which = rafael.submit(page, path, Map.of("exact", "Nobody slept."));
        assertThat(which.page().select("input[type=radio]")).hasSize(2);
        Seen chosen = rafael.submit(which, path,
                Map.of("start", which.page().select("input[type=radio]").get(1).val()));

        assertThat(chosen.page().select(".passage").eachText()).hasSize(2).last().asString().contains("page 3");
        assertThat(rafael.get("/claims/" + claim).page().select(".passage").text()).contains("page 2", "from the file");
        Seen reviewer = Visitor.signedIn("viktor").get(path);
        assertThat(reviewer.has(path)).isFalse();
        assertThat(reviewer.has("/quote")).isFalse();
    }

    @Test
    void whatIsHeardOrReadInABookIsQuotedByHand() {
        long claim = story.anAssignedClaim();
        long tape = attach(claim, Specimens.sound(NUMBER.incrementAndGet()), "tape.wav");
        long book = story.attach(claim, "rafael");
        onlooker.looks();
        Visitor rafael = Visitor.signedIn("rafael");

        Seen heard = rafael.submit(rafael.get(page(claim, tape)), "/quote",
                Map.of("words", "All of them.", "locator", "00:12:31"));
        assertThat(heard.page().select(".passage").text()).contains("All of them.", "00:12:31", "typed by");
        assertThat(heard.page().select(".passage a").attr("href")).isEqualTo("?at=00:12:31#look");
        assertThat(rafael.get(page(claim, tape) + "?at=00:12:31").page().select("audio").attr("src"))
                .isEqualTo("/evidence/" + tape + "/sound#t=751");
        Seen nowhere = rafael.submit(rafael.get(page(claim, book)), "/quote", Map.of("words", "All.", "locator", " "));
        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.trouble()).contains("Say where they stand");
        assertThat(nowhere.form("/quote").selectFirst("textarea").wholeText()).isEqualTo("All.");
        Seen read = rafael.submit(nowhere, "/quote", Map.of("words", "All.", "locator", "page 12"));

        assertThat(read.page().select(".passage").text()).contains("All.", "page 12");
        as("wanda").get("/api/v1/articles/" + story.line(claim).article() + "/history")
                .then()
                .statusCode(200)
                .body(containsString("QUOTE"));
    }

    @Test
    void theWordsOfAnInterviewAreKeptWithIt() {
        long claim = story.anAssignedClaim();
        long interview = story.checking()
                .attach(story.ref(claim), new Piece.Interview(about("Ines"), "Ines Aranda", "", "", Piece.Channel.PHONE,
                        Instant.now().minusSeconds(60), Attribution.ON_THE_RECORD), story.person("rafael"));

        as("rafael").contentType(JSON)
                .body(Map.of("exact", "All.", "locator", "00:01"))
                .post("/api/v1" + page(claim, interview) + "/passages")
                .then()
                .statusCode(409);
        Seen page = Visitor.signedIn("rafael").get(page(claim, interview));
        assertThat(page.has("/quote")).isFalse();
        assertThat(page.page().select("#look")).isEmpty();
        as("rafael").get("/api/v1/evidence/" + interview + "/sound").then().statusCode(404);
    }

    @Test
    void picturesAndRecordingsAreGivenOutAsNothingThatActs() {
        long claim = story.anAssignedClaim();
        long pdf = attach(claim, log(), "log.pdf");
        byte[] wave = Specimens.sound(20 + NUMBER.incrementAndGet());
        long tape = attach(claim, wave, "tape.html");
        onlooker.looks();

        Response picture = as("wanda").get("/api/v1/evidence/" + pdf + "/pages/3");
        picture.then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        assertThat(picture.asByteArray()).startsWith(0x89, 'P', 'N', 'G');
        as("wanda").header("If-None-Match", picture.header("ETag"))
                .get("/api/v1/evidence/" + pdf + "/pages/3")
                .then()
                .statusCode(304);
        as("wanda").get("/api/v1/evidence/" + pdf + "/pages/4").then().statusCode(404);
        as("wanda").get("/api/v1/evidence/" + pdf + "/pages/0").then().statusCode(404);
        as("wanda").get("/api/v1/evidence/" + pdf + "/sound").then().statusCode(404);
        given().get("/api/v1/evidence/" + pdf + "/pages/1").then().statusCode(401);
        assertThat(Visitor.stranger().get("/evidence/" + pdf + "/pages/1").page().select("#kc-form-login")).hasSize(1);
        Visitor wanda = Visitor.signedIn("wanda");
        assertThat(
                wanda.get("/evidence/" + pdf + "/pages/1").response().headers().firstValue("content-security-policy"))
                .hasValue(SANDBOX);
        assertThat(wanda.get("/evidence/" + pdf + "/content").response().headers().firstValue("content-disposition"))
                .isPresent();
        Response all = as("wanda").get("/api/v1/evidence/" + tape + "/sound");
        all.then()
                .statusCode(200)
                .contentType("audio/wav")
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment")
                .header("Accept-Ranges", "bytes");
        assertThat(all.asByteArray()).isEqualTo(wave);
        Response part = as("wanda").header("Range", "bytes=1000-1999").get("/api/v1/evidence/" + tape + "/sound");
        part.then().statusCode(206).header("Content-Range", "bytes 1000-1999/" + wave.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(wave, 1000, 2000));
        assertThat(as("wanda").header("Range", "bytes=-5").get("/api/v1/evidence/" + tape + "/sound").asByteArray())
                .isEqualTo(Arrays.copyOfRange(wave, wave.length - 5, wave.length));
        as("wanda").header("Range", "bytes=999999999-")
                .get("/api/v1/evidence/" + tape + "/sound")
                .then()
                .statusCode(416);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawing.svg", "picture.png", "music.mp3"})
    void whatWouldActIsNeverShownAndCanStillBeSaved(String name) {
        long claim = story.anAssignedClaim();
        byte[] content = ((name.endsWith("svg") ? "<svg xmlns='http://www.w3.org/2000/svg'>" : "<html>")
                + "<script>alert(" + NUMBER.incrementAndGet() + ")</script><p>Eleven").getBytes(UTF_8);
        long file = attach(claim, content, name);
        onlooker.looks();

        Seen page = Visitor.signedIn("rafael").get(page(claim, file));

        assertThat(page.page().select("#look img, #look audio, script:not([src]), svg")).isEmpty();
        assertThat(page.page().select("#look").text()).isNotBlank();
        as("rafael").get("/api/v1/evidence/" + file + "/pages/1").then().statusCode(404);
        as("rafael").get("/api/v1/evidence/" + file + "/sound").then().statusCode(404);
        assertThat(as("rafael").get("/api/v1/evidence/" + file + "/content").asByteArray()).isEqualTo(content);
        as("rafael").get("/api/v1" + page(claim, file))
                .then()
                .statusCode(200)
                .body("preview.show", nullValue(), "preview.unshown", not(blankOrNullString()));
    }

    @Test
    void theApiSaysWhatThereIsAndPicks() {
        long claim = story.anAssignedClaim();
        long pdf = attach(claim, log(), "log.pdf");
        as("wanda").get("/api/v1" + page(claim, pdf)).then().body("preview.done", equalTo(false));
        as("wanda").get("/api/v1/evidence/" + pdf + "/text").then().statusCode(404);
        onlooker.looks();

        as("wanda").get("/api/v1" + page(claim, pdf))
                .then()
                .body("preview.done", equalTo(true), "preview.show", equalTo("PAGES"), "preview.pages", equalTo(3),
                        "preview.mediaType", equalTo("application/pdf"), "preview.cut", equalTo(false));
        assertThat(as("wanda").get("/api/v1/evidence/" + pdf + "/text").asByteArray()).asString(UTF_8)
                .contains("Eleven boats came\nat night.");
        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Eleven boats came at night."))
                .post("/api/v1" + page(claim, pdf) + "/passages")
                .then()
                .statusCode(201)
                .body("evidence[0].passages[0].exact", equalTo("Eleven boats came\nat night."),
                        "evidence[0].passages[0].locator", equalTo("page 2"), "evidence[0].passages[0].capture",
                        nullValue());
        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Stamp: received", "locator", "page 1"))
                .post("/api/v1" + page(claim, pdf) + "/passages")
                .then()
                .statusCode(201)
                .body("evidence[0].passages[1].start", nullValue());
        as("wanda").contentType(JSON)
                .body(Map.of("exact", "Eleven"))
                .post("/api/v1" + page(claim, pdf) + "/passages")
                .then()
                .statusCode(403);
    }

    @Test
    void whatAnEndedInstanceHadBegunAnotherGoesOnWith() {
        long claim = story.anAssignedClaim();
        onlooker.looks();
        long pdf = attach(claim, log(), "log.pdf");
        Instant now = Instant.now().plusSeconds(1);
        Looks.Job taken = onlooker.jobs().next(now, now.plus(LookWorker.LEASE)).orElseThrow();

        assertThat(onlooker.ahead(Duration.ofSeconds(2)).runNext()).as("it is another's").isFalse();
        assertThat(onlooker.ahead(LookWorker.LEASE.plusSeconds(5)).runNext()).isTrue();

        assertThat(onlooker.jobs().later(taken, "Too late.", now)).isFalse();
        as("wanda").get("/api/v1" + page(claim, pdf)).then().body("preview.done", equalTo(true));
    }

    @Test
    void aPageWithManyFilesTakesAsManyStatementsAsOneWithFew() {
        long few = story.anAssignedClaim();
        attach(few, log(), "log.pdf");
        long many = story.anAssignedClaim();
        for (int i = 0; i < 6; i++) {
            attach(many, log(), "log.pdf");
        }
        onlooker.looks();
        Visitor viktor = Visitor.signedIn("viktor");

        assertThat(statements(viktor, many)).isEqualTo(statements(viktor, few));
    }

    private int statements(Visitor visitor, long claim) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get("/claims/" + claim).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update look set cut = true where state = 'DONE'", "delete from look",
            "truncate look cascade",
            "update file_text set text = 'x'", "delete from file_text", "truncate file_text cascade",
            "update look set state = 'DONE', done_at = now(), media_type = 'x', unshown = 'x', textless = 'x' where state = 'WAITING'",
            "insert into file_text (digest, text, starts) select digest, 'x', '{}' from look where state = 'WAITING' limit 1",
            "insert into passage (evidence_id, digest, exact, prefix, suffix, start_at, end_at, picked_by, picked_at, entry_id)"
                    + " select evidence_id, digest, 'Twelve', '', '', start_at, start_at + 6, picked_by, now(), entry_id from passage"
                    + " where digest is not null limit 1",
            "insert into passage (evidence_id, digest, exact, prefix, suffix, start_at, end_at, picked_by, picked_at, entry_id)"
                    + " select (select max(id) from evidence where kind = 'FILE' and digest <> p.digest), digest, exact, '', '', start_at,"
                    + " end_at, picked_by, now(), entry_id from passage p where digest is not null limit 1",
            "insert into passage (evidence_id, exact, picked_by, picked_at, entry_id)"
                    + " select evidence_id, exact, picked_by, now(), entry_id from passage limit 1",
            "insert into passage (evidence_id, exact, locator, picked_by, picked_at, entry_id)"
                    + " select e.id, 'All.', 'page 1', e.attached_by, now(), (select max(id) from entry where act = 'ATTACH' and person_id = e.attached_by)"
                    + " from evidence e where kind = 'REFERENCE' limit 1"})
    void plainSqlIsRefused(String sql) {
        long claim = story.anAssignedClaim();
        long pdf = attach(claim, log(), "log.pdf");
        onlooker.looks();
        story.attach(claim, "rafael");
        quoting.pick(claim, pdf, null, new Quote("Eleven boats", null, null, null), story.person("rafael"));
        attach(claim, log(), "waits.pdf");

        assertThatThrownBy(() -> sql(sql)).isInstanceOf(SQLException.class)
                .hasMessageMatching(
                        "(?s).*(append-only|never changes|does not go|is not the text|do not stand|of another"
                                + "|picked_or_typed|picked by no act).*");
    }

    private static void sql(String sql) throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }
}
