package org.claimdesk.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.lessThan;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.claim.Sweep;
import org.claimdesk.ledger.History;
import org.claimdesk.ledger.erasure.Erasing;
import org.claimdesk.ledger.erasure.Ground;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.standards.audit.AuditLine;
import org.claimdesk.standards.audit.Lots;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the standards desk and others wrote on a whole article is erased from every table, like what stands on a claim. */
@NewsroomTest
class ErasedOnTheDeskTest {

    private static final String V1 = "/api/v1";
    /** Whoever wrote a text does not erase it, so stella needs a colleague. */
    private static final Acting COLLEAGUE = new Acting(UUID.fromString("5f0a3c1e-7d5b-4a7e-9a43-0c6f6f1b2d11"), "sten",
            "Sten Colleague", Set.of(Role.STANDARDS), Set.of());

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Lots lots;
    @Inject
    History history;
    @Inject
    Erasing erasing;
    @Inject
    Sequenced sequenced;

    private String words;

    @BeforeEach
    void wordsOfTheirOwn() {
        words = "The widow of " + UUID.randomUUID() + " lives in the mill.";
    }

    @Test
    void reasonsOfWaivers() throws SQLException {
        long article = story.anArticle(2, "");
        JsonPath gate = as("stella").get(V1 + "/articles/" + article + "/gate").jsonPath();
        Map<String, Object> waiver = with("item", gate.getString("items[0].key"), "stood",
                gate.getString("items[0].stood"), "reason", words, "expires",
                Instant.now().plus(Duration.ofDays(1)).toString());
        long id = post("stella", "/articles/" + article + "/gate/waivers", waiver).getLong("waived[0].waiver.id");
        erased(article, "WAIVE", "reason", "waiver.reason");
        assertThat(gate(article)).contains("Erased on ").doesNotContain(words);
        post("stella", "/articles/" + article + "/gate/waivers/" + id + "/withdraw", with("reason", words));
        erased(article, "UNWAIVE", "reason", "waiver.withdraw_reason");
    }

    @Test
    void whoWasAskedForAReplyAndWhatCameBack() throws SQLException {
        for (String field : List.of("person", "organisation", "questions")) {
            long article = story.anArticle(1, "");
            Map<String, Object> asked = with("person", "Hana", "organisation", "Harbor Office", "questions",
                    "Is it so?",
                    "channel", "EMAIL", "due", Instant.now().plus(Duration.ofDays(1)).toString());
            asked.put(field, words);
            post("rafael", "/articles/" + article + "/replies", asked);
            erased(article, "ASK_REPLY", field, "reply_request." + field);
        }
        long article = story.anArticle(1, "");
        String replies = "/articles/" + article + "/replies";
        long request = post("rafael", replies, with("person", "Hana", "questions", "Is it so?", "channel", "EMAIL",
                "due", Instant.now().plus(Duration.ofDays(1)).toString())).getLong("[0].id");
        post("rafael", replies + "/" + request + "/answers", with("outcome", "ANSWERED", "text", words));
        erased(article, "REPLY", "text", "reply_answer.text");
        assertThat(as("edith").get(V1 + replies).asString()).contains("Erased on ").doesNotContain(words);
    }

    @Test
    void correctionsAndWhyNoneIsNeeded() throws SQLException {
        long article = published();
        overturn(article);
        post("stella", "/correction-cases/" + lastCase(article) + "/none", with("reason", words));
        erased(article, "NO_CORRECTION", "reason", "correction_case.reason");

        long corrected = published();
        overturn(corrected);
        post("stella", "/correction-cases/" + lastCase(corrected) + "/corrections",
                with("kind", "CORRECTION", "text", words, "placed", "TOP"));
        erased(corrected, "CORRECT", "text", "correction.text");
        assertThat(as("edith").get(V1 + "/corrections?article=" + corrected).asString()).contains("Erased on ")
                .doesNotContain(words);
        assertThat(as("stella").get(V1 + "/ledger/entries/" + entry(corrected, "CORRECT") + "/erasure")
                .jsonPath()
                .getList("texts.findAll { it.open }")).as("where it was published is no text to erase").isEmpty();
    }

    @Test
    void rationalesOfAuditsAndReasonsOfFindings() throws SQLException {
        AuditLine audit = lots.one();
        String item = "/audits/items/" + audit.id();
        post("stella", item + "/take", Map.of());
        post("stella", item + "/give", with("rating", "INACCURATE", "rationale", words));
        erased(audit.article(), "AUDIT", "rationale", "audit.rationale");
        post("stella", item + "/finding", with("outcome", "UPHELD", "reason", words));
        erased(audit.article(), "FINDING", "reason", "audit.reason");
    }

    @Test
    void whyTwoClaimsAreNotTheSameAfterAll() throws SQLException {
        long article = story.anArticle(2, "");
        long first = story.anAssignedClaim(article, 1);
        long second = story.anAssignedClaim(article, 2);
        post("edith", "/matches", with("claim", first, "other", second, "same", true));
        post("edith", "/matches/unlink", with("claim", first, "other", second, "reason", words));
        erased(article, "UNLINK", "reason", "claim_match.end_reason");
    }

    /** Plain SQL cannot do it, the act of a colleague can, and then the words are nowhere. */
    private void erased(long article, String act, String field, String where) throws SQLException {
        sequenced.now();
        String table = where.substring(0, where.indexOf('.'));
        String column = where.substring(where.indexOf('.') + 1);
        Sweep sweep = Sweep.of(words);
        Map<String, String> environment = NewsroomServers.running().environment();
        assertThat(sweep.tables(environment)).contains("public." + table, "public.disclosure");
        assertThatThrownBy(
                () -> Press.sql("update " + table + " set " + column + " = 'Erased on 2026-11-30 for a legal reason"
                        + " (entry 1)' where position('" + words + "' in " + column + ") > 0"))
                .as(where)
                .isInstanceOf(SQLException.class);

        erasing.erase(entry(article, act), List.of(field),
                new Erasing.Reason(Ground.COURT_ORDER, "The regional court wants it gone.", ""), COLLEAGUE);
        sequenced.now();

        assertThat(sweep.tables(environment)).as(where).doesNotContain("public." + table, "public.disclosure");
    }

    private long entry(long article, String act) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.ofArticle(article, Long.MAX_VALUE, 50))
                .stream()
                .filter(line -> line.act().equals(act))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long published() {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");
        press.publish(article, press.gate(article).revision(), "https://paper.example/" + UUID.randomUUID(), null,
                "edith");
        return article;
    }

    private void overturn(long article) {
        long claim = story.lines(article).get(0).id();
        story.checking().overturn(story.ref(claim), "That is the log of another year.", story.person("stella"));
    }

    private static long lastCase(long article) {
        return as("stella").get(V1 + "/correction-cases?article=" + article).jsonPath().getLong("[0].id");
    }

    private static String gate(long article) {
        return as("edith").get(V1 + "/articles/" + article + "/gate").asString();
    }

    private static JsonPath post(String who, String path, Map<String, Object> body) {
        return as(who).contentType(ContentType.JSON)
                .body(body)
                .post(V1 + path)
                .then()
                .statusCode(lessThan(300))
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> with(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
