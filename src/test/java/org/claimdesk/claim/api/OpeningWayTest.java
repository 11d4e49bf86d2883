package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.attach;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.with;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.content.Examination;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

/** Interviews, their recordings and the opening of seals, by the API alone. */
@NewsroomTest
class OpeningWayTest {

    @Inject
    Examination examination;

    private static Map<String, Object> interview(boolean sealed) {
        return with("kind", "INTERVIEW", "person", "Kunigunde Lerchenfeld", "organisation", "The guild", "channel",
                "VIDEO", "heldAt", "2026-01-02T03:04:05Z", "attribution", "BACKGROUND", "stance", "SUPPORTS",
                "described", "an official", "quotes", List.of("At night.\r\nAll of them."), "sealed", sealed);
    }

    private static Response recorded(long claim, Map<String, Object> interview, byte[] tape) {
        return as("rafael").header("If-Match", Bench.tag(claim))
                .multiPart("interview", interview, "application/json")
                .multiPart("file", "tape.wav", tape, "audio/wav")
                .post(V1 + "/claims/" + claim + "/interviews");
    }

    @Test
    void anOpenInterviewSaysWhoAndGivesItsRecording() {
        long claim = claim("rafael");
        byte[] tape = "RIFF....WAVEfmt and so on".getBytes();

        JsonPath sheet = done(recorded(claim, interview(false), tape), 201);

        assertThat(sheet.getString("evidence[0].person")).isEqualTo("Kunigunde Lerchenfeld");
        assertThat(sheet.getList("evidence[0].quotes")).containsExactly("At night.\nAll of them.");
        assertThat(sheet.getString("evidence[0].described")).isEqualTo("an official");
        assertThat(sheet.getBoolean("evidence[0].sealed")).isFalse();
        assertThat(sheet.getString("evidence[0].mediaType")).isEqualTo("audio/vnd.wave");
        assertThat(as("wanda").get(V1 + "/evidence/" + sheet.getLong("evidence[0].id") + "/content").asByteArray())
                .isEqualTo(tape);
    }

    @Test
    void aSealedOneSaysThatItIsSealedAndIsOpenedByTwo() throws Exception {
        long claim = claim("rafael");
        byte[] tape = ("RIFF....WAVEfmt " + claim).getBytes();
        Set<String> orphans = examination.examine(true).orphaned();
        JsonPath sheet = done(recorded(claim, interview(true), tape), 201);
        long evidence = sheet.getLong("evidence[0].id");
        assertThat(sheet.getBoolean("evidence[0].sealed")).isTrue();
        assertThat(sheet.getString("evidence[0].person")).isNull();
        assertThat(sheet.getString("evidence[0].digest")).isNull();
        as("wanda").get(V1 + "/evidence/" + evidence + "/content").then().statusCode(404);
        assertThat(examination.examine(true).orphaned()).as("the recording has its record").isEqualTo(orphans);

        String openings = V1 + "/evidence/" + evidence + "/openings";
        sent("rafael", Map.of("reason", "")).post(openings).then().statusCode(400).body("field", equalTo("reason"));
        JsonPath asked = done(sent("rafael", Map.of("reason", "A letter.")).post(openings), 201);
        assertThat(asked.getString("state")).isEqualTo("WAITING");
        sent("rafael", Map.of("reason", "A letter.")).post(openings).then().statusCode(409);
        String grant = V1 + "/openings/" + asked.getLong("id") + "/grant";
        sent("rafael", Map.of()).post(grant).then().statusCode(403);
        sent("edith", Map.of()).post(grant).then().statusCode(403);
        JsonPath granted = done(as("stella").contentType("application/json").post(grant), 200);
        assertThat(granted.getString("state")).isEqualTo("OPEN");
        assertThat(granted.getString("answeredRole")).isEqualTo("STANDARDS");
        assertThat(granted.getString("openUntil")).isNotBlank();
        sent("stella", Map.of()).post(grant).then().statusCode(409);
        as("rafael").get(openings)
                .then()
                .statusCode(200)
                .body("size()", equalTo(1), "[0].read", equalTo(false), "[0].refusal", nullValue());
        sent("stella", Map.of("reason", "No.")).post(V1 + "/openings/" + asked.getLong("id") + "/refuse")
                .then()
                .statusCode(409);
    }

    @Test
    void whatIsIncompleteIsRefusedByItsField() {
        long claim = claim("rafael");
        attach("rafael", claim, with(interview(true), "described", " ")).then()
                .statusCode(400)
                .body("field", equalTo("described"));
        attach("rafael", claim, with(interview(true), "quotes", List.of("x".repeat(2_001)))).then()
                .statusCode(400)
                .body("field", equalTo("quotes"));
        attach("rafael", claim, with(interview(true), "note", "Lerchenfeld was nervous")).then()
                .statusCode(400)
                .body("field", equalTo("note"));
        recorded(claim, Map.of("kind", "LINK", "stance", "SUPPORTS", "address", "https://harbor.example"),
                new byte[]{1}).then().statusCode(400).body("field", equalTo("interview"));
        recorded(claim, interview(true), new byte[0]).then().statusCode(400).body("field", equalTo("file"));
        as("rafael").header("If-Match", Bench.tag(claim))
                .multiPart("interview", interview(true), "application/json")
                .post(V1 + "/claims/" + claim + "/interviews")
                .then()
                .statusCode(400)
                .body("field", equalTo("file"));
        sent("rafael", Map.of("reason", "Why not?")).post(V1 + "/evidence/999999999/openings").then().statusCode(404);
        assertThat(Bench.sheet("rafael", claim).getList("evidence")).isEmpty();
    }
}
