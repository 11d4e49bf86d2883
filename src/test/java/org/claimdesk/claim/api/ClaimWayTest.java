package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.act;
import static org.claimdesk.claim.api.Bench.actions;
import static org.claimdesk.claim.api.Bench.attach;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.id;
import static org.claimdesk.claim.api.Bench.link;
import static org.claimdesk.claim.api.Bench.mark;
import static org.claimdesk.claim.api.Bench.sheet;
import static org.claimdesk.claim.api.Bench.sourcedClaim;
import static org.claimdesk.claim.api.Bench.tag;
import static org.claimdesk.claim.api.Bench.with;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

@NewsroomTest
class ClaimWayTest {

    private static final Map<String, Object> VERDICT = Map.of("rating", "ACCURATE", "rationale", "The log says so.");

    @Test
    void aClaimGoesAllTheWayDisputedOnce() {
        long claim = mark(Bench.article(), null);
        assertThat(actions("rafael", claim)).contains("take");
        assertThat(actions("stella", claim)).isEmpty();

        assertThat(done(act("rafael", claim, "take", Map.of()), 200).getString("claim.assignee.name"))
                .isEqualTo("Rafael Ibarra");
        done(attach("rafael", claim, link()), 201);
        assertThat(done(act("rafael", claim, "submit", Map.of()), 200).getString("claim.state")).isEqualTo("SOURCED");
        JsonPath disputed = done(act("viktor", claim, "dispute",
                Map.of("grounds", "FIGURE", "statement", "The log has no June.")), 200);
        assertThat(disputed.getString("claim.state")).isEqualTo("DISPUTED");
        assertThat(disputed.getList("actions")).doesNotContain("verify");
        done(act("rafael", claim, "answer", Map.of("statement", "June is on page 2.")), 200);
        JsonPath verified = done(act("wanda", claim, "verify", with(VERDICT, "outcome", "REJECTED")), 200);

        assertThat(verified.getString("claim.state")).isEqualTo("VERIFIED");
        assertThat(verified.getString("claim.rating")).isEqualTo("ACCURATE");
        assertThat(verified.getString("disputes[0].outcome")).isEqualTo("REJECTED");
        assertThat(verified.getString("verdicts[0].words")).isEqualTo(Bench.WORDS);
        assertThat(done(as("mina").get(V1 + "/claims/" + claim + "/history"), 200).getList("act")).containsExactly(
                "VERIFY", "ANSWER", "DISPUTE", "SUBMIT", "ATTACH", "TAKE", "MARK");
        assertThat(done(act("stella", claim, "overturn", Map.of("finding", "Page 2 is of last year.")), 200).getString(
                "claim.state")).isEqualTo("DISPUTED");
    }

    @Test
    void everyActGivesTheNewVersion() {
        long claim = claim("rafael");
        for (int version = 0; version < 3; version++) {
            attach("rafael", claim, link()).then()
                    .statusCode(201)
                    .header("ETag", "\"" + (version + 1) + "\"")
                    .body("claim.version", equalTo(version + 1));
            assertThat(tag(claim)).isEqualTo("\"" + (version + 1) + "\"");
        }
    }

    @Test
    void whoHasTheSheetGetsNothingAgain() {
        long claim = claim("rafael");
        as("mina").header("If-None-Match", tag(claim)).get(V1 + "/claims/" + claim).then().statusCode(304);
        done(attach("rafael", claim, link()), 201);
        as("mina").header("If-None-Match", "\"0\"").get(V1 + "/claims/" + claim).then().statusCode(200);
    }

    @Test
    void whatTheEditorLeavesOutStaysAsItIs() {
        long claim = claim("rafael");
        done(act("edith", claim, "reassign", Map.of("assignee", id("mina"), "risk", "LEGAL")), 200);
        JsonPath sheet = done(act("edith", claim, "reassign", Map.of("desk", "/desks/courts")), 200);
        assertThat(sheet.getString("claim.risk")).isEqualTo("LEGAL");
        assertThat(sheet.getString("claim.desk")).isEqualTo("/desks/courts");
        assertThat(sheet.getString("claim.assignee")).isNull();
    }

    @Test
    void aDroppedClaimCanOnlyBeRestored() {
        long claim = claim("rafael");
        done(act("edith", claim, "drop", Map.of("reason", "Cut.")), 200);
        act("rafael", claim, "submit", Map.of()).then().statusCode(409).body("actions", equalTo(List.of()));
        assertThat(actions("edith", claim)).containsExactly("restore");
        done(act("edith", claim, "restore", Map.of()), 200);
    }

    @Test
    void evidenceThatIsWithdrawnStaysToBeSeen() {
        long claim = claim("rafael");
        String piece = attach("rafael", claim, link()).then().statusCode(201).extract().header("Location");
        done(act("rafael", claim, piece.substring(piece.indexOf("evidence")) + "/withdraw",
                Map.of("reason", "The page was a copy.")), 200);
        as("wanda").get(piece)
                .then()
                .statusCode(200)
                .body("withdrawReason", equalTo("The page was a copy."), "withdrawnBy.name", equalTo("Rafael Ibarra"));
    }

    @Test
    void whoSourcedItCannotVerifyIt() {
        long claim = claim("bo");
        done(attach("bo", claim, link()), 201);
        done(act("bo", claim, "submit", Map.of()), 200);
        assertThat(actions("bo", claim)).doesNotContain("verify");
        act("bo", claim, "verify", VERDICT).then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("You sourced this claim"));
        assertThat(sheet("bo", claim).getString("claim.state")).isEqualTo("SOURCED");
    }

    @Test
    void whoHasNotTheRoleIsRefused() {
        long claim = sourcedClaim();
        act("rafael", claim, "verify", VERDICT).then().statusCode(403);
        act("viktor", claim, "drop", Map.of("reason", "x")).then().statusCode(403);
        Bench.sent("mina", Bench.newArticle("x")).post(V1 + "/articles").then().statusCode(403);
        attach("viktor", claim, link()).then().statusCode(403);
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedWithWhatItDoes() {
        long claim = sourcedClaim();
        act("wanda", claim, "overturn", Map.of("finding", "x")).then()
                .statusCode(409)
                .body("actions", contains("return", "dispute", "verify"), "title", equalTo("Not possible now"));
    }
}
