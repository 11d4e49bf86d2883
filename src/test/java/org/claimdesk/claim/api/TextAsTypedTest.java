package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.act;
import static org.claimdesk.claim.api.Bench.attach;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.newArticle;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.with;
import static org.claimdesk.local.Tokens.as;

import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup, emoji and scripts from right to left are words like others: kept and given back as typed. */
@NewsroomTest
class TextAsTypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert('x')</script>", "<img src=x onerror=alert(1)> & \"quoted\" {{mustache}}",
            "👩‍👩‍👧 🗞 𝔘nicode 🇺🇦", "שלום עולם \u202eabc\u202c مرحبا", "'; drop table claim; --",
            "%00 \\u0000 ${x} #{y}"})
    void everyFieldIsGivenBackAsTyped(String text) {
        long article = done(sent("edith",
                with(with(newArticle("Headline " + text + "\n\nA claim: " + text + " stands here.\n\n" + Bench.WORDS),
                        "byline", text), "slug", text))
                .post(V1 + "/articles"), 201).getLong("id");
        JsonPath filed = done(as("mina").get(V1 + "/articles/" + article), 200);
        assertThat(filed.getString("headline")).isEqualTo("Headline " + text);
        assertThat(filed.getString("byline")).isEqualTo(text);
        assertThat(filed.getString("slug")).isEqualTo(text);
        JsonPath revision = done(as("mina").get(V1 + "/articles/" + article + "/revisions/1"), 200);
        assertThat(revision.getString("text")).isEqualTo(
                "Headline " + text + "\nA claim: " + text + " stands here.\n" + Bench.WORDS);

        JsonPath marked = done(sent("edith", Map.of("revision", 1, "quote",
                Map.of("exact", "A claim: " + text + " stands here."), "assignee", Bench.id("rafael")))
                .post(V1 + "/articles/" + article + "/claims"), 201);
        assertThat(marked.getString("exact")).isEqualTo("A claim: " + text + " stands here.");
        long claim = marked.getLong("id");
        done(attach("rafael", claim,
                with("kind", "INTERVIEW", "stance", "SUPPORTS", "rank", "PRIMARY", "title", text, "locator", text,
                        "note", text + "\n" + text, "person", text, "function", text, "organisation", text, "channel",
                        "PHONE",
                        "heldAt", "2026-01-01T10:00:00.123456Z", "attribution", "BACKGROUND")),
                201);
        JsonPath sheet = done(attach("rafael", claim,
                with("kind", "REFERENCE", "stance", "CONTEXT", "citation", text)), 201);
        for (String field : new String[]{"title", "locator", "person", "function", "organisation"}) {
            assertThat(sheet.getString("evidence[0]." + field)).as(field).isEqualTo(text);
        }
        assertThat(sheet.getString("evidence[0].note")).isEqualTo(text + "\n" + text);
        assertThat(sheet.getString("evidence[0].heldAt")).isEqualTo("2026-01-01T10:00:00.123456Z");
        assertThat(sheet.getString("evidence[1].citation")).isEqualTo(text);

        done(act("rafael", claim, "submit", Map.of()), 200);
        done(act("viktor", claim, "dispute", Map.of("grounds", "OTHER", "statement", text)), 200);
        done(act("rafael", claim, "answer", Map.of("statement", text)), 200);
        JsonPath verified = done(act("wanda", claim, "verify",
                Map.of("rating", "ACCURATE", "rationale", text, "outcome", "UPHELD")), 200);
        assertThat(verified.getString("disputes[0].statement")).isEqualTo(text);
        assertThat(verified.getString("disputes[0].answer")).isEqualTo(text);
        assertThat(verified.getString("verdicts[0].rationale")).isEqualTo(text);
        assertThat(done(as("mina").get(V1 + "/claims/" + claim + "/history?limit=1"), 200).getString(
                "[0].texts.rationale")).isEqualTo(text);
    }

    @Test
    void aControlCharacterIsRefusedInEveryField() {
        long claim = claim("rafael");
        for (String field : new String[]{"title", "locator", "note", "address"}) {
            attach("rafael", claim, with(Bench.link(), field, "a\u0001b")).then().statusCode(400);
            attach("rafael", claim, with(Bench.link(), field, "a\ud800b")).then().statusCode(400);
        }
        act("edith", claim, "drop", Map.of("reason", "a\u0000b")).then().statusCode(400);
        assertThat(Bench.sheet("edith", claim).getInt("claim.version")).isZero();
    }
}
