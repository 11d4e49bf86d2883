package org.claimdesk.standards.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Later;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** What the standards desk lets pass, for how long, and who never does. */
@NewsroomTest
class WaivingTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Waiving waiving;
    @Inject
    History history;

    private static Problem refused(ThrowingCallable act, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, act);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
        return problem;
    }

    private long misleading() {
        long article = story.anArticle(1, "");
        press.rated(article, 1, Rating.MISLEADING);
        press.account(article);
        return article;
    }

    private String key(long article) {
        return press.gate(article).items().get(0).key();
    }

    private List<String> acts(long article) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.ofArticle(article, Long.MAX_VALUE, 3))
                .stream()
                .map(History.Line::act)
                .toList();
    }

    @Test
    void aWaiverOpensTheGateAndWithdrawingClosesIt() {
        long article = misleading();
        long waiver = press.waive(article, key(article), "stella");
        assertThat(press.gate(article).open()).isTrue();
        assertThat(press.gate(article).waived()).singleElement().satisfies(waived -> {
            assertThat(waived.waiver().reason()).isEqualTo("The lawyer has seen it.");
            assertThat(waived.waiver().by().id()).isEqualTo(story.person("stella").id());
        });
        refused(() -> waiving.withdraw(article, waiver, " ", story.person("stella")), Problem.Kind.BAD_INPUT);
        refused(() -> waiving.withdraw(article, waiver, "No.", story.person("edith")), Problem.Kind.FORBIDDEN);
        refused(() -> waiving.withdraw(misleading(), waiver, "No.", story.person("stella")), Problem.Kind.ABSENT);
        waiving.withdraw(article, waiver, "She has not.", story.person("stella"));
        assertThat(press.gate(article).open()).isFalse();
        refused(() -> waiving.withdraw(article, waiver, "Again.", story.person("stella")), Problem.Kind.CONFLICT);
        assertThat(acts(article)).startsWith("UNWAIVE", "WAIVE");
    }

    @Test
    void aWaiverNeedsAReasonAndAnEndThatIsToComeAndNear() {
        long article = misleading();
        Item item = press.item(article, key(article));
        Acting stella = story.person("stella");
        Instant soon = Instant.now().plus(Duration.ofDays(1));
        assertThat(refused(() -> waiving.waive(article, item.key(), item.stood(), " ", soon, stella),
                Problem.Kind.BAD_INPUT).field()).isEqualTo("reason");
        for (Instant end : new Instant[]{null, Instant.now().minusSeconds(1),
                Instant.now().plus(Duration.ofDays(31))}) {
            assertThat(refused(() -> waiving.waive(article, item.key(), item.stood(), "So.", end, stella),
                    Problem.Kind.BAD_INPUT).field()).isEqualTo("expires");
        }
        assertThat(press.gate(article).open()).isFalse();
        press.waive(article, item.key(), "stella");
        refused(() -> waiving.waive(article, item.key(), item.stood(), "So.", soon, stella), Problem.Kind.CONFLICT);
    }

    @Test
    void aWaiverEndsByItself() {
        long article = misleading();
        press.waive(article, key(article), "stella");
        Later.by(Duration.ofHours(4));
        assertThat(press.gate(article).open()).isTrue();
        Later.by(Duration.ofHours(5).plusSeconds(1));
        assertThat(press.gate(article).open()).isFalse();
    }

    @Test
    void aWaiverIsForWhatWasSeenAlone() {
        long article = misleading();
        Item seen = press.item(article, key(article));
        long claim = seen.claim();
        press.waive(article, seen.key(), "stella");
        story.checking().dispute(story.ref(claim), Grounds.OTHER, "Is it?", story.person("wanda"));
        assertThat(press.barred(article)).containsExactly("DISPUTED-" + claim);
        story.checking().answer(story.ref(claim), "It is.", story.person("rafael"));
        story.checking().verify(story.ref(claim), Rating.MISLEADING, "Still.", null, null, story.person("wanda"));
        assertThat(press.barred(article)).as("another verdict").containsExactly(seen.key());
        refused(() -> waiving.waive(article, seen.key(), seen.stood(), "So.", Instant.now().plusSeconds(600),
                story.person("stella")), Problem.Kind.STALE);
    }

    @Test
    void aNewRevisionEndsTheWaiverOfASentence() {
        long article = story.anArticle(1, "");
        story.aVerifiedClaim(article, 1);
        press.waive(article, key(article), "stella");
        assertThat(press.gate(article).open()).isTrue();
        story.revise(article, 1, story.text(article) + "\nAnother line.");
        assertThat(press.barred(article)).hasSize(2);
    }

    @Test
    void onlyTheStandardsDeskWaives() {
        long article = misleading();
        for (String person : List.of("edith", "rafael", "viktor", "bo")) {
            refused(() -> press.waive(article, key(article), person), Problem.Kind.FORBIDDEN);
        }
    }

    @Test
    void whoSourcedOrVerifiedOrWroteItNeverWaives() {
        UUID id = UUID.randomUUID();
        Acting all = new Acting(id, "x", "X", Set.of(Role.values()), Set.of());
        assertThat(GatePolicy.refusalToWaive(1L, new Parts(false, Set.of(2L), Set.of(3L)), all)).isEmpty();
        assertThat(GatePolicy.refusalToWaive(1L, new Parts(false, Set.of(1L), Set.of()), all)).isPresent();
        assertThat(GatePolicy.refusalToWaive(1L, new Parts(false, Set.of(), Set.of(1L)), all)).isPresent();
        assertThat(GatePolicy.refusalToWaive(null, new Parts(false, Set.of(1L), Set.of(1L)), all)).isEmpty();
        assertThat(GatePolicy.refusalToWaive(null, new Parts(true, Set.of(), Set.of()), all)).isPresent();
        long article = misleading();
        Acting viktor = story.person("viktor");
        Acting both = new Acting(viktor.id(), "viktor", viktor.name(), Set.of(Role.STANDARDS), Set.of());
        Item item = press.item(article, key(article));
        assertThat(refused(() -> waiving.waive(article, item.key(), item.stood(), "So.",
                Instant.now().plusSeconds(600), both), Problem.Kind.FORBIDDEN)).hasMessageContaining("verified");
    }

    @Test
    void theDatabaseRefusesOnItsOwn() {
        long article = misleading();
        long waiver = press.waive(article, key(article), "stella");
        String copy = "insert into waiver (article_id, kind, claim_id, stood, reason, waived_by, waived_at, expires_at, entry_id)"
                + " select article_id, kind, claim_id, stood, reason, %s, waived_at, %s, entry_id from waiver where id = "
                + waiver;
        refusedSql(copy.formatted("waived_by", "waived_at"), "waiver_ends");
        refusedSql(copy.formatted("waived_by", "waived_at + interval '2 years'"), "waiver_ends");
        refusedSql(copy.formatted("'" + story.person("wanda").id() + "'", "expires_at"), "given by no act");
        refusedSql("update waiver set expires_at = expires_at + interval '1 day' where id = " + waiver, "never edited");
        refusedSql("delete from waiver where id = " + waiver, "append-only");
        String forged = """
                with e as (insert into entry (at, person_id, role, act, article_id, body)
                     values (now(), '%s', 'STANDARDS', 'WAIVE', %d, '{}') returning id, person_id)
                insert into waiver (article_id, kind, claim_id, stood, reason, waived_by, waived_at, expires_at, entry_id)
                select w.article_id, w.kind, w.claim_id, w.stood, w.reason, e.person_id, w.waived_at, w.expires_at, e.id
                  from waiver w, e where w.id = %d""";
        for (String person : List.of("viktor", "rafael")) {
            refusedSql(forged.formatted(story.person(person).id(), article, waiver), "does not waive");
        }
    }

    private static void refusedSql(String sql, String because) {
        assertThatThrownBy(() -> Press.sql(sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining(because);
    }
}
