package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.act;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.mark;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.claim.api.Bench.with;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

@NewsroomTest
class RevisionWayTest {

    @Test
    void aRevisionIsFiledAndItsClaimsPlaced() {
        long article = Bench.article();
        long claim = mark(article, "rafael");

        JsonPath filed = done(revise(article, 1, "The night shift\n\n" + Bench.WORDS.replace("138", "183")), 201);

        assertThat(filed.getInt("number")).isEqualTo(2);
        assertThat(filed.getString("claims[0].how")).isEqualTo("REWORDED");
        assertThat(filed.getString("claims[0].exact")).isEqualTo("The gate took 183 people a night.");
        assertThat(done(as("mina").get(V1 + "/articles/" + article + "/revisions"), 200).getList("number"))
                .containsExactly(2, 1);
        assertThat(done(as("mina").get(V1 + "/articles/" + article + "/revisions/1/claims"), 200)
                .getString("[0].exact")).isEqualTo(Bench.WORDS);
        assertThat(done(as("mina").get(V1 + "/claims/" + claim), 200).getList("places.how")).containsExactly("REWORDED",
                "PLACED");
    }

    @Test
    void anOrphanIsAttachedAgain() {
        long article = Bench.article();
        long claim = mark(article, "rafael");
        done(revise(article, 1, "The night shift\n\nNobody came through the gate."), 201);

        JsonPath sheet = done(act("edith", claim, "reattach",
                with("revision", 2, "quote", Map.of("exact", "Nobody came through the gate"))), 200);

        assertThat(sheet.getString("claim.placement")).isEqualTo("REWORDED");
        assertThat(sheet.getList("places.how")).containsExactly("REWORDED", "ORPHANED", "PLACED");
        act("rafael", claim, "reattach", with("revision", 2, "quote", Map.of("exact", "gate"))).then().statusCode(409);
    }

    @Test
    void whatIsNoRevisionIsRefused() {
        long article = Bench.article();

        revise(article, null, "Words").then().statusCode(400).body("field", equalTo("base"));
        revise(article, 1, " ").then().statusCode(400).body("field", equalTo("text"));
        revise(article, 7, "Words").then().statusCode(412).body("detail", containsString("has been filed since"));
        sent("rafael", with("base", 1, "text", "Words")).post(V1 + "/articles/" + article + "/revisions")
                .then()
                .statusCode(403);
        revise(999_999_999L, 1, "Words").then().statusCode(404);
        as("mina").get(V1 + "/articles/" + article + "/revisions/7/claims").then().statusCode(404);
    }

    private static io.restassured.response.Response revise(long article, Integer base, String text) {
        return sent("edith", with("base", base, "text", text)).post(V1 + "/articles/" + article + "/revisions");
    }
}
