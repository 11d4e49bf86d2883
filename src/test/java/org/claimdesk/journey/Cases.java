package org.claimdesk.journey;

import static org.claimdesk.local.Tokens.as;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.claimdesk.local.PackagedService;

/** Articles and claims that others have brought to where a test begins, through the API. */
final class Cases {

    static final String ANSWER = "June is on page 2.";
    private static final String IMMIGRATION = "/desks/immigration";

    private final String api;
    private final Map<String, String> people = new HashMap<>();

    Cases(Newsroom newsroom) {
        this(newsroom.service());
    }

    Cases(PackagedService service) {
        this.api = service.address() + "/api/v1";
    }

    Story article() {
        String headline = Story.freshHeadline();
        return article(headline, Story.text(headline));
    }

    /** One of another text, with the headline in its first line. */
    Story article(String text) {
        return article(text.lines().findFirst().orElseThrow(), text);
    }

    private Story article(String headline, String text) {
        return new Story(made("/articles", Map.of("text", text, "desk", IMMIGRATION, "deadline",
                Instant.now().plus(2, ChronoUnit.DAYS).toString())), headline);
    }

    long marked(Story story, String words, String reporter) {
        return made("/articles/" + story.article() + "/claims",
                Map.of("revision", 1, "quote", Map.of("exact", words), "assignee", id(reporter)));
    }

    /** One of rafael's that is due before all others, so that it is on top of everybody's desk. */
    long urgent() {
        return urgent(article());
    }

    long urgent(Story story) {
        return made("/articles/" + story.article() + "/claims",
                Map.of("revision", 1, "quote", Map.of("exact", Story.FIGURE), "assignee", id("rafael"), "deadline",
                        Instant.now().plus(1, ChronoUnit.MINUTES).toString()));
    }

    private long made(String path, Map<String, ?> body) {
        Response answer = as("edith").contentType(ContentType.JSON).body(body).post(api + path);
        if (answer.statusCode() != 201) {
            throw new AssertionError(path + " is answered " + answer.statusCode() + ": " + answer.asString());
        }
        return answer.jsonPath().getLong("id");
    }

    /** A claim of rafael's, on words of an article of its own. */
    long assigned() {
        return marked(article(), Story.FIGURE, "rafael");
    }

    /** One that rafael has put two pieces of evidence behind. */
    long attached() {
        long claim = assigned();
        attach(claim);
        return claim;
    }

    void attach(long claim) {
        act("rafael", claim, "evidence", Map.of("kind", "LINK", "stance", "SUPPORTS", "address",
                "https://harbor.example/log", "locator", "table 1", "rank", "PRIMARY"));
        act("rafael", claim, "evidence", Map.of("kind", "INTERVIEW", "stance", "CONTEXT", "person", "Ines Aranda",
                "channel", "PHONE", "attribution", "BACKGROUND", "heldAt", "2026-01-12T15:30:00Z", "note", "Yes."));
    }

    long sourced() {
        long claim = attached();
        act("rafael", claim, "submit", Map.of());
        return claim;
    }

    /** One that viktor has disputed. */
    long disputed() {
        long claim = sourced();
        act("viktor", claim, "dispute", Map.of("grounds", "FIGURE", "statement", "The log has no June."));
        return claim;
    }

    long answered() {
        long claim = disputed();
        act("rafael", claim, "answer", Map.of("statement", ANSWER));
        return claim;
    }

    /** One that wanda has verified. */
    long verified() {
        long claim = answered();
        verdict(claim);
        return claim;
    }

    /** An assigned one of rafael's goes all the way. */
    void verified(long claim) {
        attach(claim);
        act("rafael", claim, "submit", Map.of());
        act("wanda", claim, "verify", Map.of("rating", "ACCURATE", "rationale", "So the log says."));
    }

    private void verdict(long claim) {
        act("wanda", claim, "verify",
                Map.of("rating", "MISLEADING", "rationale", "Only of nights.", "outcome", "REJECTED"));
    }

    long overturned() {
        long claim = verified();
        act("stella", claim, "overturn", Map.of("finding", "It counts families."));
        return claim;
    }

    long dropped() {
        long claim = assigned();
        act("edith", claim, "drop", Map.of("reason", "It was cut."));
        return claim;
    }

    /** An act on the claim as it is now. */
    void act(String who, long claim, String act, Map<String, ?> body) {
        String tag = as(who).get(api + "/claims/" + claim).then().statusCode(200).extract().header("ETag");
        int status = as(who).contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .post(api + "/claims/" + claim + "/" + act)
                .statusCode();
        if (status >= 300) {
            throw new AssertionError(act + " by " + who + " is answered " + status);
        }
    }

    /** What was done to a claim, newest first. */
    List<String> history(long claim) {
        return as("edith").get(api + "/claims/" + claim + "/history").then().statusCode(200).extract().path("act");
    }

    String id(String username) {
        if (people.isEmpty()) {
            List<Map<String, Object>> all = as("edith").get(api + "/people").then().statusCode(200).extract().path("");
            all.forEach(person -> people.put(person.get("username").toString(), person.get("id").toString()));
        }
        return people.get(username);
    }
}
