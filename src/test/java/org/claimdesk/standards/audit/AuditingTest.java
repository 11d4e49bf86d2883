package org.claimdesk.standards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.State;
import org.claimdesk.claim.Story;
import org.claimdesk.claim.Verdict;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit from the draw to what became of the finding: who may, once, and what the record says. */
@NewsroomTest
class AuditingTest {

    @Inject
    Story story;
    @Inject
    Lots lots;
    @Inject
    Auditing auditing;

    @Test
    void whoAgreesLeavesNothingToDecide() {
        AuditLine one = taken();

        auditing.give(one.id(), Rating.ACCURATE, "Page 3 has it.", stella());

        AuditSheet sheet = lots.sheet(one.id());
        assertThat(sheet.verdict().rating()).isEqualTo(Rating.ACCURATE);
        assertThat(sheet.own().rationale()).isEqualTo("Page 3 has it.");
        assertThat(sheet.line().finding()).isFalse();
        refused(Problem.Kind.CONFLICT, () -> auditing.decide(one.id(), Audit.Outcome.UPHELD, "So.", stella()), "agree");
    }

    @Test
    void aFindingThatOverturnsDisputesTheClaimAndTheEntryNamesTheAudit() {
        AuditLine one = disagreed();

        auditing.decide(one.id(), Audit.Outcome.OVERTURNED, "The log is of another night.", stella());

        ClaimSheet claim = story.sheet(one.claim(), "rafael");
        assertThat(claim.claim().state()).isEqualTo(State.DISPUTED);
        assertThat(claim.verdicts().get(0).ended()).isEqualTo(Verdict.Ended.OVERTURNED);
        assertThat(claim.verdicts().get(0).finding()).isEqualTo("The log is of another night.");
        assertThat(claim.disputes().get(0).grounds()).isEqualTo(Grounds.FINDING);
        as("rafael").get("/api/v1/claims/" + one.claim() + "/history")
                .then()
                .body("[0].act", equalTo("OVERTURN"))
                .body("[0].body", org.hamcrest.Matchers.containsString("\"audit\":" + one.id()));
        assertThat(lots.sheet(one.id()).finding().outcome()).isEqualTo(Audit.Outcome.OVERTURNED);
        refused(Problem.Kind.CONFLICT, () -> auditing.decide(one.id(), Audit.Outcome.UPHELD, "No.", stella()),
                "decided already");
    }

    @Test
    void aFindingThatUpholdsLeavesTheVerdictAsItIs() {
        AuditLine one = disagreed();

        auditing.decide(one.id(), Audit.Outcome.UPHELD, "The auditor overlooked page 3.", stella());

        assertThat(story.line(one.claim()).state()).isEqualTo(State.VERIFIED);
        assertThat(lots.sheet(one.id()).finding().reason()).isEqualTo("The auditor overlooked page 3.");
    }

    /** The verdict was disputed while the finding was open: there is nothing to overturn any more. */
    @Test
    void aFindingOnAVerdictThatHasEndedIsUpheldOrMoot() {
        AuditLine one = disagreed();
        refused(Problem.Kind.CONFLICT, () -> auditing.decide(one.id(), Audit.Outcome.MOOT, "Over.", stella()),
                "stands");
        story.checking().dispute(story.ref(one.claim()), Grounds.OTHER, "No.", story.person("wanda"));

        refused(Problem.Kind.CONFLICT, () -> auditing.decide(one.id(), Audit.Outcome.OVERTURNED, "So.", stella()),
                "does not stand");
        auditing.decide(one.id(), Audit.Outcome.MOOT, "Disputed before.", stella());

        assertThat(lots.sheet(one.id()).finding().outcome()).isEqualTo(Audit.Outcome.MOOT);
    }

