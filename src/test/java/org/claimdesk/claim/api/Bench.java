package org.claimdesk.claim.api;

import static org.claimdesk.local.Tokens.as;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What tests of the API do again and again, through the API itself. */
final class Bench {

    static final String V1 = "/api/v1";
    static final String IMMIGRATION = "/desks/immigration";
    static final String WORDS = "The gate took 138 people a night.";

    private Bench() {}

    /** A new article of its own for each test; WORDS stand in it once. */
    static long article() {
        return article("The night shift\n\n" + WORDS + "\n\nIt is told here as " + UUID.randomUUID() + ".");
    }

    static long article(String text) {
        return sent("edith", newArticle(text)).post(V1 + "/articles")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong(
                        "id");
    }

    static Map<String, Object> newArticle(String text) {
        return with("text", text, "desk", IMMIGRATION, "deadline",
                Instant.now().plus(1, ChronoUnit.DAYS).toString());
    }

    /** A claim on WORDS of a new article, assigned to this reporter. */
    static long claim(String reporter) {
        return mark(article(), reporter);
    }

    static long mark(long article, String reporter) {
        Map<String, Object> body = with("revision", 1, "quote", Map.of("exact", WORDS));
        if (reporter != null) {
            body.put("assignee", id(reporter));
        }
        return sent("edith", body).post(V1 + "/articles/" + article + "/claims")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A claim of rafael's with a link behind it, submitted. */
    static long sourcedClaim() {
        long claim = claim("rafael");
        done(attach("rafael", claim, link()), 201);
        done(act("rafael", claim, "submit", Map.of()), 200);
        return claim;
    }

    static Map<String, Object> link() {
        return with("kind", "LINK", "stance", "SUPPORTS", "address", "https://harbor.example/log",
                "rank", "PRIMARY");
    }

    static Response attach(String who, long claim, Object evidence) {
        return act(who, claim, "evidence", evidence);
    }

    /** An act on the claim as it is now. */
    static Response act(String who, long claim, String act, Object body) {
        return sent(who, body).header("If-Match", tag(claim)).post(V1 + "/claims/" + claim + "/" + act);
    }

    static JsonPath done(Response response, int status) {
        return response.then().statusCode(status).extract().jsonPath();
    }

    static String tag(long claim) {
        return as("edith").get(V1 + "/claims/" + claim).then().statusCode(200).extract().header("ETag");
    }

    static JsonPath sheet(String who, long claim) {
        return done(as(who).get(V1 + "/claims/" + claim), 200);
    }

    static List<String> actions(String who, long claim) {
        return sheet(who, claim).getList("actions", String.class);
    }

    static String id(String username) {
        return as("edith").get(V1 + "/people").jsonPath().getString("find { it.username == '" + username + "' }.id");
    }

    static RequestSpecification sent(String who, Object body) {
        return as(who).contentType(ContentType.JSON).body(body);
    }

    static Map<String, Object> with(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }

    static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
