package org.claimdesk.standards.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.capture.Rotten;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;

/** A release loses or wins as a whole against whatever comes at the same moment. */
@NewsroomTest
class RacedReleaseTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Waiving waiving;
    @Inject
    Rotten rotten;
    @Inject
    EntityManager database;

    private static void refused(ThrowingCallable act, Problem.Kind kind) {
        Problem problem = catchThrowableOfType(Problem.class, act);
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(kind);
    }

    @Test
    void aDisputeThatIsThereFirstWins() throws Exception {
        long article = press.anOpenArticle(1);
        long claim = story.lines(article).get(0).id();
        raced(() -> story.checking().dispute(story.ref(claim), Grounds.FIGURE, "Twelve?", story.person("wanda")),
                () -> refused(() -> press.release(article, "edith"), Problem.Kind.CONFLICT));
        assertThat(press.gate(article).release()).isNull();
    }

    @Test
    void aReleaseThatIsThereFirstWinsAndTheDisputeComesAfterIt() throws Exception {
        long article = press.anOpenArticle(1);
        long claim = story.lines(article).get(0).id();
        raced(() -> press.release(article, "edith"),
                () -> story.checking()
                        .dispute(story.ref(claim), Grounds.FIGURE, "Twelve?", story.person("wanda")));
        assertThat(press.gate(article).release().current()).isFalse();
        assertThat(press.barred(article)).containsExactly("DISPUTED-" + claim);
    }

    @Test
    void aRevisionThatIsThereFirstWins() throws Exception {
        long article = press.anOpenArticle(1);
        String text = story.text(article) + "\nAnother line.";
        raced(() -> story.revise(article, 1, text), () -> {
            Problem problem = catchThrowableOfType(Problem.class, () -> press.release(article, "edith"));
            assertThat(problem.kind()).isIn(Problem.Kind.STALE, Problem.Kind.CONFLICT);
        });
        assertThat(press.gate(article).release()).isNull();
    }

    @Test
    void aReleaseThatIsThereFirstPinsTheOldRevision() throws Exception {
        long article = press.anOpenArticle(1);
        String text = story.text(article) + "\nAnother line.";
        raced(() -> press.release(article, "edith"), () -> story.revise(article, 1, text));
        assertThat(press.gate(article).release().words()).isEqualTo("Released earlier, revision 1; revision 2 is not");
    }

    @Test
    void aWaiverThatIsWithdrawnFirstLetsNothingPass() throws Exception {
        long article = story.anArticle(1, "");
        long waiver = waived(article);
        raced(() -> waiving.withdraw(article, waiver, "She has not.", story.person("stella")),
                () -> refused(() -> press.release(article, "edith"), Problem.Kind.CONFLICT));
        assertThat(press.gate(article).release()).isNull();
    }

    @Test
    void aReleaseThatIsThereFirstKeepsTheWaiverItWentThroughBy() throws Exception {
        long article = story.anArticle(1, "");
        long waiver = waived(article);
        raced(() -> press.release(article, "edith"),
                () -> waiving.withdraw(article, waiver, "She has not.", story.person("stella")));
        assertThat(press.gate(article).release().waivers()).containsExactly(waiver);
        assertThat(press.gate(article).open()).isFalse();
    }

    @Test
    void aReleaseThatIsThereFirstWinsAndThePageIsFoundChangedAfterIt() throws Exception {
        long article = story.anArticle(1, "");
        Rotten.Linked link = onAPage(article);
        Runnable found = rotten.fetched(link, "twelve");
        raced(() -> press.release(article, "edith"), found::run);
        assertThat(press.gate(article).release()).isNotNull();
        assertThat(press.barred(article)).containsExactly("ROT-" + link.claim() + "-" + link.evidence());
    }

    private long waived(long article) {
        long claim = press.rated(article, 1, Rating.MISLEADING);
        press.account(article);
        return press.waive(article, "RATING-" + claim, "stella");
    }

    private Rotten.Linked onAPage(long article) {
        long claim = story.anAssignedClaim(article, 1);
        Rotten.Linked link = rotten.captured(claim);
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking().verify(story.ref(claim), Rating.ACCURATE, "Yes.", null, null, story.person("viktor"));
        press.account(article);
        return link;
    }

    @Test
    void ofManyAtOnceOneReleasesAndNothingLocksForEver() throws Exception {
        long article = press.anOpenArticle(3);
        List<Long> claims = story.lines(article).stream().map(line -> line.id()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(threads.submit(() -> press.release(article, "edith")));
                long claim = claims.get(i);
                all.add(threads.submit(() -> story.checking()
                        .dispute(story.ref(claim), Grounds.FIGURE, "Twelve?", story.person("wanda"))));
            }
            for (Future<?> one : all) {
                try {
                    one.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause()).isInstanceOf(Problem.class);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(press.barred(article)).hasSize(3);
    }

    /** The first act is done and waits before it commits; the second begins meanwhile and ends after it. */
    private void raced(Runnable first, ThrowingCallable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                first.run();
                database.flush();
                done.countDown();
                try {
                    assertThat(commit.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }));
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            Future<?> two = threads.submit(() -> {
                try {
                    second.call();
                } catch (Throwable failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThatThrownBy(() -> two.get(500, TimeUnit.MILLISECONDS)).as("it waits")
                    .isInstanceOf(TimeoutException.class);
            commit.countDown();
            one.get(30, TimeUnit.SECONDS);
            two.get(30, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }
}
