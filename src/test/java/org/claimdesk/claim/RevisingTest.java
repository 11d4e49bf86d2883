package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.claimdesk.text.placement.Placement.MOVED;
import static org.claimdesk.text.placement.Placement.ORPHANED;
import static org.claimdesk.text.placement.Placement.PLACED;
import static org.claimdesk.text.placement.Placement.REWORDED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.claimdesk.article.Accounting;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.ledger.History;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Quote;
import org.junit.jupiter.api.Test;

/** A new text of an article: every claim is placed in it, or nothing happens. */
@NewsroomTest
class RevisingTest {

    private static final String FARES = """
            Ferry fares rise again
            The harbour board raised the fare to $4.20 on Jan. 14.
            It carried 75,480 passengers in 2019, the board said.
            The fare had not changed since 2011. Critics call it a tax on islanders.""";

    @Inject
    Story story;
    @Inject
    ClaimReading reading;
    @Inject
    ArticleReading articles;
    @Inject
    Accounting accounting;
    @Inject
    Revising revising;
    @Inject
    History history;
    @Inject
    EntityManager database;

    @Test
    void everyClaimIsPlaced() {
        long article = story.anArticleOf(FARES);
        long stays = story.aClaimOn(article, 1, "raised the fare to $4.20");
        long moves = story.aClaimOn(article, 1, "The fare had not changed since 2011");
        long changes = story.aClaimOn(article, 1, "It carried 75,480 passengers in 2019");
        long goes = story.aClaimOn(article, 1, "Critics call it a tax on islanders");

        Revising.Filed filed = story.revise(article, 1, """
                Ferry fares: a change
                The fare had not changed since 2011.
                The harbour board raised the fare to $4.20 on Jan. 14.
                It carried 85,480 passengers in 2019, the board said.
                A new last line.""");

        assertThat(filed).isEqualTo(new Revising.Filed(2, Map.of(PLACED, 1, MOVED, 1, REWORDED, 1, ORPHANED, 1)));
        assertThat(story.line(stays)).returns(PLACED, ClaimLine::placement).returns(2, ClaimLine::revision);
        assertThat(story.line(moves)).returns(MOVED, ClaimLine::placement).returns(22, ClaimLine::start);
        assertThat(story.line(changes)).returns(REWORDED, ClaimLine::placement)
                .returns("It carried 85,480 passengers in 2019", ClaimLine::exact)
                .returns(State.ASSIGNED, ClaimLine::state);
        assertThat(story.line(goes)).returns(ORPHANED, ClaimLine::placement)
                .returns(1, ClaimLine::revision)
                .returns("Critics call it a tax on islanders", ClaimLine::exact);
        for (ClaimLine claim : story.lines(article)) {
            assertThat(claim.version()).isEqualTo(1);
            if (claim.standsInText()) {
                assertThat(story.text(article).substring(claim.start(), claim.end())).isEqualTo(claim.exact());
            }
        }
        assertThat(acts(goes)).containsExactly("ORPHAN", "MARK");
        assertThat(acts(stays)).containsExactly("PLACE", "MARK");
    }