    /** Another verdict stands by now; a finding on the one before does not end it. */
    @Test
    void aFindingDoesNotEndALaterVerdict() {
        AuditLine one = disagreed();
        story.checking().dispute(story.ref(one.claim()), Grounds.OTHER, "No.", story.person("wanda"));
        story.checking().answer(story.ref(one.claim()), "Yes.", story.person("rafael"));
        story.checking()
                .verify(story.ref(one.claim()), Rating.ACCURATE, "It is.", Dispute.Outcome.REJECTED, null,
                        story.person("viktor"));

        refused(Problem.Kind.CONFLICT, () -> auditing.decide(one.id(), Audit.Outcome.OVERTURNED, "So.", stella()),
                "does not stand");
        assertThat(story.line(one.claim()).state()).isEqualTo(State.VERIFIED);
    }

    /** Words that changed since leave the audit what it was of. */
    @Test
    void theAuditIsOfTheWordsTheVerdictWasGivenOn() {
        AuditLine one = taken();
        story.revise(one.article(), 1, story.text(one.article()).replace("carried 11", "carried 12"));

        AuditSheet sheet = lots.sheet(one.id());

        assertThat(sheet.line().words()).isEqualTo("Boat 1 carried 11 people.");
        assertThat(sheet.revision()).isEqualTo(1);
        assertThat(sheet.evidence()).hasSize(1);
    }

