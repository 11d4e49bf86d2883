package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.act;
import static org.claimdesk.claim.api.Bench.attach;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.sheet;
import static org.claimdesk.claim.api.Bench.with;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

/** Sources through the API: named with evidence, counted, asked for, discredited. */
@NewsroomTest
class SourceWayTest {

    private static final Map<String, Object> VERDICT = Map.of("rating", "ACCURATE", "rationale", "So it is.");
    private static final Map<String, Object> REASON = Map.of("reason", "Nobody else keeps a log.");

    @Test
    void evidenceNamesItsSourceAndTheOriginBehindIt() {
        String wire = fresh();
        long claim = claim("rafael");

        JsonPath sheet = done(attach("rafael", claim,
                with(link("The Times", wire), "stance", "CONTRADICTS")), 201);

        assertThat(sheet.getString("evidence[0].source.name")).isEqualTo("The Times");
        assertThat(sheet.getString("evidence[0].origin.name")).isEqualTo(wire);
        assertThat(sheet.getString("evidence[0].rank")).isEqualTo("SECONDARY");
        assertThat(sheet.getMap("independence")).containsEntry("supports", 0)
                .containsEntry("contradicts", 1)
                .containsEntry("met", false)
                .containsEntry("rule", "one first-hand or two independent origins");
    }

    @Test
    void whatIsLeftOutIsTheSiteOrThePersonAndForOthersNobody() {
        long claim = claim("rafael");
        done(attach("rafael", claim, Bench.link()), 201);
        done(attach("rafael", claim, with("kind", "INTERVIEW", "stance", "SUPPORTS", "person", "Ines Aranda",
                "channel", "PHONE", "heldAt", "2026-01-01T10:00:00Z", "attribution", "BACKGROUND")), 201);
        done(attach("rafael", claim, with("kind", "REFERENCE", "stance", "SUPPORTS", "citation", "A book")), 201);

        JsonPath sheet = sheet("rafael", claim);
        assertThat(sheet.getString("evidence[0].source.name")).isEqualTo("harbor.example");
        assertThat(sheet.getString("evidence[1].source.name")).isEqualTo("Ines Aranda");
        assertThat(sheet.getString("evidence[2].source")).isNull();
        assertThat(sheet.getInt("independence.supports")).isEqualTo(3);
        assertThat(sheet.getInt("independence.primary")).isEqualTo(1);
    }

    @Test
    void aFileNamesItsSourceToo() {
        String name = fresh();
        long claim = claim("rafael");

        as("rafael").header("If-Match", Bench.tag(claim))
                .multiPart("stance", "SUPPORTS")
                .multiPart("source", name)
                .multiPart("rank", "PRIMARY")
                .multiPart("file", "log.txt", "138".getBytes())
                .post(V1 + "/claims/" + claim + "/evidence")
                .then()
                .statusCode(201)
                .body("evidence[0].source.name", equalTo(name), "evidence[0].rank", equalTo("PRIMARY"),
                        "independence.met", equalTo(true));
    }

    @Test
    void whatCannotBeIsRefusedByItsField() {
        long claim = claim("rafael");

        attach("rafael", claim, with(link("The Times", fresh()), "rank", "PRIMARY")).then()
                .statusCode(400)
                .body("field", equalTo("rank"));
        attach("rafael", claim, with("kind", "REFERENCE", "stance", "SUPPORTS", "citation", "x", "origin", "Y")).then()
                .statusCode(400)
                .body("field", equalTo("source"));
        attach("rafael", claim, link("x".repeat(501), null)).then().statusCode(400).body("field", equalTo("source"));
        attach("rafael", claim, with(link("x", null), "rank", "TERTIARY")).then()
                .statusCode(400)
                .body("field", equalTo("rank"));
    }

    @Test
    void withoutTheRuleMetAReasonIsNeeded() {
        long claim = claim("rafael");
        done(attach("rafael", claim, link(fresh(), null)), 201);

        act("rafael", claim, "submit", Map.of()).then()
                .statusCode(400)
                .body("field", equalTo("reason"), "detail", containsString("two independent origins"));
        done(act("rafael", claim, "submit", REASON), 200);
        act("wanda", claim, "verify", VERDICT).then().statusCode(400).body("field", equalTo("reason"));
        JsonPath verified = done(act("wanda", claim, "verify", with(VERDICT, "reason", "It is the log.")), 200);
        assertThat(verified.getString("verdicts[0].waived")).isEqualTo("It is the log.");
        JsonPath history = done(as("wanda").get(V1 + "/claims/" + claim + "/history"), 200);
        assertThat(history.getString("[0].texts.waived")).isEqualTo("It is the log.");
        assertThat(history.getString("[0].body")).contains("\"ruleMet\":false", "\"supports\":1");
    }

