package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.sheet;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

@NewsroomTest
class FileEvidenceTest {

    private static final String TITLE = "Bericht <b>№ 7</b> 🗞 שלום";

    private static RequestSpecification form(String who, byte[] content, String name) {
        return as(who).header("If-Match", "\"0\"")
                .multiPart(field("stance", "SUPPORTS"))
                .multiPart(field("title", TITLE))
                .multiPart(field("note", "line one\nline two"))
                .multiPart("file", name, content, "text/html");
    }

    private static io.restassured.specification.MultiPartSpecification field(String name, String value) {
        return new MultiPartSpecBuilder(value).controlName(name).charset(StandardCharsets.UTF_8).build();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String evidence(long claim) {
        return V1 + "/claims/" + claim + "/evidence";
    }

    @Test
    void aFileIsKeptByteForByteUnderItsDigest() throws Exception {
        long claim = claim("rafael");
        byte[] content = bytes(10_000_001);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        Response attached = form("rafael", content, "report 7.pdf").post(evidence(claim));
        attached.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("evidence[0].digest", equalTo(digest), "evidence[0].size", equalTo(content.length),
                        "evidence[0].title", equalTo(TITLE), "evidence[0].note", equalTo("line one\nline two"),
                        "evidence[0].fileName", equalTo("report 7.pdf"));
        Response given = as("wanda").get(V1 + "/evidence/" + attached.path("evidence[0].id") + "/content");
        given.then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", containsString("attachment"))
                .header("ETag", '"' + digest + '"');
        assertThat(given.asByteArray()).isEqualTo(content);
        as("wanda").header("If-None-Match", '"' + digest + '"')
                .get(V1 + "/evidence/" + attached.path("evidence[0].id") + "/content")
                .then()
                .statusCode(304);
    }

    @Test
    void aFileSentAgainWithItsKeyIsAttachedOnce() {
        long claim = claim("rafael");
        String key = UUID.randomUUID().toString();
        String first = form("rafael", bytes(5_000), "a.bin").header("Idempotency-Key", key)
                .post(evidence(claim))
                .header("Location");
        assertThat(form("rafael", bytes(5_000), "a.bin").header("Idempotency-Key", key)
                .post(evidence(claim))
                .header(
                        "Location"))
                .isEqualTo(first)
                .isNotNull();
        form("rafael", bytes(5_001), "a.bin").header("Idempotency-Key", key)
                .post(evidence(claim))
                .then()
                .statusCode(
                        422);
        assertThat(sheet("rafael", claim).getList("evidence")).hasSize(1);
    }

    @Test
    void whatIsNoFileOrNotForYouIsRefused() {
        long claim = claim("rafael");
        form("rafael", new byte[0], "a.bin").post(evidence(claim))
                .then()
                .statusCode(400)
                .body("field",
                        equalTo("file"));
        form("viktor", bytes(10), "a.bin").post(evidence(claim)).then().statusCode(403);
        as("rafael").header("If-Match", "\"0\"")
                .multiPart("stance", "SUPPORTS")
                .post(evidence(claim))
                .then()
                .statusCode(
                        400)
                .body("field", equalTo("file"));
        as("rafael").header("If-Match", "\"0\"")
                .multiPart("file", "a.bin", bytes(10))
                .post(evidence(claim))
                .then()
                .statusCode(400)
                .body("field", equalTo("stance"));
        as("rafael").multiPart("file", "a.bin", bytes(10))
                .multiPart("stance", "SUPPORTS")
                .post(evidence(claim))
                .then()
                .statusCode(428);
        as("rafael").header("If-Match", "\"0\"")
                .formParam("stance", "SUPPORTS")
                .post(evidence(claim))
                .then()
                .statusCode(
                        415);
        assertThat(sheet("rafael", claim).getInt("claim.version")).isZero();
    }
}