    @Test
    void aVerdictOnOtherWordsIsOver() {
        long article = story.anArticle();
        long reworded = story.aVerifiedClaim(article, 1);
        long same = story.aVerifiedClaim(article, 2);

        story.revise(article, 1, story.text(article).replace("Boat 1 carried 11 people.", "Boat 1 carried 19 people."));

        assertThat(story.line(reworded)).returns(State.SOURCED, ClaimLine::state)
                .returns(null, ClaimLine::rating)
                .returns(1, ClaimLine::evidence);
        assertThat(sheet(reworded).verdicts()).singleElement()
                .returns(Verdict.Ended.REWORDED, ClaimSheet.VerdictLine::ended)
                .returns("Boat 1 carried 11 people.", ClaimSheet.VerdictLine::words);
        assertThat(story.line(same)).returns(State.VERIFIED, ClaimLine::state).returns(2, ClaimLine::revision);
        // Who gave the old verdict may give the next one: it was not wrong, the words are others.
        story.checking()
                .verify(story.ref(reworded), Rating.INACCURATE, "It was eleven.", null, null, story.person("viktor"));
        assertThat(story.line(reworded).state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void anOrphanWaitsForItsWordsOrAPerson() {
        long article = story.anArticle();
        long claim = story.aSourcedClaim(article, 3);
        String whole = story.text(article);
        String without = whole.replace("Boat 3 carried 13 people.\n", "");

        story.revise(article, 1, without);

        Problem refused = catchThrowableOfType(Problem.class,
                () -> story.checking()
                        .verify(story.ref(claim), Rating.ACCURATE, "Yes.", null, null, story.person("viktor")));
        assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(refused.getMessage()).contains("not in the article any more");
        assertThat(sheet(claim, "edith").actions()).contains(Action.REATTACH, Action.DROP);
        assertThat(sheet(claim, "viktor").actions()).doesNotContain(Action.VERIFY, Action.REATTACH);

        story.revise(article, 2, whole);
        assertThat(story.line(claim)).returns(PLACED, ClaimLine::placement).returns(3, ClaimLine::revision);
        assertThat(sheet(claim, "viktor").actions()).contains(Action.VERIFY);
    }

    @Test
    void anOrphanIsAttachedAgain() {
        long article = story.anArticle();
        long verified = story.aVerifiedClaim(article, 3);
        long other = story.aVerifiedClaim(article, 4);
        story.revise(article, 1,
                "Nothing is left\nA wholly different story. It says that three boats came over the sea.");

        Problem forReporters = catchThrowableOfType(Problem.class,
                () -> reattach(verified, 2, "three boats came", "rafael"));
        assertThat(forReporters.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(Problem.class, () -> reattach(verified, 1, "three boats came", "edith")).kind())
                .isEqualTo(Problem.Kind.STALE);
        assertThat(catchThrowableOfType(Problem.class, () -> reattach(verified, 2, "four boats", "edith")).kind())
                .isEqualTo(Problem.Kind.BAD_INPUT);

        reattach(verified, 2, "three boats came", "edith");

        assertThat(story.line(verified)).returns(State.SOURCED, ClaimLine::state)
                .returns(REWORDED, ClaimLine::placement)
                .returns("three boats came", ClaimLine::exact);
        assertThat(acts(verified).get(0)).isEqualTo("REWORD");
        assertThat(
                catchThrowableOfType(Problem.class, () -> reattach(other, 2, "three boats came", "edith")).getMessage())
                .contains("claim " + verified + " already");
        assertThat(catchThrowableOfType(Problem.class, () -> reattach(verified, 2, "the sea", "edith")).kind())
                .isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void aDroppedClaimThatIsRestoredIsWhereItsWordsAreNow() {
        long article = story.anArticle();
        long stands = story.anAssignedClaim(article, 1);
        long gone = story.anAssignedClaim(article, 2);
        story.checking().drop(story.ref(stands), "no claim", story.person("edith"));
        story.checking().drop(story.ref(gone), "no claim", story.person("edith"));
        story.revise(article, 1,
                story.text(article).replace("Boat 2 carried 12 people.\n", "").replace("Story", "A story"));
        assertThat(story.line(stands)).returns(1, ClaimLine::revision).returns(1, ClaimLine::version);

        story.checking().restore(story.ref(stands), story.person("edith"));
        story.checking().restore(story.ref(gone), story.person("edith"));

        assertThat(story.line(stands)).returns(2, ClaimLine::revision).returns(PLACED, ClaimLine::placement);
        assertThat(story.line(gone)).returns(ORPHANED, ClaimLine::placement);
    }

    @Test
    void whatWasSaidOfSentencesThatAreTheSameGoesOn() {
        long article = story.anArticleOf(FARES);
        accounting.call(article, 1, Set.of(1, 4), Disposition.NO_FACT, story.person("edith"));
        accounting.call(article, 1, Set.of(5), Disposition.OPINION, story.person("edith"));

        story.revise(article, 1, FARES.replace("since 2011", "since 2012")
                .replace("The harbour board", "A first sentence. The harbour board"));

        List<SentenceLine> sentences = QuarkusTransaction.requiringNew().call(() -> articles.sentences(article, 2));
        assertThat(sentences).extracting(SentenceLine::disposition)
                .containsExactly(Disposition.NO_FACT, Disposition.UNREVIEWED, Disposition.UNREVIEWED,
                        Disposition.UNREVIEWED, Disposition.UNREVIEWED, Disposition.OPINION);
        accounting.call(article, 2, Set.of(6), Disposition.UNREVIEWED, story.person("edith"));
    }

    @Test
    void nobodyBecomesAnAuthorOverTheirOwnVerdict() {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        String text = story.text(article);
        String byline = text.replaceFirst("\n", "\nBy " + story.person("viktor").name() + "\n");

        Problem refused = catchThrowableOfType(Problem.class, () -> story.revise(article, 1, byline));

        assertThat(refused.getMessage()).contains("An author verifies nothing", "#" + claim);
        story.checking().dispute(story.ref(claim), Grounds.OTHER, "By its author.", story.person("stella"));
        assertThat(story.revise(article, 1, byline).number()).isEqualTo(2);
    }

    /** Dropped, marked again, and both cut: the same words are one claim still, and the person is told so. */
    @Test
    void aDroppedClaimIsNotRestoredBesideAnOrphanOfTheSameWords() {
        long article = story.anArticle();
        long first = story.anAssignedClaim(article, 2);
        story.checking().drop(story.ref(first), "twice", story.person("edith"));
        story.anAssignedClaim(article, 2);
        story.revise(article, 1, story.text(article).replace("Boat 2 carried 12 people.\n", ""));

        Problem refused = catchThrowableOfType(Problem.class,
                () -> story.checking().restore(story.ref(first), story.person("edith")));

        assertThat(refused.getMessage()).contains("marked again since");
    }

    @Test
    void aRewordedClaimThatIsRestoredIsRewordedStill() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        story.revise(article, 1, story.text(article).replace("carried 11", "carried 19"));
        story.checking().drop(story.ref(claim), "by mistake", story.person("edith"));

        story.checking().restore(story.ref(claim), story.person("edith"));

        assertThat(story.line(claim)).returns(REWORDED, ClaimLine::placement).returns(true, ClaimLine::reworded);
    }

    /** Other instances take ids of their own: the last placement is the last act all the same. */
    @Test
    void placementsFollowTheActsWhicheverInstanceDoesThem() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        for (int revision = 1; revision < 4; revision++) {
            // As if another instance had taken ids in between.
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery("select nextval('placement_seq')").getSingleResult());
            story.revise(article, revision, "Story " + revision + "\n" + Story.words(1));
        }
        List<Long> ids = QuarkusTransaction.requiringNew()
                .call(() -> database
                        .createNativeQuery("select id from placement where claim_id = ?1 order by revision", Long.class)
                        .setParameter(1, claim)
                        .getResultList());
        assertThat(ids).hasSize(4).isSorted();
        assertThat(ids.get(3) - ids.get(0)).as("one by one, not in blocks").isLessThan(20);
    }

