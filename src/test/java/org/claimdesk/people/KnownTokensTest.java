package org.claimdesk.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Tokens;
import org.junit.jupiter.api.Test;

@NewsroomTest
class KnownTokensTest {

    /** So long a token that was good is not checked again. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    @Test
    void aTokenThatIsKnownRunsOutAllTheSame() {
        AtomicReference<String> brief = new AtomicReference<>();
        AtomicReference<Instant> known = new AtomicReference<>();
        await().until(() -> {
            brief.set(Tokens.brief("edith"));
            known.set(Instant.now());
            return status(brief.get()) == 200;
        });
        Instant ends = Instant.ofEpochSecond(JsonPath.from(payload(brief.get())).getLong("exp"));

        await().pollInterval(Duration.ofMillis(5)).until(() -> !Instant.now().isBefore(ends));

        assertThat(status(brief.get())).isEqualTo(401);
        assertThat(Duration.between(known.get(), Instant.now())).as("known at that time").isLessThan(KEPT);
    }

    @Test
    void anotherSignatureIsNotTakenForTheOneThatIsKnown() {
        String token = Tokens.of("edith");
        assertThat(status(token)).isEqualTo(200);
        int signature = token.lastIndexOf('.') + 10;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';

        assertThat(status(token.substring(0, signature) + other + token.substring(signature + 1))).isEqualTo(401);
        assertThat(status(token.substring(0, token.lastIndexOf('.') + 1))).isEqualTo(401);
        assertThat(status(token)).isEqualTo(200);
    }

    /** What is known is who somebody is, not what they may. */
    @Test
    void whoIsKnownMayNotMore() {
        String token = Tokens.of("rafael");
        assertThat(status(token)).isEqualTo(200);

        given().auth().oauth2(token).get("/api/v1/articles/1/packet").then().statusCode(403);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/v1/articles").statusCode();
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
