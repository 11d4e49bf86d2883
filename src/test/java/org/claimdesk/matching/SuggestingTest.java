package org.claimdesk.matching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Tokens;
import org.claimdesk.local.Visitor;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** The same claim in two articles: suggested, linked or refused, and shown on both. */
@NewsroomTest
class SuggestingTest {

    @Inject
    Story story;
    @Inject
    Suggesting suggesting;
    @Inject
    SameClaims same;
    @Inject
    Matching matching;
    @Inject
    WordingWorker worker;
    @Inject
    ClaimReading reading;
    @Inject
    DataSource source;
    @Inject
    EntityManager database;
    @Inject
    SessionFactory sessions;

    /** A name that no other test has. */
    private final String name = "Harlun" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 26)
            .replaceAll("[0-9]", "q") + "ko";

    @Test
    void theSameClaimInAnotherArticleIsSuggested() {
        long earlier = claim("The dike of " + name + " cost 41 million euros, the council said.");
        long other = claim("Nobody at the fair in " + name + " had seen the fox.");
        long claim = claim("For the dike at " + name + " the council paid 41 million euros.");

        assertThat(suggested(claim)).first().isEqualTo(earlier);
        assertThat(suggested(claim)).doesNotContain(claim);
        List<Long> found = QuarkusTransaction.requiringNew()
                .call(() -> suggesting.like("The council's dike of " + name + " cost 41 million euros")
                        .stream()
                        .map(ClaimLine::id)
                        .toList());
        assertThat(found.subList(0, 2)).containsExactlyInAnyOrder(earlier, claim).doesNotContain(other);
    }

    @Test
    void aNameThatIsSpelledOtherwiseIsFound() {
        long earlier = claim("General " + name + "akov crossed the river in May.");
        String otherwise = name.substring(0, 3) + "u" + name.substring(3);

        long claim = claim("The general " + otherwise + "akov crossed the river in May.");

        assertThat(suggested(claim)).contains(earlier);
    }

    @Test
    void whatIsRefusedIsNotSuggestedAgainOnEitherClaim() {
        long earlier = claim("The dike of " + name + " cost 41 million euros.");
        long claim = claim("The dike of " + name + " cost 14 million euros.");
        matching.answer(claim, earlier, false, story.person("edith"));

        assertThat(suggested(claim)).doesNotContain(earlier);
        assertThat(suggested(earlier)).doesNotContain(claim);
        assertThatThrownBy(() -> matching.answer(earlier, claim, true, story.person("edith")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not the same");

        matching.unlink(earlier, claim, "It is the same dike.", story.person("viktor"));
        assertThat(suggested(claim)).contains(earlier);
    }

    @Test
    void linkedClaimsAreShownOnBothAndThroughOthers() {
        long first = claim("The dike of " + name + " cost 41 million euros.");
        long second = claim("41 million euros is what the dike of " + name + " cost.");
        long third = claim("It cost 41 million euros to build the dike of " + name + ".");
        Visitor edith = Visitor.signedIn("edith");
        Visitor.Seen page = edith.get("/claims/" + second + "/same");
        assertThat(page.page().select("#same").text()).contains("Checked before?", "The dike of " + name);

        edith.submit(page, "/same/" + first + "/alike", Map.of());
        matching.answer(third, second, true, story.person("rafael"));

        assertThat(QuarkusTransaction.requiringNew().call(() -> same.sameClaims(first)))
                .containsExactly(new SameClaims.Same(second, story.line(second).article()),
                        new SameClaims.Same(third, story.line(third).article()));
        Visitor.Seen seen = edith.get("/claims/" + first + "/same");
        assertThat(seen.page().select("#same").text()).contains("The same claim elsewhere 2", "linked by",
                "linked through another claim", "Nothing like it");
        assertThat(edith.get("/claims/" + first).page().select("#same a").attr("href"))
                .isEqualTo("/claims/" + first + "/same");

        Visitor.Seen refused = edith.submit(seen, "/same/" + second + "/unlink", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("Say why");
        edith.submit(seen, "/same/" + second + "/unlink", Map.of("reason", "Another dike."));
        assertThat(QuarkusTransaction.requiringNew().call(() -> same.sameClaims(first))).isEmpty();
    }

    @Test
    void onlyWhoWorksOnItSaysWhatIsTheSame() {
        long first = claim("The dike of " + name + " cost 41 million euros.");
        long second = claim("41 million euros is what the dike of " + name + " cost.");

        Acting mina = story.person("mina");
        Acting fromElsewhere = new Acting(mina.id(), mina.username(), mina.name(), Set.of(Role.REPORTER),
                Set.of("/desks/courts"));

        assertThatThrownBy(() -> matching.answer(first, second, true, fromElsewhere))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThatThrownBy(() -> matching.answer(first, first, true, story.person("edith")))
                .isInstanceOf(Problem.class);
        assertThat(Visitor.stranger().get("/claims/" + first + "/same").page().select("#same").isEmpty()).isTrue();
    }

    @Test
    void aDroppedClaimIsNeitherSuggestedNorLinked() {
        long first = claim("The dike of " + name + " cost 41 million euros.");
        long second = claim("41 million euros is what the dike of " + name + " cost.");
        story.checking().drop(story.ref(first), "No claim.", story.person("edith"));

        assertThat(suggested(second)).doesNotContain(first);
        assertThatThrownBy(() -> matching.answer(second, first, true, story.person("edith")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dropped");
    }

    @Test
    void theDatabaseKeepsWhatWasSaid() {
        long first = claim("The dike of " + name + " cost 41 million euros.");
        long second = claim("41 million euros is what the dike of " + name + " cost.");
        matching.answer(first, second, true, story.person("edith"));

        refused("insert into claim_match (claim_id, other_id, same, decided_by, decided_at, decided_entry)"
                + " select claim_id, claim_id, same, decided_by, decided_at, decided_entry from claim_match where claim_id = "
                + first);
        refused("delete from claim_match where claim_id = " + first);
        refused("update claim_match set same = false where claim_id = " + first);
        refused("update claim_match set ended_by = decided_by, ended_at = now(), ended_entry = decided_entry,"
                + " end_reason = 'No.' where claim_id = " + first);
    }

    @Test
    void aPageTakesAsManyStatementsHoweverManyAreSuggested() {
        long lonely = claim("Quorlt vrempt in " + name + ".");
        Visitor edith = Visitor.signedIn("edith");
        int few = statements(edith, lonely);
        for (int i = 0; i < 6; i++) {
            claim("Quorlt vrempt in " + name + " again.");
        }

        assertThat(suggested(lonely)).hasSize(5);
        assertThat(statements(edith, lonely)).isEqualTo(few).isLessThan(10);
    }

    @Test
    void theApiSuggestsLinksAndUnlinks() {
        long first = claim("The dike of " + name + " cost 41 million euros.");
        long second = claim("41 million euros is what the dike of " + name + " cost.");
        String path = "/api/v1/claims/" + second;

        given().auth()
                .oauth2(Tokens.of("edith"))
                .get(path + "/similar")
                .then()
                .statusCode(200)
                .body("id[0]", is((int) first));
        given().auth()
                .oauth2(Tokens.of("edith"))
                .contentType("application/json")
                .body(Map.of("claim", second, "other", first, "same", true))
                .post("/api/v1/matches")
                .then()
                .statusCode(200)
                .body("claim.id", contains((int) first));
        given().auth()
                .oauth2(Tokens.of("edith"))
                .contentType("application/json")
                .body(Map.of("claim", second, "other", first, "same", true))
                .post("/api/v1/matches")
                .then()
                .statusCode(409);
        given().auth()
                .oauth2(Tokens.of("edith"))
                .contentType("application/json")
                .body(Map.of("claim", second, "other", first, "reason", "Another dike."))
                .post("/api/v1/matches/unlink")
                .then()
                .statusCode(200);
        given().auth().oauth2(Tokens.of("edith")).get(path + "/matches").then().statusCode(200).body("size()", is(0));
        given().get(path + "/similar").then().statusCode(401);
    }

    @Test
    void withoutTheModelWordsStillSuggest() {
        Understanding none = new Understanding(false);
        long earlier = claim("The ferry " + name + " sank off the pier in 1931.");
        long claim = claim("Off the pier sank, in 1931, the ferry called " + name + ".");

        assertThat(QuarkusTransaction.requiringNew()
                .call(() -> new Suggesting(source, none, reading, same).like(claim)))
                .first()
                .extracting(ClaimLine::id)
                .isEqualTo(earlier);
    }

    @Test
    void theWordsOfClaimsAreCounted() {
        long claim = claim("The dike of " + name + " cost 41 million euros.");
        assertThat(counted()).isEqualTo(1L);

        long article = story.line(claim).article();
        story.revise(article, 1, story.text(article).replace(name, "Elsewhere"));
        while (worker.runNext()) {
            // until nothing is due
        }

        assertThat(counted()).isEqualTo(0L);
    }

    private Object counted() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select coalesce(max(claims), 0) from word where word = ?1")
                        .setParameter(1, name.toLowerCase(Locale.ROOT))
                        .getSingleResult());
    }

    private long claim(String sentence) {
        long article = story.anArticleOf("News of the day\n" + sentence);
        long claim = story.aClaimOn(article, 1, sentence);
        while (worker.runNext()) {
            // until nothing is due
        }
        return claim;
    }

    private List<Long> suggested(long claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> suggesting.like(claim).stream().map(ClaimLine::id).toList());
    }

    private int statements(Visitor visitor, long claim) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get("/claims/" + claim + "/same").status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate())).isInstanceOf(RuntimeException.class);
    }
}
