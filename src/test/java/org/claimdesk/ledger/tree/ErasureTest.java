package org.claimdesk.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.claim.Sweep;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.tlog.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is erased for a legal reason is nowhere any more, and the ledger holds as before. */
@NewsroomTest
class ErasureTest {

    @Inject
    Sequencer sequencer;
    @Inject
    SelfChecks checks;
    @Inject
    Story story;

    private String words;
    private long claim;
    private long entry;

    /** By the API with a key, so that an answer is kept that has the words too. */
    @BeforeEach
    void aDisputeOfViktors() throws SQLException {
        words = "The widow \"Q\" of " + UUID.randomUUID() + "\nlives in the mill.";
        claim = story.aSourcedClaim();
        as("viktor").contentType(ContentType.JSON)
                .header("If-Match", "\"" + story.line(claim).version() + "\"")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("grounds", "SOURCE", "statement", words))
                .post("/api/v1/claims/" + claim + "/dispute")
                .then()
                .statusCode(200);
        entry = Sql.number("select id from entry where act = 'DISPUTE' and claim_id = " + claim);
        sequencer.run();
    }

    @Test
    void theWordsAreNowhereAndEveryProofHolds() throws SQLException {
        Sweep sweep = Sweep.of(words.substring(15, 51));
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThat(sweep.tables(environment)).contains("public.dispute", "public.disclosure", "public.once");
        JsonPath before = proof();

        long erasing = erase("stella", entry, "statement").then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("entries[0]");
        sequencer.run();

        assertThat(sweep.tables(environment)).isEmpty();
        assertThat(checks.run()).isEmpty();
        assertThat(proof().getString("body")).isEqualTo(before.getString("body"));
        assertThat(proof().getString("leaf")).isEqualTo(before.getString("leaf"));
        String body = Sql.rows("select body from entry where id = " + erasing).get(0).get(0).toString();
        assertThat(JsonPath.from(body).getMap("")).containsEntry("act", "ERASE").containsEntry("role", "STANDARDS");
        assertThat(JsonPath.from(body).getString("facts.ground")).isEqualTo("DATA_PROTECTION");
        assertThat(JsonPath.from(body).getLong("facts.erased[0].entry")).isEqualTo(entry);
        assertThat(JsonPath.from(body).getLong("facts.erased[0].index")).isEqualTo(before.getLong("index"));
        assertThat(JsonPath.from(body).getList("facts.erased[0].texts")).containsExactly("statement");
        assertThat(Hash.leaf(before.getString("body").getBytes(java.nio.charset.StandardCharsets.UTF_8)).base64())
                .isEqualTo(before.getString("leaf"));
    }

    @Test
    void everyPageAndAnswerSaysThatItIsErased() {
        erase("stella", entry, "statement").then().statusCode(200);

        Seen page = Visitor.signedIn("rafael").get("/claims/" + claim);
        assertThat(page.page().text()).contains("for a legal reason (entry")
                .contains("statement: erased for a legal reason")
                .doesNotContain("lives in the mill");
        assertThat(page.page().select("a[href$=/erasure]")).isEmpty();
        JsonPath history = as("rafael").get("/api/v1/claims/" + claim + "/history").jsonPath();
        assertThat(history.getMap("find { it.id == " + entry + " }.texts")).isEmpty();
        assertThat(history.getMap("find { it.id == " + entry + " }.erased")).containsKey("statement");
        assertThat(Visitor.signedIn("rafael").get("/ledger/entries/" + entry).page().text())
                .contains("Erased for a legal reason: statement");
        assertThat(as("rafael").get("/api/v1/claims/" + claim).asString()).contains("Erased on ")
                .doesNotContain("lives in the mill");
    }

    @Test
    void onlyTheStandardsDeskErasesAndNobodyTheirOwnWords() throws SQLException {
        for (String person : List.of("edith", "rafael", "viktor")) {
            erase(person, entry, "statement").then().statusCode(403);
            as(person).get("/api/v1/ledger/entries/" + entry + "/erasure").then().statusCode(403);
            assertThat(Visitor.signedIn(person).get("/ledger/entries/" + entry + "/erasure").status()).isEqualTo(403);
        }
        long verified = story.aVerifiedClaim();
        story.checking().overturn(story.ref(verified), "Stella found it wrong.", story.person("stella"));
        sequencer.run();
        long own = Sql.number("select id from entry where act = 'OVERTURN' and claim_id = " + verified);

        erase("stella", own, "finding").then().statusCode(403);
        assertThat(Visitor.signedIn("stella").get("/ledger/entries/" + own + "/erasure").page().text())
                .contains("You wrote it yourself")
                .doesNotContain("Legal ground");
        assertThat(Sql.number("select count(*) from erasure where erased_id in (" + own + "," + entry + ")")).isZero();
    }

    @Test
    void whatTheArticleSaysStaysAndNothingIsErasedTwice() throws SQLException {
        long mark = Sql.number("select id from entry where act = 'MARK' and claim_id = " + claim);
        erase("stella", mark, "exact").then().statusCode(409);
        erase("stella", entry, "rationale").then().statusCode(400);
        erase("stella", entry, "statement", "It is about this: " + words).then().statusCode(400);
        erase("stella", 999_999_999, "statement").then().statusCode(404);
        erase("stella", entry, "statement").then().statusCode(200);
        erase("stella", entry, "statement").then().statusCode(409);
    }

    @Test
    void whatWasTypedStaysWhereItIsRefused() {
        Visitor stella = Visitor.signedIn("stella");
        Seen claimed = stella.get("/claims/" + claim);
        assertThat(claimed.page().select("a[href=/ledger/entries/" + entry + "/erasure]")).isNotEmpty();
        String path = "/ledger/entries/" + entry + "/erasure";
        Seen form = stella.get(path);
        assertThat(form.page().text()).contains("lives in the mill");

        Seen refused = stella.submit(form, "/erasure", Map.of("texts", "statement", "ground", "COURT_ORDER",
                "explanation", "Order of the regional court.", "reference", "7 O 12/26"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("Say that you mean it");
        assertThat(Visitor.fields(refused.form("/erasure"))).containsEntry("texts", "statement")
                .containsEntry("ground", "COURT_ORDER")
                .containsEntry("explanation", "Order of the regional court.")
                .containsEntry("reference", "7 O 12/26");

        Seen done = stella.submit(refused, "/erasure", Map.of("confirm", "yes"));
        assertThat(done.status()).as(done.trouble()).isEqualTo(200);
        assertThat(done.page().text()).contains("Erased for a legal reason: statement");
    }

    @Test
    void theSameWordsInOtherEntriesGoInTheSameAct() throws SQLException {
        story.checking().answer(story.ref(claim), words, story.person("rafael"));
        sequencer.run();
        long answer = Sql.number("select id from entry where act = 'ANSWER' and claim_id = " + claim);
        JsonPath shown = as("stella").get("/api/v1/ledger/entries/" + entry + "/erasure").jsonPath();
        assertThat(shown.getList("copies.entry", Long.class)).containsExactly(answer);

        erase("stella", entry, "statement").then().statusCode(200);
        sequencer.run();

        assertThat(Sweep.of("lives in the mill " + words.substring(15, 51), words.substring(15, 51))
                .tables(NewsroomServers.running().environment())).isEmpty();
        assertThat(checks.run()).isEmpty();
    }

    @Test
    void whoWasInterviewedIsNoSourceByTheirNameAnyMore() throws SQLException {
        String name = "Philippa " + UUID.randomUUID();
        story.checking()
                .attach(story.ref(claim), new Piece.Interview(
                        new Piece.About("Talk at the mill", Stance.SUPPORTS, "", "",
                                new Provenance(null, null, Rank.SECONDARY)),
                        new Identity(name, "miller of " + name, name + " & Sons"), Piece.Channel.PHONE,
                        Instant.parse("2026-01-02T03:04:05Z"), Attribution.ON_THE_RECORD, List.of("I saw it."), null,
                        "", false), story.person("rafael"));
        sequencer.run();
        long attach = Sql.number("select max(id) from entry where act = 'ATTACH' and claim_id = " + claim);
        Sweep sweep = Sweep.of(name);
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThat(sweep.tables(environment)).contains("public.evidence", "public.source", "public.disclosure");

        erase("stella", attach, "person").then().statusCode(200);
        sequencer.run();

        assertThat(sweep.tables(environment)).isEmpty();
        assertThat(checks.run()).isEmpty();
        assertThat(Visitor.signedIn("rafael").get("/claims/" + claim).page().text()).contains("for a legal reason");
    }

    @Test
    void theDatabaseKnowsNoOtherWay() throws SQLException {
        String at = " where entry_id = " + entry;
        refused(Sql.owner(), "update disclosure set texts = '{}'" + at, "is kept, but for what an act erases");
        refused(Sql.owner(), "update disclosure set texts = replace(texts::text, 'mill', 'hill')::jsonb" + at,
                "is kept, but for what an act erases");
        refused(Sql.owner(), "delete from disclosure" + at, "append-only");
        refused(Sql.owner(), "truncate disclosure cascade", "append-only");
        refused(Sql.service(), "update disclosure set texts = '{}'" + at, "permission denied");
        refused(Sql.service(), "insert into erasure values (" + entry + ", 'statement', " + entry + ")",
                "by no act that names it");
        refused(Sql.service(), "select take_out('a', 'b', 1, '{}')", "permission denied");
        String mark = "update dispute set statement = 'Erased on 2026-11-24 for a legal reason (entry 1)' where claim_id = "
                + claim;
        refused(Sql.service(), mark, "answered once and decided once");
        refused(Sql.service(), "set local claimdesk.erasing = '" + entry + " statement'; " + mark,
                "answered once and decided once");
        String erases = "insert into entry (at, person_id, role, act, article_id, body) select now(), (select id from person"
                + " where username = '%s'), 'STANDARDS', 'ERASE', article_id, jsonb_build_object('facts', jsonb_build_object("
                + "'ground', '%s', 'erased', jsonb_build_array(jsonb_build_object('entry', id, 'index',"
                + " (select idx from leaf where entry_id = id), 'texts', jsonb_build_array('statement')))))::text"
                + " from entry where id = " + entry + "; ";
        String row = "insert into erasure select " + entry + ", 'statement', max(id) from entry where act = 'ERASE'";
        refused(Sql.service(), erases.formatted("edith", "COURT_ORDER"), "does not erase what it says");
        refused(Sql.service(), erases.formatted("viktor", "COURT_ORDER") + row, "who wrote a text does not erase it");
        refused(Sql.service(), erases.formatted("edith", "SHAME") + row, "does not erase what it says");
        refused(Sql.service(), erases.formatted("edith", "COURT_ORDER").replace("'STANDARDS'", "'EDITOR'") + row,
                "only_the_standards_desk_erases");
        assertThat(Sql.number("select count(*) from disclosure where texts ? 'statement' and entry_id = " + entry))
                .isOne();
    }

    @Test
    void aTextThatIsGoneWithoutAnEntryOrThereInSpiteOfOneIsFound() throws SQLException {
        String kept = Sql.rows("select texts::text from disclosure where entry_id = " + entry)
                .get(0)
                .get(0)
                .toString()
                .replace("'", "''");
        String back = "update disclosure set texts = '" + kept + "' where entry_id = " + entry;
        past("update disclosure set texts = '{}' where entry_id = " + entry);
        assertThat(checks.run())
                .containsExactly("Entry " + entry + ": its text “statement” is gone, and no entry erases it.");
        past("insert into erasure values (" + entry + ", 'statement', " + entry + ")");
        assertThat(checks.run()).hasSize(2).anyMatch(found -> found.contains("which does not say so"));
        past("delete from erasure where erased_id = " + entry);
        past(back);
        assertThat(checks.run()).isEmpty();

        erase("stella", entry, "statement").then().statusCode(200);
        sequencer.run();
        past(back);
        assertThat(checks.run()).singleElement().asString().contains("was erased by entry", "and is there");
        past("update disclosure set texts = '{}' where entry_id = " + entry);
        assertThat(checks.run()).isEmpty();
    }

    private JsonPath proof() {
        return as("stella").get("/api/v1/ledger/entries/" + entry + "/proof")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response erase(String person, long entry, String text) {
        return erase(person, entry, text, "A request of the person concerned.");
    }

    private static Response erase(String person, long entry, String text, String explanation) {
        return as(person).contentType(ContentType.JSON)
                .body(Map.of("texts", List.of(text), "ground", "DATA_PROTECTION", "explanation", explanation))
                .post("/api/v1/ledger/entries/" + entry + "/erasure");
    }

    private static void refused(Connection as, String sql, String because) {
        assertThatThrownBy(() -> Sql.run(as, sql)).as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    /** With everything in the database that refuses it turned off. */
    private static void past(String sql) throws SQLException {
        Sql.run(Sql.superuser(), "set session_replication_role = replica; " + sql);
    }
}
