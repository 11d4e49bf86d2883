package org.claimdesk.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

/** Which pages are asked for again, when, and in which order. */
@NewsroomTest
class RoundsTest {

    private static final String PAGE = "<h1>The log</h1><p>Eleven boats came at night.</p><p>Nobody was hurt.</p>";
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Bed bed;
    @Inject
    Story story;

    @Test
    void theRoundsAskForWhatIsDueAndOnlyOnce() throws Exception {
        long claim = story.anAssignedClaim();
        long old = bed.capturedLongAgo(claim, page());
        long fresh = bed.captured(claim, page());
        ExecutorService instances = Executors.newFixedThreadPool(6);
        try {
            Instant now = Instant.now();
            Callable<Integer> round = () -> bed.rounds(WEEK).go(now);
            int asked = 0;
            for (var result : instances.invokeAll(List.of(round, round, round, round, round, round))) {
                asked += result.get();
            }
            assertThat(asked).isEqualTo(1);
        } finally {
            instances.shutdownNow();
        }
        assertThat(bed.of(claim, old)).hasSize(2);
        assertThat(bed.of(claim, fresh)).hasSize(1);
        assertThat(bed.rounds(WEEK).go(Instant.now())).isZero();
    }

    @Test
    void theyPassOverWhatIsWithdrawnDroppedOrOff() {
        long claim = story.anAssignedClaim();
        long withdrawn = bed.capturedLongAgo(claim, page());
        story.checking().withdraw(story.ref(claim), withdrawn, "The wrong night.", story.person("rafael"));
        long other = story.anAssignedClaim();
        long dropped = bed.capturedLongAgo(other, page());
        story.checking().drop(story.ref(other), "No claim.", story.person("edith"));
        long third = story.anAssignedClaim();
        long off = bed.capturedLongAgo(third, page());

        assertThat(bed.rounds(Duration.ZERO).go(Instant.now())).isZero();
        assertThat(bed.rounds(WEEK).go(Instant.now())).isEqualTo(1);

        assertThat(bed.of(claim, withdrawn)).hasSize(1);
        assertThat(bed.of(other, dropped)).hasSize(1);
        assertThat(bed.of(third, off)).hasSize(2);
    }

    @Test
    void whatPeopleAskForGoesFirst() {
        long claim = story.anAssignedClaim();
        long old = bed.capturedLongAgo(claim, page());
        bed.rounds(WEEK).go(Instant.now());
        long late = story.checking()
                .attach(story.ref(claim), new Piece.Link(new Piece.About("", Stance.CONTEXT, "", ""),
                        bed.site().address(page())), story.person("rafael"));

        bed.instance().runNext();
        assertThat(bed.newest(claim, late).state()).isEqualTo(CaptureState.DONE);
        assertThat(bed.newest(claim, old).state()).isEqualTo(CaptureState.WAITING);
        bed.instance().runNext();
        assertThat(bed.newest(claim, old).state()).isEqualTo(CaptureState.DONE);
    }

    @Test
    void whatIsAwayIsAskedForLessAndLess() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        assertThat(wait(claim, link)).isBetween(WEEK.minusHours(1), Duration.ofDays(8));
        bed.site().on(path, "410 Gone", new byte[0]);

        long[] days = {7, 14, 28, 56, 112, 112};
        for (long day : days) {
            bed.look(claim, link);
            assertThat(wait(claim, link)).isBetween(Duration.ofDays(day).minusHours(1),
                    Duration.ofDays(day).multipliedBy(11).dividedBy(10).plusHours(1));
        }
        bed.site().page(path, PAGE);
        bed.look(claim, link);
        assertThat(wait(claim, link)).isLessThan(Duration.ofDays(8));
    }

    private Duration wait(long claim, long link) {
        return Duration.between(bed.newest(claim, link).finishedAt(), bed.watch(claim, link).nextAt());
    }

    private String page() {
        String path = bed.path();
        bed.site().page(path, PAGE);
        return path;
    }
}