    @Test
    void evidenceOfLaterIsNotInTheAudit() {
        AuditLine one = taken();
        story.checking().dispute(story.ref(one.claim()), Grounds.OTHER, "No.", story.person("wanda"));
        story.attach(one.claim(), "rafael");

        assertThat(lots.sheet(one.id()).evidence()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rafael", "viktor"})
    void whoSourcedOrVerifiedItDoesNotAuditIt(String person) {
        AuditLine one = lots.one();

        refused(Problem.Kind.FORBIDDEN, () -> auditing.take(one.id(), standards(person)),
                "You sourced or verified this claim.");
        databaseRefuses(entry("AUDIT_TAKE", one, person)
                + "update audit set version = version + 1, taken_by = '%s', taken_at = now() where id = %d"
                        .formatted(story.person(person).id(), one.id()),
                "does not audit it");
    }

    @Test
    void anAuthorDoesNotAuditIt() {
        long article = story.anArticle(1, "By Stella Brandt");
        story.aVerifiedClaim(article, 1);
        AuditLine one = lots.audits(lots.drawn(article, 1)).get(0);

        refused(Problem.Kind.FORBIDDEN, () -> auditing.take(one.id(), stella()), "You are an author");
        databaseRefuses("update audit set version = version + 1, taken_by = '%s', taken_at = now() where id = %d"
                .formatted(stella().id(), one.id()), "does not audit it");
    }

    /** Who has taken it and then sources the claim is out of it. */
    @Test
    void whoSourcesItMeanwhileDoesNotGiveIt() {
        AuditLine one = lots.one();
        Acting mina = standards("mina");
        auditing.take(one.id(), mina);
        story.checking().dispute(story.ref(one.claim()), Grounds.OTHER, "No.", story.person("wanda"));
        story.attach(one.claim(), "mina");

        refused(Problem.Kind.FORBIDDEN, () -> auditing.give(one.id(), Rating.ACCURATE, "So.", mina),
                "You sourced or verified");
        auditing.giveBack(one.id(), stella());
        auditing.take(one.id(), stella());
    }

    @ParameterizedTest
    @ValueSource(strings = {"viktor", "rafael"})
    void whoSourcedOrVerifiedItDoesNotDecideTheFinding(String person) {
        AuditLine one = disagreed();

        refused(Problem.Kind.FORBIDDEN,
                () -> auditing.decide(one.id(), Audit.Outcome.UPHELD, "It is.", standards(person)),
                "You sourced or verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edith", "rafael", "viktor"})
    void allButTheStandardsDeskAreRefused(String person) {
        AuditLine one = lots.one();

        refused(Problem.Kind.FORBIDDEN, () -> auditing.take(one.id(), story.person(person)), "Only the standards desk");
        post(person, one.id(), "take", Map.of()).then().statusCode(403);
        as(person).get("/api/v1/audits/items/" + one.id()).then().statusCode(403);
        as(person).get("/api/v1/audits/agreement").then().statusCode(403);
    }

    @Test
    void oneTakesItAndOnlyTheyGiveIt() {
        AuditLine one = taken();

        refused(Problem.Kind.CONFLICT, () -> auditing.take(one.id(), standards("edith")), "Somebody has taken it");
        refused(Problem.Kind.CONFLICT, () -> auditing.take(one.id(), stella()), "You have it already");
        refused(Problem.Kind.FORBIDDEN,
                () -> auditing.give(one.id(), Rating.ACCURATE, "So.", standards("edith")), "Somebody else");
    }

    @Test
    void whatNobodyHasIsNotGiven() {
        AuditLine one = lots.one();

        refused(Problem.Kind.CONFLICT, () -> auditing.give(one.id(), Rating.ACCURATE, "So.", stella()),
                "Take it first");
        refused(Problem.Kind.CONFLICT, () -> auditing.giveBack(one.id(), stella()), "Take it first");
    }

    @Test
    void itIsGivenOnceAndTheDatabaseKeepsIt() {
        AuditLine one = disagreed();

        refused(Problem.Kind.CONFLICT, () -> auditing.give(one.id(), Rating.ACCURATE, "So.", stella()),
                "audited already");
        refused(Problem.Kind.CONFLICT, () -> auditing.giveBack(one.id(), stella()), "audited already");
        databaseRefuses(
                "update audit set version = version + 1, rating = 'ACCURATE', agrees = true where id = " + one.id(),
                "given once");
        databaseRefuses("update audit set version = version + 1, agrees = true where id = " + one.id(), "given once");
        databaseRefuses("delete from audit where id = " + one.id(), "append-only");
        databaseRefuses("update draw set size = 2 where id = " + one.draw(), "nothing else of it changes");
        databaseRefuses("update draw_list set text = text || 'x' where draw_id = " + one.draw(), "append-only");
    }

    @Test
    void theDatabaseTakesNoOtherSeedAndNoStepWithoutItsEntry() {
        AuditLine one = lots.one();

        databaseRefuses("update draw set seed = sha256('mine') where id = " + one.draw(), "gets its seed once");
        databaseRefuses("update audit set version = version + 1, taken_by = '%s', taken_at = now() where id = %d"
                .formatted(stella().id(), one.id()), "no entry that tells of it");
        databaseRefuses("insert into audit (draw_id, place, verdict_id, claim_id, article_id)"
                + " select draw_id, 2, verdict_id, claim_id, article_id from audit where id = " + one.id(),
                "was drawn");
    }

    @Test
    void ratingAndRationaleAreNeeded() {
        AuditLine one = taken();

        refused(Problem.Kind.BAD_INPUT, () -> auditing.give(one.id(), null, "So.", stella()), "Choose a rating");
        refused(Problem.Kind.BAD_INPUT, () -> auditing.give(one.id(), Rating.ACCURATE, " \n", stella()), "rationale");
        auditing.give(one.id(), Rating.MISLEADING, "Half of it.", stella());
        refused(Problem.Kind.BAD_INPUT, () -> auditing.decide(one.id(), null, "So.", stella()), "upheld or overturned");
        refused(Problem.Kind.BAD_INPUT, () -> auditing.decide(one.id(), Audit.Outcome.UPHELD, "", stella()), "reason");
    }

    @Test
    void theApiGoesTheWholeWay() {
        AuditLine one = lots.one();
        as("stella").get("/api/v1/audits/waiting")
                .then()
                .statusCode(200)
                .body("find { it.id == %d }.words".formatted(one.id()), equalTo(one.words()));

        post("stella", one.id(), "take", Map.of()).then()
                .statusCode(200)
                .body("evidence.size()", equalTo(1))
                .body("verdict", nullValue())
                .body("own", nullValue())
                .body("stands", nullValue())
                .body("line.first", nullValue());
        post("stella", one.id(), "return", Map.of()).then().statusCode(200).body("line.takenBy", nullValue());
        post("stella", one.id(), "take", Map.of()).then().statusCode(200);
        post("stella", one.id(), "give", Map.of("rating", "INACCURATE", "rationale", "Eleven, not twelve.")).then()
                .statusCode(200)
                .body("verdict.rating", equalTo("ACCURATE"))
                .body("own.rating", equalTo("INACCURATE"))
                .body("stands", equalTo(true));
        as("stella").get("/api/v1/audits/findings")
                .then()
                .body("find { it.id == %d }".formatted(one.id()), notNullValue());
        post("stella", one.id(), "finding", Map.of("outcome", "OVERTURNED", "reason", "The log says eleven.")).then()
                .statusCode(200)
                .body("finding.outcome", equalTo("OVERTURNED"))
                .body("verdict.ended", equalTo("OVERTURNED"));
        assertThat(story.line(one.claim()).state()).isEqualTo(State.DISPUTED);
        as("stella").get("/api/v1/audits/agreement")
                .then()
                .statusCode(200)
                .body("[0].agreement.audited",
                        org.hamcrest.Matchers.greaterThan(0));
        as("stella").get("/api/v1/audits/agreement.csv")
                .then()
                .statusCode(200)
                .body(
                        org.hamcrest.Matchers.startsWith("of,name,audited"));
        post("stella", 999_999_999, "take", Map.of()).then().statusCode(404);
    }

    /** Each act is in the history of the article, by whom and on what. */
    @Test
    void everyStepIsInTheLedger() {
        AuditLine one = disagreed();
        auditing.decide(one.id(), Audit.Outcome.UPHELD, "So.", stella());

        List<String> acts = as("rafael").get("/api/v1/ledger/entries?limit=20")
                .jsonPath()
                .getList(
                        "findAll { it.article == %d && it.claim == null }.act".formatted(one.article()));

        assertThat(acts).containsExactly("FINDING", "AUDIT", "AUDIT_TAKE", "DRAW", "FILE");
    }

    private AuditLine taken() {
        AuditLine one = lots.one();
        auditing.take(one.id(), stella());
        return one;
    }

    private AuditLine disagreed() {
        AuditLine one = taken();
        auditing.give(one.id(), Rating.INACCURATE, "The log says another number.", stella());
        return one;
    }

    private Acting stella() {
        return story.person("stella");
    }

    /** Somebody of the demo as if they were of the standards desk too. */
    private Acting standards(String username) {
        Acting person = story.person(username);
        return new Acting(person.id(), person.username(), person.name(), Set.of(Role.STANDARDS, Role.REPORTER),
                person.desks());
    }

    private static Response post(String who, long audit, String act, Map<String, Object> body) {
        return as(who).contentType(ContentType.JSON).body(body).post("/api/v1/audits/items/" + audit + "/" + act);
    }

    private static void refused(Problem.Kind kind, Runnable act, String words) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem).hasMessageContaining(words);
        });
    }

    private String entry(String act, AuditLine one, String by) {
        return """
                insert into entry (at, person_id, role, act, article_id, body)
                select date_trunc('second', now()), p.id, 'STANDARDS', '%s', %d, jsonb_build_object('at',
                       to_char(date_trunc('second', now()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'person', p.id, 'role',
                       'STANDARDS', 'act', '%1$s', 'article', %2$d, 'facts', jsonb_build_object('audit', %d))::text
                  from person p where p.id = '%s';"""
                .formatted(act, one.article(), one.id(), story.person(by).id());
    }

    /** As the owner of the schema, in one transaction. */
    private static void databaseRefuses(String sql, String because) {
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThatThrownBy(() -> {
            try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                    environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute(sql);
                owner.commit();
            }
        }).isInstanceOf(SQLException.class).hasMessageContaining(because);
    }
}
