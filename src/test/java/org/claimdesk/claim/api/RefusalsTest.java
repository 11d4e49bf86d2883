package org.claimdesk.claim.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.newArticle;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.with;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a call is refused: the status, a problem detail, and nothing done. */
@NewsroomTest
class RefusalsTest {

    private static void refused(Response response, int status, String field, String words) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo(status), "field", equalTo(field), "detail", containsString(words), "instance",
                        startsWith("urn:request:"));
    }

    private static Response filed(String field, Object value) {
        return sent("edith", with(newArticle("Words"), field, value)).post(V1 + "/articles");
    }

    @ParameterizedTest
    @CsvSource({"text, 5, text in quotes", "format, PDF, 'TEXT, MARKDOWN, HTML, DOCX, ADDRESS'",
            "slug, true, text in quotes",
            "byline, [], text in quotes", "authors, x, a list", "desk, 7, text in quotes",
            "deadline, tomorrow, a time with its offset", "deadline, 1793728800, a time with its offset",
            "deadline, '\"2026-11-03T18:00\"', a time with its offset"})
    void anotherTypeThanTheFieldTakes(String field, String json, String words) {
        String value = json.matches("[\\d\\[\"].*|true") ? json : '"' + json + '"';
        Response response = as("edith").contentType(ContentType.JSON)
                .body("{\"%s\": %s}".formatted(field, value))
                .post(V1 + "/articles");
        refused(response, 400, field, words);
    }

    @Test
    void whatTheNewsroomCannotUse() {
        refused(filed("text", " \n"), 400, "text", "no text");
        refused(filed("text", "a\u0000b"), 400, "text", "U+0000");
        refused(filed("text", "x".repeat(500_001)), 400, "text", "500,000");
        refused(filed("slug", "s".repeat(81)), 400, "slug", "80");
        refused(filed("byline", "b".repeat(501)), 400, "byline", "500");
        refused(filed("byline", "a\u0007b"), 400, "byline", "U+0007");
        refused(filed("address", "javascript:alert(1)"), 400, "address", "http");
        refused(filed("desk", "/desks/nowhere"), 400, "desk", "desk of the newsroom");
        refused(filed("desk", null), 400, "desk", "desk");
        refused(filed("deadline", null), 400, "deadline", "deadline");
        refused(filed("deadline", "2126-01-01T00:00:00Z"), 400, "deadline", "ten years");
        refused(filed("authors", List.of("7c9e6679-7425-40de-944b-e07fc1f90ae7")), 400, "authors", "newsroom");
        refused(filed("authors", List.of("nobody")), 400, "authors[0]", "a person's id");
        refused(filed("headline", "x"), 400, "headline", "There is no property \"headline\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "{", "{\"text\": x}", "{\"text\": \"a\"} {}",
            "{\"text\": \"a\", \"text\": \"b\"}"})
    void aBodyThatIsNoObject(String body) {
        refused(as("edith").contentType(ContentType.JSON).body(body.getBytes()).post(V1 + "/articles"), 400, "body",
                "");
    }

    @Test
    void aBodyInAnotherEncoding() {
        refused(as("edith").contentType(ContentType.JSON)
                .body(new byte[]{'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xe9, '"', '}'})
                .post(V1 + "/articles"), 400, "body", "UTF-8");
    }

    @Test
    void aBodyWithoutEnd() {
        refused(filed("text", "x".repeat(16_000_000)), 413, null, "15,728,640");
    }

    @ParameterizedTest
    @CsvSource({"after=x, after", "after=0, after", "limit=0, limit", "limit=201, limit", "limit=x, limit",
            "state=OPEN, state", "assignee=x, assignee", "dropped=maybe, dropped", "article=x, article",
            "desk=%00, desk"})
    void aQueryThatCannotBeUsed(String query, String field) {
        refused(as("mina").urlEncodingEnabled(false).get(V1 + "/claims?" + query), 400, field, "");
    }

    @Test
    void nobodyIsToldWhoTheyMustBe() {
        given().get(V1 + "/claims")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("status", equalTo(401));
        String own = Tokens.of("edith");
        String claims = own.split("\\.")[1];
        List<String> wrong = List.of("garbage", "a.b.c", Tokens.foreign("edith"), own.substring(0, own.length() - 8),
                own.replace(claims, claims.substring(0, 40) + 'A' + claims.substring(41)));
        for (String token : wrong) {
            given().auth()
                    .oauth2(token)
                    .get(V1 + "/claims")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .contentType("application/problem+json")
                    .body("title", equalTo("Not signed in"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claims/999999999", "/claims/x", "/claims/99999999999999999999", "/articles/999999999",
            "/articles/999999999/claims", "/articles/999999999/history", "/articles/999999999/revisions/1",
            "/claims/999999999/history", "/claims/999999999/evidence", "/claims/999999999/evidence/1",
            "/evidence/999999999/content", "/nothing"})
    void whatIsNotThere(String path) {
        refused(as("edith").get(V1 + path), 404, null, "");
    }

    @Test
    void anActOnWhatIsNotThere() {
        refused(sent("rafael", Map.of()).header("If-Match", "\"0\"").post(V1 + "/claims/999999999/take"), 404, null,
                "no claim");
        refused(sent("rafael", Map.of()).header("If-Match", "\"0\"").post(V1 + "/claims/" + claim("rafael") + "/burn"),
                404, null, "");
    }

    @Test
    void anotherMethodOrForm() {
        long claim = claim("rafael");
        refused(as("edith").delete(V1 + "/claims/" + claim), 405, null, "method");
        refused(as("edith").get(V1 + "/claims/" + claim + "/take"), 405, null, "method");
        refused(as("edith").body("x").put(V1 + "/articles"), 405, null, "method");
        refused(as("edith").contentType("text/xml").body("<a/>").post(V1 + "/articles"), 415, null, "form");
        refused(as("edith").accept("application/xml").get(V1 + "/claims"), 406, null, "form");
    }

    @Test
    void anActOnAnUnknownOrOldVersion() {
        String take = V1 + "/claims/" + Bench.mark(Bench.article(), null) + "/take";
        refused(sent("rafael", Map.of()).post(take), 428, null, "If-Match");
        refused(sent("rafael", Map.of()).header("If-Match", "*").post(take), 428, null, "If-Match");
        refused(sent("rafael", Map.of()).header("If-Match", "0").post(take), 400, "If-Match", "quotes");
        refused(sent("rafael", Map.of()).header("If-Match", "\"0\", \"1\"").post(take), 400, "If-Match", "one ETag");
        for (String stale : List.of("\"7\"", "W/\"0\"", "\"x\"", "\"99999999999\"")) {
            refused(sent("rafael", Map.of()).header("If-Match", stale).post(take), 412, null, "Nothing was done");
        }
        as("rafael").contentType(ContentType.JSON).header("If-Match", "\"0\"").post(take).then().statusCode(200);
    }

    @Test
    void wordsThatStandTwice() {
        long article = Bench.article("Headline\n\nTen came. Ten came. Nine left.");
        Map<String, Object> ten = with("revision", 1, "quote", Map.of("exact", "Ten came."));
        Response twice = sent("edith", ten).post(V1 + "/articles/" + article + "/claims");
        refused(twice, 400, "exact", "2 times");
        int start = twice.jsonPath().getInt("places[1].start");
        sent("edith", with(ten, "quote", Map.of("exact", "Ten came.", "start", start)))
                .post(V1 + "/articles/" + article + "/claims")
                .then()
                .statusCode(201)
                .body("start", equalTo(start));
        refused(sent("edith", with(ten, "quote", Map.of("exact", "Ten came.", "start", start)))
                .post(V1 + "/articles/" + article + "/claims"), 409, null, "claim");
        refused(sent("edith", with(ten, "quote", Map.of("exact", 5))).post(V1 + "/articles/" + article + "/claims"),
                400, "quote.exact", "text in quotes");
        refused(sent("edith", with(ten, "revision", 2)).post(V1 + "/articles/" + article + "/claims"), 412, null,
                "newer revision");
        refused(sent("edith", Map.of("revision", 1)).post(V1 + "/articles/" + article + "/claims"), 400, "quote", "");
        refused(sent("edith", with(ten, "revision", "1")).post(V1 + "/articles/" + article + "/claims"), 400,
                "revision", "whole number");
    }

    @Test
    void evidenceOfNoKind() {
        long claim = claim("rafael");
        for (Map<String, ?> kind : List.of(Map.of("stance", "SUPPORTS"), Map.of("kind", "FILM"), Map.of("kind", 3))) {
            refused(Bench.attach("rafael", claim, kind), 400, "kind", "LINK, INTERVIEW, REFERENCE");
        }
        refused(Bench.attach("rafael", claim, with(Bench.link(), "citation", "x")), 400, "citation", "no property");
        refused(Bench.attach("rafael", claim, with(Bench.link(), "stance", "MAYBE")), 400, "stance", "CONTRADICTS");
        refused(Bench.attach("rafael", claim, with(Bench.link(), "note", "n".repeat(20_001))), 400, "note", "20,000");
        refused(Bench.attach("rafael", claim, Map.of("kind", "INTERVIEW", "stance", "CONTEXT")), 400, "person", "");
        assertThat(Bench.sheet("rafael", claim).getInt("claim.version")).isZero();
    }
}
