package org.claimdesk.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Tokens;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NewsroomTest
class DoorTest {

    private static final long TWO_GIGABYTES = 2L << 30;

    @Inject
    Story story;
    @ConfigProperty(name = "test.url")
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"/claims/1/file", "/api/v1/claims/1/evidence", "/articles/new"})
    void twoGigabytesAreRefusedInWords(String path) throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Nothing(TWO_GIGABYTES)),
                        TWO_GIGABYTES))
                .build();

        HttpResponse<String> refused = HttpClient.newHttpClient().send(upload, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Too large", "At most 201 MB are taken");
        assertThat(refused.headers().firstValue("content-type").orElseThrow())
                .startsWith(path.startsWith("/api/") ? "application/problem+json" : "text/html");
    }

    @Test
    void aFileJustOverTheLimitIsRefusedAndWhatWasTypedIsKept() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");

        Seen refused = rafael.upload(rafael.get("/claims/" + claim), "/file",
                Map.of("stance", "SUPPORTS", "note", "The recording."), "recording.wav", new byte[(200 << 20) + 1]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.trouble()).contains("larger than 200 MB");
        assertThat(refused.form("/file").selectFirst("[name=note]").wholeText()).isEqualTo("The recording.");
        assertThat(story.line(claim).evidence()).isZero();
    }

    @Test
    void aFormSentWhenTheSessionIsOverIsGivenBackAndCanBeSentAgain() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);
        rafael.forgetSession();

        Seen ended = rafael.submit(page, "/reference",
                Map.of("citation", "Log, “page” <3>\nline two", "stance", "SUPPORTS"));

        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.page().title()).startsWith("Your session has ended");
        assertThat(story.line(claim).evidence()).isZero();
        rafael.get("/desk");
        Seen done = rafael.submit(ended, "/reference", Map.of());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().text()).contains("Log, “page” <3>");
        assertThat(story.line(claim).evidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aFormOfAnotherSiteIsRefused(String from) {
        given().header("Sec-Fetch-Site", from)
                .formParam("statement", "x")
                .post("/claims/1/answer")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenThatIsOverIsRefused() {
        String token = Tokens.brief("edith");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/api/v1/articles")
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .body("title", equalTo("Not signed in")));
    }

    @Test
    void theApiSetsNoCookie() {
        assertThat(Tokens.as("edith").get("/api/v1/articles").getHeader("Set-Cookie")).isNull();
    }

    @Test
    void everyPageBindsTheBrowser() {
        Seen desk = Visitor.signedIn("edith").get("/desk");

        assertThat(desk.response().headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(desk.response().headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(desk.response().headers().firstValue("x-request-id")).isPresent();
    }

    /** So many zeros. */
    private static final class Nothing extends InputStream {
        private long left;

        Nothing(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read;
        }
    }
}
