package org.claimdesk.standards.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** A release goes through an open gate and pins what stands. */
@NewsroomTest
class ReleasingTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    History history;

    private static Problem refused(ThrowingCallable act, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, act);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
        return problem;
    }

    @Test
    void aReleasePinsTheRevisionAndTheClaims() {
        long article = press.anOpenArticle(2);
        assertThat(press.gate(article).released()).isFalse();
        press.release(article, "edith");

        Gate gate = press.gate(article);
        assertThat(gate.released()).isTrue();
        assertThat(gate.release().sha256()).isEqualTo(gate.sha256());
        assertThat(gate.release().words()).isEqualTo("Released, revision 1");
        History.Line entry = QuarkusTransaction.requiringNew()
                .call(() -> history.ofArticle(article, Long.MAX_VALUE, 1))
                .get(0);
        assertThat(entry.act()).isEqualTo("RELEASE");
        assertThat(entry.body()).contains(gate.sha256(), "\"revision\":1", "\"waivers\":[]");
        refused(() -> press.release(article, "stella"), Problem.Kind.CONFLICT);
    }

    @Test
    void aClosedGateLetsNobodyThrough() {
        long article = press.anOpenArticle(1);
        story.aClaimOn(article, 1, "11 people");
        for (String person : List.of("edith", "stella")) {
            assertThat(refused(() -> press.release(article, person), Problem.Kind.CONFLICT))
                    .hasMessageContaining("1 item stands");
        }
        long open = press.anOpenArticle(1);
        for (String person : List.of("rafael", "viktor", "bo")) {
            refused(() -> press.release(open, person), Problem.Kind.FORBIDDEN);
        }
        assertThat(press.gate(article).release()).isNull();
    }

    @Test
    void whatIsFiledOrOverturnedLaterIsNotReleased() {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");
        story.revise(article, 1, story.text(article) + "\nAnother line.");
        assertThat(press.gate(article).release().words()).isEqualTo("Released earlier, revision 1; revision 2 is not");
        press.account(article);
        press.release(article, "stella");
        long claim = story.lines(article).get(0).id();
        story.checking().overturn(story.ref(claim), "The log is another boat's.", story.person("stella"));
        assertThat(press.gate(article).release().words()).contains("its claims have changed since");
        story.checking().answer(story.ref(claim), "It is not.", story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "It is not.", Dispute.Outcome.REJECTED, null,
                        story.person("wanda"));
        assertThat(press.gate(article).open()).isTrue();
        assertThat(press.gate(article).released()).as("checked anew, not let go anew").isFalse();
        press.release(article, "stella");
        assertThat(press.gate(article).released()).isTrue();
    }

    @Test
    void aReleaseNamesItsWaivers() {
        long article = story.anArticle(1, "");
        long claim = press.rated(article, 1, Rating.MISLEADING);
        press.account(article);
        long waiver = press.waive(article, "RATING-" + claim, "stella");
        press.release(article, "edith");
        assertThat(press.gate(article).release().waivers()).containsExactly(waiver);
    }

    @Test
    void publishedIsOnlyWhatWasReleased() {
        long article = press.anOpenArticle(1);
        String address = "https://paper.example/night";
        refused(() -> press.publish(article, 1, address, null, "edith"), Problem.Kind.CONFLICT);
        press.release(article, "edith");
        refused(() -> press.publish(article, 1, address, null, "rafael"), Problem.Kind.FORBIDDEN);
        refused(() -> press.publish(article, 1, " ", null, "edith"), Problem.Kind.BAD_INPUT);
        refused(() -> press.publish(article, 1, "ftp://x", null, "edith"), Problem.Kind.BAD_INPUT);
        Instant now = Instant.now();
        refused(() -> press.publish(article, 1, address, now.plus(Duration.ofMinutes(5)), "edith"),
                Problem.Kind.BAD_INPUT);
        refused(() -> press.publish(article, 1, address, now.minus(Duration.ofMinutes(5)), "edith"),
                Problem.Kind.BAD_INPUT);
        press.publish(article, 1, address, null, "edith");
        refused(() -> press.publish(article, 1, address, null, "stella"), Problem.Kind.CONFLICT);
        story.revise(article, 1, story.text(article) + "\nAnother line.");
        refused(() -> press.publish(article, 2, address, null, "edith"), Problem.Kind.CONFLICT);
    }

    @Test
    void theDatabaseRefusesOnItsOwn() throws SQLException {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");
        long claim = story.lines(article).get(0).id();
        story.checking().dispute(story.ref(claim), Grounds.FIGURE, "Twelve?", story.person("wanda"));
        String forged = """
                with e as (insert into entry (at, person_id, role, act, article_id, body)
                     values (now(), '%s', 'EDITOR', '%s', %d, '{}') returning id, person_id)
                insert into release (article_id, revision, digest, claims, waivers, released_by, role, released_at, entry_id)
                select p.article_id, p.revision, p.digest, %s, '{}', e.person_id, 'EDITOR', now(), e.id
                  from gate_pin p, e where p.article_id = %d""";
        String edith = story.person("edith").id().toString();
        refusedSql(forged.formatted(edith, "RELEASE", article, "p.claims", article), "is closed");
        refusedSql(forged.formatted(edith, "RELEASE", article, "p.digest", article), "not of what stands");
        refusedSql(forged.formatted(edith, "FILE", article, "p.claims", article), "made by no act");
        refusedSql("update release set revision = 1 where article_id = " + article, "append-only");
        refusedSql("delete from release where article_id = " + article, "append-only");
        press.publish(article, 1, "https://paper.example/a", null, "edith");
        refusedSql("update publication set address = 'https://x.example' where article_id = " + article, "append-only");
        refusedSql(
                "insert into publication (article_id, release_id, revision, address, published_at, marked_by, role, marked_at, entry_id)"
                        + " select article_id, release_id, revision, 'https://b.example', published_at, marked_by, role, marked_at, 1"
                        + " from publication where article_id = " + article,
                "marked by no act");
    }

    private static void refusedSql(String sql, String because) {
        assertThatThrownBy(() -> Press.sql(sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining(because);
    }
}
