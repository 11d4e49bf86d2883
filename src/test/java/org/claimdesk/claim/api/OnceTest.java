package org.claimdesk.claim.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.link;
import static org.claimdesk.claim.api.Bench.newArticle;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.sheet;
import static org.claimdesk.claim.api.Bench.with;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.claimdesk.content.Sha256;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Repeats with a key, and acts at the same moment. */
@NewsroomTest
class OnceTest {

    private static final int MANY = 8;

    @Inject
    EntityManager database;
    @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret")
    String secret;

    private static List<Response> atOnce(IntFunction<Response> request) throws Exception {
        List.of("edith", "rafael", "mina").forEach(Tokens::of);
        ExecutorService people = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<Response>> asked = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                asked.add(people.submit(() -> request.apply(number)));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }

    private static Response attach(String who, long claim, String key, Map<String, Object> evidence) {
        return sent(who, evidence).header("If-Match", "\"0\"")
                .header("Idempotency-Key", key)
                .post(V1 + "/claims/" + claim + "/evidence");
    }

    /** What is kept of a request tells nobody who guesses what was in it: only the service can work it out. */
    @Test
    void aRequestIsKnownAgainByAKeyThatIsNotInTheDatabase() throws Exception {
        long claim = claim(null);
        String key = UUID.randomUUID().toString();
        sent("rafael", Map.of()).header("If-Match", "\"0\"")
                .header("Idempotency-Key", key)
                .post(V1 + "/claims/" + claim + "/take")
                .then()
                .statusCode(200);
        byte[] asked = ("[\"" + V1 + "/claims/" + claim + "/take\",\"\\\"0\\\"\",{}]").getBytes(UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        mac.update("claimdesk-once/1".getBytes(UTF_8));

        byte[] kept = QuarkusTransaction.requiringNew()
                .call(() -> (byte[]) database
                        .createNativeQuery("select fingerprint from once where key = ?1", byte[].class)
                        .setParameter(1, key)
                        .getSingleResult());

        assertThat(kept).isEqualTo(mac.doFinal(asked)).isNotEqualTo(Sha256.of(asked));
    }

    @Test
    void aRepeatGetsTheSameAnswerAndNothingIsDoneAgain() {
        long claim = claim("rafael");
        String key = UUID.randomUUID().toString();
        Response first = attach("rafael", claim, key, link());
        Response again = attach("rafael", claim, key, link());
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(sheet("rafael", claim).getList("evidence")).hasSize(1);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        long claim = claim("rafael");
        String key = UUID.randomUUID().toString();
        assertThat(attach("rafael", claim, key, link()).statusCode()).isEqualTo(201);
        attach("rafael", claim, key, with(link(), "stance", "CONTEXT")).then().statusCode(422);
        attach("rafael", claim("rafael"), key, link()).then().statusCode(422);
        sent("rafael", link()).header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .post(V1 + "/claims/" + claim + "/evidence")
                .then()
                .statusCode(422);
        assertThat(attach("mina", claim("mina"), key, link()).statusCode()).isEqualTo(201);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithItsKey() {
        long claim = claim("rafael");
        String key = UUID.randomUUID().toString();
        attach("rafael", claim, key, with(link(), "stance", null)).then().statusCode(400);
        assertThat(attach("rafael", claim, key, link()).statusCode()).isEqualTo(201);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        long claim = claim("rafael");
        attach("rafael", claim, " ", link()).then().statusCode(400).body("field", equalTo("Idempotency-Key"));
        attach("rafael", claim, "k".repeat(201), link()).then()
                .statusCode(400)
                .body("field",
                        equalTo("Idempotency-Key"));
    }

    @Test
    void eightAtTheSameTimeWithOneKeyDoItOnce() throws Exception {
        long claim = claim("rafael");
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(i -> attach("rafael", claim, key, link()));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(sheet("rafael", claim).getInt("claim.version")).isEqualTo(1);
    }

    @Test
    void eightAtTheSameTimeOnOneVersionAreOneActAndSevenStale() throws Exception {
        long claim = claim("rafael");
        List<Response> answers = atOnce(i -> sent(i % 2 == 0 ? "rafael" : "mina", link()).header("If-Match", "\"0\"")
                .post(V1 + "/claims/" + claim + "/evidence"));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 412)).hasSize(MANY - 1);
        assertThat(sheet("rafael", claim).getInt("claim.version")).isEqualTo(1);
    }

    @Test
    void eightMarksOnTheSameWordsAreOneClaim() throws Exception {
        long article = Bench.article();
        Map<String, Object> mark = Map.of("revision", 1, "quote", Map.of("exact", Bench.WORDS));
        List<Response> answers = atOnce(i -> sent("edith", mark).post(V1 + "/articles/" + article + "/claims"));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).hasSize(MANY - 1);
    }

    @Test
    void anArticleIsFiledOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> article = newArticle("Filed once " + key);
        String first = sent("edith", article).header("Idempotency-Key", key).post(V1 + "/articles").header("Location");
        assertThat(first).isNotNull();
        assertThat(sent("edith", article).header("Idempotency-Key", key).post(V1 + "/articles").header("Location"))
                .isEqualTo(first);
    }
}
