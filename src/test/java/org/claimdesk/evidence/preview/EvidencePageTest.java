package org.claimdesk.evidence.preview;

import static io.restassured.http.ContentType.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A piece of evidence as people look at it and quote from it. */
@NewsroomTest
class EvidencePageTest {

    @Inject
    Story story;
    @Inject
    Onlooker onlooker;
    @Inject
    SessionFactory sessions;

    @Test
    void aPdfIsLookedAtOnceReadAndTurnedPageByPage() {
        long claim = story.anAssignedClaim();
        byte[] log = Onlooker.log();
        long pdf = onlooker.attach(claim, log, "log.pdf");
        Visitor rafael = Visitor.signedIn("rafael");
        Seen waiting = rafael.get(Onlooker.page(claim, pdf));
        assertThat(waiting.page().select("#look").text()).contains("Being looked at");
        assertThat(waiting.page().select("[hx-get$=/wait]")).hasSize(1);
        assertThat(rafael.get(Onlooker.page(claim, pdf) + "/wait").response().headers().firstValue("HX-Refresh"))
                .isEmpty();

        onlooker.looks();
        Seen page = rafael.get(Onlooker.page(claim, pdf) + "?page=2");

        assertThat(rafael.get(Onlooker.page(claim, pdf) + "/wait").response().headers().firstValue("HX-Refresh"))
                .hasValue("true");
        assertThat(page.page().select("#look img").attr("src")).isEqualTo("/evidence/" + pdf + "/pages/2");
        assertThat(page.page().select("#look img").attr("alt")).contains("Page 2 of The log.pdf");
        assertThat(page.page().select("#look .turn").text()).contains("of 3", "earlier", "later");
        assertThat(page.page().select("#captured").text()).contains("Eleven boats came at night.");
        assertThat(page.page().select(".leaf").eachAttr("data-leaf")).containsExactly("page 1", "page 2", "page 3");
        assertThat(page.page().select("script:not([src]), style, iframe, embed, object")).isEmpty();
        assertThat(page.response().headers().firstValue("content-security-policy").orElseThrow())
                .contains("img-src 'self';", "media-src 'self';", "default-src 'none';");
        assertThat(rafael.get("/claims/" + claim).page().select("td a[href='" + Onlooker.page(claim, pdf) + "']"))
                .hasSize(1);

        // The same content on another claim has been looked at already.
        long again = story.anAssignedClaim();
        long same = onlooker.attach(again, log, "other.pdf");
        assertThat(rafael.get(Onlooker.page(again, same)).page().select("#captured").text())
                .contains("Eleven boats came");
    }

    @Test
    void aPassageOfAPdfHasItsPage() {
        long claim = story.anAssignedClaim();
        long pdf = onlooker.attach(claim, Onlooker.log(), "log.pdf");
        onlooker.looks();
        Visitor rafael = Visitor.signedIn("rafael");
        String path = Onlooker.page(claim, pdf);

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
    void anOldWordDocumentIsReadAndQuoted() throws IOException {
        long claim = story.anAssignedClaim();
        long file = onlooker.attach(claim,
                OldWord.document("The log, number " + Onlooker.number(), "Eleven boats came.", "Nobody was hurt."),
                "log.doc");
        onlooker.looks();
        Visitor rafael = Visitor.signedIn("rafael");
        String path = Onlooker.page(claim, file);

        Seen page = rafael.get(path);
        assertThat(page.page().select("#captured").text()).contains("Eleven boats came. Nobody was hurt.");
        assertThat(page.page().select("#look").text()).contains("no picture");
        assertThat(page.page().text()).contains("application/msword");
        Seen quoted = rafael.submit(page, path, Map.of("exact", "Nobody was hurt."));

        assertThat(quoted.page().select(".passage").text()).contains("Nobody was hurt.", "picked by");
    }

    @Test
    void whatIsHeardOrReadInABookIsQuotedByHand() {
        long claim = story.anAssignedClaim();
        long tape = onlooker.attach(claim, Specimens.sound(Onlooker.number()), "tape.wav");
        long book = story.attach(claim, "rafael");
        onlooker.looks();
        Visitor rafael = Visitor.signedIn("rafael");

        Seen heard = rafael.submit(rafael.get(Onlooker.page(claim, tape)), "/quote",
                Map.of("words", "All of them.", "locator", "00:12:31"));
        assertThat(heard.page().select(".passage").text()).contains("All of them.", "00:12:31", "typed by");
        assertThat(heard.page().select(".passage a").attr("href")).isEqualTo("?at=00:12:31#look");
        assertThat(rafael.get(Onlooker.page(claim, tape) + "?at=00:12:31").page().select("audio").attr("src"))
                .isEqualTo("/evidence/" + tape + "/sound#t=751");
        Seen nowhere = rafael.submit(rafael.get(Onlooker.page(claim, book)), "/quote",
                Map.of("words", "All.", "locator", " "));
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
                .attach(story.ref(claim),
                        new Piece.Interview(new Piece.About("Ines", Stance.SUPPORTS, "", ""), "Ines Aranda", "", "",
                                Piece.Channel.PHONE,
                                Instant.now().minusSeconds(60), Attribution.ON_THE_RECORD),
                        story.person("rafael"));

        as("rafael").contentType(JSON)
                .body(Map.of("exact", "All.", "locator", "00:01"))
                .post("/api/v1" + Onlooker.page(claim, interview) + "/passages")
                .then()
                .statusCode(409);
        Seen page = Visitor.signedIn("rafael").get(Onlooker.page(claim, interview));
        assertThat(page.has("/quote")).isFalse();
        assertThat(page.page().select("#look")).isEmpty();
        as("rafael").get("/api/v1/evidence/" + interview + "/sound").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawing.svg", "picture.png", "music.mp3"})
    void whatWouldActIsNeverShownAndCanStillBeSaved(String name) {
        long claim = story.anAssignedClaim();
        byte[] content = ((name.endsWith("svg") ? "<svg xmlns='http://www.w3.org/2000/svg'>" : "<html>")
                + "<script>alert(" + Onlooker.number() + ")</script><p>Eleven").getBytes(UTF_8);
        long file = onlooker.attach(claim, content, name);
        onlooker.looks();

        Seen page = Visitor.signedIn("rafael").get(Onlooker.page(claim, file));

        assertThat(page.page().select("#look img, #look audio, script:not([src]), svg")).isEmpty();
        assertThat(page.page().select("#look").text()).isNotBlank();
        as("rafael").get("/api/v1/evidence/" + file + "/pages/1").then().statusCode(404);
        as("rafael").get("/api/v1/evidence/" + file + "/sound").then().statusCode(404);
        assertThat(as("rafael").get("/api/v1/evidence/" + file + "/content").asByteArray()).isEqualTo(content);
        as("rafael").get("/api/v1" + Onlooker.page(claim, file))
                .then()
                .statusCode(200)
                .body("preview.show", nullValue(), "preview.unshown", not(blankOrNullString()));
    }

    @Test
    void aPageWithManyFilesTakesAsManyStatementsAsOneWithFew() {
        long few = story.anAssignedClaim();
        onlooker.attach(few, Onlooker.log(), "log.pdf");
        long many = story.anAssignedClaim();
        for (int i = 0; i < 6; i++) {
            onlooker.attach(many, Onlooker.log(), "log.pdf");
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
}
