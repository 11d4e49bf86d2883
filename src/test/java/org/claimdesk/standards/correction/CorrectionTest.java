package org.claimdesk.standards.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.claim.ClaimRef;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.capture.Bed;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.matching.Matching;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.Test;

/** What comes out about published articles opens cases by itself, and what the standards desk decides on them. */
@NewsroomTest
class CorrectionTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Bed bed;
    @Inject
    Afterwards afterwards;
    @Inject
    CaseReading cases;
    @Inject
    Correcting correcting;
    @Inject
    Matching matching;
    @Inject
    History history;

    private static Problem refused(ThrowingCallable act, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, act);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
        return problem;
    }

    private static void refusedSql(String sql, String because) {
        assertThatThrownBy(() -> Press.sql(sql)).as(sql).isInstanceOf(SQLException.class).hasMessageContaining(because);
    }

    @Test
    void anOverturnedVerdictOpensACase() {
        long article = afterwards.published(1);
        assertThat(afterwards.cases(article)).isEmpty();
        afterwards.overturn(afterwards.claim(article));
        assertThat(afterwards.causes(article)).containsExactly(Cause.OVERTURNED);
        CaseSheet sheet = afterwards.only(article);
        assertThat(sheet.line().open()).isTrue();
        assertThat(sheet.line().claim()).isEqualTo(afterwards.claim(article));
        assertThat(QuarkusTransaction.requiringNew()
                .call(() -> history.ofArticle(article, Long.MAX_VALUE, 1))
                .get(0)
                .id()).isEqualTo(sheet.happened().get(0).entry());
    }

    @Test
    void otherWordsOpenACaseWhereAVerdictEndsByThem() {
        long article = afterwards.published(2);
        story.revise(article, 1, story.text(article).replace("carried 11 people", "carried 12 people"));
        assertThat(afterwards.causes(article)).containsExactly(Cause.REWORDED);
    }

    @Test
    void aPageThatChangedOrIsGoneOpensACaseOnceAndNotWithEachLook() {
        String path = bed.path();
        long[] page = afterwards.onAPage(path);
        long article = story.line(page[0]).article();
        bed.look(page[0], page[1]);
        assertThat(afterwards.cases(article)).as("as it was").isEmpty();
        bed.site().page(path, Afterwards.PAGE.replace("Eleven", "Twelve"));
        bed.look(page[0], page[1]);
        bed.look(page[0], page[1]);
        assertThat(afterwards.causes(article)).containsExactly(Cause.CHANGED);
        assertThat(afterwards.only(article).happened().get(0).evidence()).isEqualTo(page[1]);
        bed.site().on(path, "404 Not Found", new byte[0]);
        bed.look(page[0], page[1]);
        bed.look(page[0], page[1]);
        assertThat(afterwards.causes(article)).containsExactly(Cause.CHANGED, Cause.GONE);
    }

    @Test
    void nothingOpensBeforePublication() {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");
        afterwards.overturn(afterwards.claim(article));
        assertThat(afterwards.cases(article)).isEmpty();
    }

    @Test
    void whatCameOutBeforeAPublicationWasMarkedOpensACaseThen() {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");
        afterwards.overturn(afterwards.claim(article));
        press.publish(article, 1, Afterwards.address(), null, "edith");
        assertThat(afterwards.causes(article)).containsExactly(Cause.OVERTURNED);
        press.publish(article, 1, Afterwards.address(), null, "edith");
        assertThat(afterwards.causes(article)).as("not told twice").hasSize(1);
    }

    @Test
    void theCaseComesWithTheActOrNotAtAll() {
        long article = afterwards.published(1);
        long claim = afterwards.claim(article);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            story.checking()
                    .overturn(new ClaimRef(claim, story.line(claim).version()), "No.", story.person("stella"));
            assertThat(cases.all(article, Long.MAX_VALUE, 50)).as("within the act").hasSize(1);
            throw new IllegalStateException("something else fails");
        })).hasMessageContaining("something else fails");
        assertThat(afterwards.cases(article)).isEmpty();
        assertThat(story.line(claim).rating()).isNotNull();
    }

    @Test
    void aClaimHasOneOpenCaseAndFurtherCausesAreAddedToIt() {
        long article = afterwards.published(2);
        long claim = afterwards.claim(article);
        afterwards.overturn(claim);
        story.checking().answer(story.ref(claim), "It is this year's.", story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "So it is.", Dispute.Outcome.REJECTED, null,
                        story.person("wanda"));
        story.revise(article, 1, story.text(article).replace("carried 11 people", "carried 12 people"));
        assertThat(afterwards.causes(article)).containsExactly(Cause.OVERTURNED, Cause.REWORDED);
        correcting.needsNone(afterwards.only(article).line().id(), "It was right.", story.person("stella"));
        long other = story.lines(article).get(1).id();
        afterwards.overturn(other);
        assertThat(afterwards.cases(article)).hasSize(2);
    }

    @Test
    void theSameClaimInAnotherPublishedArticleGetsItsOwnCase() {
        long article = afterwards.published(1);
        long second = afterwards.published(1);
        long unpublished = press.anOpenArticle(1);
        Acting edith = story.person("edith");
        matching.answer(afterwards.claim(article), afterwards.claim(second), true, edith);
        matching.answer(afterwards.claim(second), afterwards.claim(unpublished), true, edith);
        afterwards.overturn(afterwards.claim(article));
        assertThat(afterwards.causes(second)).containsExactly(Cause.OVERTURNED);
        assertThat(afterwards.only(second).happened().get(0).claim()).isEqualTo(afterwards.claim(article));
        assertThat(afterwards.cases(unpublished)).isEmpty();
        assertThat(afterwards.only(article).elsewhere())
                .extracting(SameElsewhere::article, SameElsewhere::standing)
                .containsExactly(tuple(second, "open"), tuple(unpublished, "not published"));
        correcting.correct(afterwards.only(article).line().id(), Afterwards.words("It was twelve.", null),
                story.person("stella"));
        assertThat(SameElsewhere.proposal(afterwards.only(second).elsewhere())).isEqualTo("It was twelve.");
    }

    @Test
    void whoLinksAClaimToOneWithACaseOpensOneForItToo() {
        long article = afterwards.published(1);
        long second = afterwards.published(1);
        afterwards.corrected(article, "It was twelve.");
        assertThat(afterwards.cases(second)).isEmpty();
        matching.answer(afterwards.claim(second), afterwards.claim(article), true, story.person("edith"));
        assertThat(afterwards.causes(second)).containsExactly(Cause.OVERTURNED);
        assertThat(afterwards.cases(article)).hasSize(1);
    }

    @Test
    void aCorrectionDecidesTheCaseAndIsOnlyFollowedByAnother() {
        long article = afterwards.published(1);
        long first = afterwards.corrected(article, "It was twelve, not eleven.");
        CaseSheet sheet = afterwards.only(article);
        assertThat(sheet.line().outcome()).isEqualTo(Outcome.CORRECTED);
        Acting stella = story.person("stella");
        refused(() -> correcting.correct(sheet.line().id(), Afterwards.words("Thirteen.", null), stella),
                Problem.Kind.STALE);
        long second = correcting.correct(sheet.line().id(), Afterwards.words("It was thirteen.", first), stella);
        assertThat(afterwards.only(article).corrections()).extracting(CorrectionLine::id, CorrectionLine::follows)
                .containsExactly(tuple(first, null),
                        tuple(second, first));
        assertThat(QuarkusTransaction.requiringNew().call(() -> history.ofArticle(article, Long.MAX_VALUE, 2)))
                .allSatisfy(line -> {
                    assertThat(line.act()).isEqualTo("CORRECT");
                    assertThat(line.body()).doesNotContain("thirteen").contains("\"text\":");
                    assertThat(line.texts()).containsKey("text");
                });
    }

    @Test
    void whatIsMissingOrDoesNotFitIsRefused() {
        long article = afterwards.published(1);
        afterwards.overturn(afterwards.claim(article));
        long id = afterwards.only(article).line().id();
        Acting stella = story.person("stella");
        LocalDate today = correcting.today();
        for (NewCorrection wrong : List.of(new NewCorrection(null, "So.", today, Spot.TOP, null, null),
                new NewCorrection(CorrectionKind.CLARIFICATION, " ", today, Spot.TOP, null, null),
                new NewCorrection(CorrectionKind.CLARIFICATION, "So.", today.plusDays(1), Spot.TOP, null, null),
                new NewCorrection(CorrectionKind.CLARIFICATION, "So.", today, null, null, null),
                new NewCorrection(CorrectionKind.CLARIFICATION, "So.", today, Spot.ELSEWHERE, null, null),
                new NewCorrection(CorrectionKind.CLARIFICATION, "So.", today, Spot.ELSEWHERE, "javascript:1", null),
                new NewCorrection(CorrectionKind.CLARIFICATION, "So.", today, Spot.FOOT, "https://x.example/", null))) {
            refused(() -> correcting.correct(id, wrong, stella), Problem.Kind.BAD_INPUT);
        }
        refused(() -> correcting.needsNone(id, " ", stella), Problem.Kind.BAD_INPUT);
        refused(() -> correcting.needsNone(999_999_999, "So.", stella), Problem.Kind.ABSENT);
        assertThat(afterwards.only(article).line().open()).isTrue();
    }

    @Test
    void onlyTheStandardsDeskDecidesAndNobodyWavesTheirOwnThrough() {
        long article = afterwards.published(1);
        afterwards.overturn(afterwards.claim(article));
        long id = afterwards.only(article).line().id();
        for (String person : List.of("edith", "rafael", "viktor")) {
            refused(() -> correcting.needsNone(id, "So.", story.person(person)), Problem.Kind.FORBIDDEN);
            refused(() -> correcting.correct(id, Afterwards.words("So.", null), story.person(person)),
                    Problem.Kind.FORBIDDEN);
        }
        Acting viktor = story.person("viktor");
        Acting both = new Acting(viktor.id(), "viktor", viktor.name(), Set.of(Role.STANDARDS),
                Set.of());
        refused(() -> correcting.needsNone(id, "So.", both), Problem.Kind.FORBIDDEN);
        correcting.needsNone(id, "The log was right.", story.person("stella"));
        refused(() -> correcting.needsNone(id, "Again.", story.person("stella")), Problem.Kind.CONFLICT);
        refused(() -> correcting.correct(id, Afterwards.words("So.", null), story.person("stella")),
                Problem.Kind.CONFLICT);
    }

    @Test
    void theDatabaseRefusesOnItsOwn() {
        long article = afterwards.published(1);
        long correction = afterwards.corrected(article, "It was twelve.");
        long id = afterwards.only(article).line().id();
        refusedSql("update correction set text = 'Nothing.' where id = " + correction, "append-only");
        refusedSql("delete from correction where id = " + correction, "append-only");
        refusedSql("update correction_case set reason = 'x', outcome = 'NONE' where id = " + id, "never edited");
        refusedSql("delete from correction_case where id = " + id, "append-only");
        refusedSql("delete from case_cause where case_id = " + id, "append-only");
        refusedSql("insert into correction (case_id, article_id, follows, kind, text, dated, placed, headline, address,"
                + " issued_by, issued_at, entry_id) select case_id, article_id, id, kind, 'More.', dated, placed, headline,"
                + " address, '" + story.person("edith").id() + "', issued_at, entry_id from correction where id = "
                + correction, "issued by no act");
        long other = afterwards.published(1);
        refusedSql("insert into correction_case (article_id, claim_id, opened_at) values (" + other + ", "
                + afterwards.claim(other) + ", now())", "no cause");
        afterwards.overturn(afterwards.claim(other));
        refusedSql("update correction_case set outcome = 'NONE', reason = 'x', decided_at = now(), decided_by = '"
                + story.person("stella").id() + "', decided_entry = (select max(id) from entry) where article_id = "
                + other,
                "decided by no act");
        refusedSql("insert into entry (at, person_id, role, act, article_id, body) values (now(), '"
                + story.person("stella").id() + "', 'STANDARDS', 'OVERTURN', " + other + ", '{}')", "correction case");
        refusedSql("with e as (insert into entry (at, person_id, role, act, article_id, body) values (now(), '"
                + story.person("viktor").id() + "', 'STANDARDS', 'NO_CORRECTION', " + other
                + ", '{}') returning id, person_id)"
                + " update correction_case set outcome = 'NONE', reason = 'x', decided_at = now(), decided_by = e.person_id,"
                + " decided_entry = e.id from e where article_id = " + other, "does not say that no correction");
    }
}