    @Test
    void withTheRuleMetAReasonIsNotKept() {
        long claim = claim("rafael");
        done(attach("rafael", claim, Bench.link()), 201);

        done(act("rafael", claim, "submit", REASON), 200);
        JsonPath verified = done(act("wanda", claim, "verify", with(VERDICT, "reason", "It is the log.")), 200);

        assertThat(verified.getString("verdicts[0].waived")).isNull();
        assertThat(as("wanda").get(V1 + "/claims/" + claim + "/history").asString()).doesNotContain("waived",
                "It is the log.");
    }

    @Test
    void aSourceIsFoundReadAndDiscreditedOnce() {
        String name = fresh();
        long first = verifiedOn(name);
        long second = verifiedOn(name);
        JsonPath listed = done(as("bo").queryParam("name", name.toUpperCase()).get(V1 + "/sources"), 200);
        assertThat(listed.getList("name")).containsExactly(name);
        long source = listed.getLong("[0].id");

        as("bo").get(V1 + "/sources/" + source)
                .then()
                .statusCode(200)
                .body("source.name", equalTo(name), "counts.verified", equalTo(2), "counts.articles", equalTo(2),
                        "mayDiscredit", equalTo(false), "claims.claim.id",
                        equalTo(List.of((int) second, (int) first)),
                        "claims[0].verdicts[0].ended", nullValue());
        String key = UUID.randomUUID().toString();
        discredit("bo", source, UUID.randomUUID().toString(), REASON).then().statusCode(403);
        discredit("stella", source, key, Map.of("reason", "")).then().statusCode(400).body("field", equalTo("reason"));
        Response done = discredit("stella", source, key, REASON);
        assertThat(done(done, 200).getList("disputed", Long.class)).containsExactly(first, second);
        assertThat(discredit("stella", source, key, REASON).asString()).isEqualTo(done.asString());
        discredit("edith", source, UUID.randomUUID().toString(), REASON).then()
                .statusCode(409)
                .body("detail", containsString("already"));

        for (long claim : new long[]{first, second}) {
            JsonPath sheet = sheet("rafael", claim);
            assertThat(sheet.getString("claim.state")).isEqualTo("DISPUTED");
            assertThat(sheet.getString("disputes[0].grounds")).isEqualTo("SOURCE");
            assertThat(sheet.getBoolean("evidence[0].source.discredited")).isTrue();
            assertThat(sheet.getInt("independence.supports")).isZero();
            assertThat(done(as("edith").get(V1 + "/claims/" + claim + "/history"), 200).getList("act"))
                    .containsOnlyOnce("DISPUTE");
        }
        as("bo").get(V1 + "/sources/" + source)
                .then()
                .body("source.discreditReason", equalTo("Nobody else keeps a log."), "counts.verified", equalTo(0),
                        "claims[0].verdicts[0].ended", equalTo("DISPUTED"));
    }

    @Test
    void whatLeansOnASourceGoesOnPageByPage() {
        String name = fresh();
        long first = verifiedOn(name);
        long second = verifiedOn(name);
        long source = done(as("bo").queryParam("name", name).get(V1 + "/sources"), 200).getLong("[0].id");

        Response page = as("bo").get(V1 + "/sources/" + source + "/claims?limit=1");
        assertThat(page.jsonPath().getList("claim.id", Long.class)).containsExactly(second);
        assertThat(page.header("Link")).contains("after=" + second);
        assertThat(as("bo").get(V1 + "/sources/" + source + "/claims?limit=1&after=" + second)
                .jsonPath()
                .getList("claim.id", Long.class)).containsExactly(first);
        as("bo").get(V1 + "/sources/999999999").then().statusCode(404);
        as("bo").get(V1 + "/sources/999999999/claims").then().statusCode(404);
        discredit("stella", 999_999_999, UUID.randomUUID().toString(), REASON).then().statusCode(404);
    }

    private static Response discredit(String who, long source, String key, Object body) {
        return sent(who, body).header("Idempotency-Key", key).post(V1 + "/sources/" + source + "/discredit");
    }

    private static long verifiedOn(String source) {
        long claim = claim("rafael");
        done(attach("rafael", claim, link(source, null)), 201);
        done(act("rafael", claim, "submit", REASON), 200);
        done(act("wanda", claim, "verify", with(VERDICT, "reason", "It is the log.")), 200);
        return claim;
    }

    private static Map<String, Object> link(String source, String origin) {
        Map<String, Object> link = with(Bench.link(), "source", source);
        link.remove("rank");
        if (origin != null) {
            link.put("origin", origin);
        }
        return link;
    }

    private static String fresh() {
        return "The wire " + UUID.randomUUID();
    }
}