    @Test
    void theSameTextIsRefusedAndNothingChanges() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);

        Problem refused = catchThrowableOfType(Problem.class, () -> story.revise(article, 1, story.text(article)));

        assertThat(refused.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(refused.getMessage()).contains("the text of revision 1 already");
        assertThat(story.line(claim).version()).isZero();
    }

    @Test
    void onlyAnEditorFilesARevisionAndOnlyOfWhatStands() {
        long article = story.anArticle();
        story.revise(article, 1, "Another\nstory.");

        assertThat(catchThrowableOfType(Problem.class, () -> story.revise(article, 1, "A third\nstory.")).kind())
                .isEqualTo(Problem.Kind.STALE);
        assertThat(catchThrowableOfType(Problem.class, () -> revising.file(article, 2,
                Copy.pasted("A third\nstory.", Copy.Format.TEXT), story.person("rafael"))).kind())
                .isEqualTo(Problem.Kind.FORBIDDEN);
    }

    /** Marking and filing at the same moment: the claim is in the new text, or the one who marks it is told. */
    @Test
    void noClaimIsLeftBehindByARevisionFiledAtTheSameMoment() throws Exception {
        long article = story.anArticle(40, "");
        String text = story.text(article);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> acts = List.of(() -> story.anAssignedClaim(article, 1),
                    () -> story.anAssignedClaim(article, 2),
                    () -> story.revise(article, 1, text.replace("Story", "A story")),
                    () -> story.anAssignedClaim(article, 3));
            for (Future<Object> done : people.invokeAll(acts)) {
                try {
                    done.get();
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOfSatisfying(Problem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.STALE));
                }
            }
        } finally {
            people.shutdown();
        }
        assertThat(story.lines(article)).allSatisfy(claim -> assertThat(claim.revision()).isEqualTo(2));
    }

    private void reattach(long claim, int revision, String words, String username) {
        revising.reattach(story.ref(claim), revision, new Quote(words, null, null, null), story.person(username));
    }

    private ClaimSheet sheet(long claim) {
        return sheet(claim, "edith");
    }

    private ClaimSheet sheet(long claim, String username) {
        return reading.sheet(claim, story.person(username));
    }

    private List<String> acts(long claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.ofClaim(claim, 50).stream().map(History.Line::act).toList());
    }
}
