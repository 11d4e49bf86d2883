package org.claimdesk.evidence.preview;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.Map;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.junit.jupiter.api.Test;

/** What can be seen and read of evidence through the API, and as what it is given out. */
@NewsroomTest
class PreviewWayTest {

    private static final String SANDBOX = "default-src 'none'; sandbox";

    @Inject
    Story story;
    @Inject
    Onlooker onlooker;

    @Test
    void picturesAndRecordingsAreGivenOutAsNothingThatActs() {
        long claim = story.anAssignedClaim();
        long pdf = onlooker.attach(claim, Onlooker.log(), "log.pdf");
        byte[] wave = Specimens.sound(20 + Onlooker.number());
        long tape = onlooker.attach(claim, wave, "tape.html");
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

    @Test
    void theApiSaysWhatThereIsAndPicks() {
        long claim = story.anAssignedClaim();
        long pdf = onlooker.attach(claim, Onlooker.log(), "log.pdf");
        as("wanda").get("/api/v1" + Onlooker.page(claim, pdf)).then().body("preview.done", equalTo(false));
        as("wanda").get("/api/v1/evidence/" + pdf + "/text").then().statusCode(404);
        onlooker.looks();

        as("wanda").get("/api/v1" + Onlooker.page(claim, pdf))
                .then()
                .body("preview.done", equalTo(true), "preview.show", equalTo("PAGES"), "preview.pages", equalTo(3),
                        "preview.mediaType", equalTo("application/pdf"), "preview.cut", equalTo(false));
        assertThat(as("wanda").get("/api/v1/evidence/" + pdf + "/text").asByteArray()).asString(UTF_8)
                .contains("Eleven boats came\nat night.");
        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Eleven boats came at night."))
                .post("/api/v1" + Onlooker.page(claim, pdf) + "/passages")
                .then()
                .statusCode(201)
                .body("evidence[0].passages[0].exact", equalTo("Eleven boats came\nat night."),
                        "evidence[0].passages[0].locator", equalTo("page 2"), "evidence[0].passages[0].capture",
                        nullValue());
        as("rafael").contentType(JSON)
                .body(Map.of("exact", "Stamp: received", "locator", "page 1"))
                .post("/api/v1" + Onlooker.page(claim, pdf) + "/passages")
                .then()
                .statusCode(201)
                .body("evidence[0].passages[1].start", nullValue());
        as("wanda").contentType(JSON)
                .body(Map.of("exact", "Eleven"))
                .post("/api/v1" + Onlooker.page(claim, pdf) + "/passages")
                .then()
                .statusCode(403);
    }
}
