package org.claimdesk.evidence.capture;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.fetch.HostileServer.ascii;
import static org.claimdesk.fetch.HostileServer.gzip;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.preview.Onlooker;
import org.claimdesk.evidence.preview.Specimens;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files at the end of a link, and sites that say when to come back. */
@NewsroomTest
class CapturedFileTest {

    @Inject
    Bed bed;
    @Inject
    Story story;
    @Inject
    Onlooker onlooker;

    @Test
    void aCapturedPdfIsReadDrawnAndQuotedOutOfItsWarc() {
        String path = bed.path();
        byte[] pdf = Specimens.pdf("Order " + path, "Eleven boats came.");
        bed.site().on(path, "200 OK\r\nContent-Type: application/pdf\r\nContent-Encoding: gzip", gzip(pdf));
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));
        bed.instance().runNext();
        long capture = bed.newest(claim, link).id();
        onlooker.looks();
        Visitor rafael = Visitor.signedIn("rafael");
        String page = "/claims/" + claim + "/evidence/" + link;

        Seen seen = rafael.submit(rafael.get(page), page, Map.of("exact", "Eleven boats came."));

        assertThat(seen.page().select(".passage").text()).contains("page 2");
        assertThat(seen.page().select("#look img").attr("src")).isEqualTo("/evidence/" + link + "/pages/1");
        assertThat(as("wanda").get("/api/v1/evidence/" + link + "/pages/2").asByteArray()).startsWith(0x89, 'P', 'N',
                'G');
        assertThat(rafael.get("/claims/" + claim).page().select(".kept a[href='" + page + "']")).hasSize(1);
        as("wanda").get("/api/v1" + page)
                .then()
                .body("preview.capture", equalTo((int) capture), "passages[0].capture", equalTo((int) capture),
                        "passages[0].locator", equalTo("page 2"));
    }

    @Test
    void aCapturedPageIsReadAndQuotedOnThePageOfItsEvidenceToo() {
        String path = bed.path();
        bed.site().page(path, "<h1>The log</h1><p>Eleven boats came at night.</p>");
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));
        bed.instance().runNext();

        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Eleven boats"))
                .post("/api/v1/claims/" + claim + "/evidence/" + link + "/passages")
                .then()
                .statusCode(201)
                .body("evidence[0].passages[0].start", equalTo(8), "evidence[0].preview", equalTo(null));
        assertThat(Visitor.signedIn("rafael")
                .get("/claims/" + claim + "/evidence/" + link)
                .page()
                .select("#captured")
                .text())
                .contains("Eleven boats came at night.");
    }

    @ParameterizedTest
    @CsvSource({"503 Busy,600,600", "429 Slow down,5,30", "503 Busy,999999,3600", "503 Busy,soon,30",
            "500 Broken,-7,30"})
    void aSiteThatSaysWhenToComeBackIsAskedThen(String status, String says, int seconds) {
        String path = bed.path();
        bed.site()
                .on(path, out -> out.write(ascii("HTTP/1.1 " + status + "\r\nRetry-After: " + says
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")));
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));
        Instant before = Instant.now();

        bed.instance().runNext();

        CaptureLine waits = bed.newest(claim, link);
        assertThat(waits.state()).isEqualTo(CaptureState.WAITING);
        assertThat(waits.dueAt()).isBetween(before.plusSeconds(seconds - 1), Instant.now().plusSeconds(seconds + 1));
    }

    @Test
    void aDateToComeBackAtIsUnderstoodToo() {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(600).atOffset(ZoneOffset.UTC));

        assertThat(RetryAfter.of(date, now)).isEqualTo(Duration.ofMinutes(10));
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 09:00:00 GMT", now)).isZero();
        assertThat(RetryAfter.of(null, now)).isZero();
    }
}
