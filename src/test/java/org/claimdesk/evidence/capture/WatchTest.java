package org.claimdesk.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.evidence.EvidenceTexts;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of pages, and that somebody is told. */
@NewsroomTest
class WatchTest {

    private static final String PAGE = "<h1>The log</h1><p>Eleven boats came at night.</p><p>Nobody was hurt.</p>";
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    EvidenceTexts texts;
    @Inject
    Bed bed;
    @Inject
    Story story;

    @Test
    void whatIsTheSameCostsOneEntryAndKeepsNothing() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.capturedLongAgo(claim, path);

        bed.rounds(WEEK).go(Instant.now());
        CaptureLine asked = bed.newest(claim, link);
        assertThat(asked.state()).isEqualTo(CaptureState.WAITING);
        assertThat(asked.askedBy().name()).isEqualTo("Claimdesk");
        bed.instance().runNext();

        CaptureLine look = bed.newest(claim, link);
        assertThat(look.state()).as(look.failure()).isEqualTo(CaptureState.DONE);
        assertThat(look.fate()).isEqualTo(Fate.SAME);
        assertThat(look.reference()).isEqualTo(bed.of(claim, link).get(1).id());
        assertThat(look.digest()).isEqualTo(bed.of(claim, link).get(1).digest());
        assertThat(look.warcDigest()).isNull();
        assertThat(bed.watch(claim, link).rot()).isNull();
        String history = as("edith").get("/api/v1/articles/" + story.line(claim).article() + "/history").asString();
        assertThat(history.split("\\\\\"act\\\\\":\\\\\"CAPTURE\\\\\"")).hasSize(3);
        assertThat(history).contains("\"role\":\"SERVICE\"", "\\\"fate\\\":\\\"SAME\\\"").doesNotContain("RECAPTURE");
        as("edith").get("/api/v1/captures/" + look.id() + "/warc").then().statusCode(404);
        assertThat(QuarkusTransaction.requiringNew().call(() -> texts.of(link, null)))
                .as("the text that was kept is read all the same")
                .isPresent();
    }

    @Test
    void whatIsTheSameIsKeptWhereSomebodyAskedForIt() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);

        CaptureLine look = bed.look(claim, link);

        assertThat(look.fate()).isEqualTo(Fate.SAME);
        assertThat(look.kept()).isTrue();
    }

    @Test
    void quotedWordsThatAreGoneAreTheWorst() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.pick(claim, link, "Eleven boats");
        bed.pick(claim, link, "Nobody was hurt.");

        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        CaptureLine look = bed.look(claim, link);

        assertThat(look.fate()).isEqualTo(Fate.CHANGED);
        assertThat(look.passages()).isEqualTo(2);
        assertThat(look.lost()).containsExactly(bed.passages(claim, link).get(0).id());
        WatchLine watch = bed.watch(claim, link);
        assertThat(watch.rot()).isEqualTo(Rot.WORDS_GONE);
        assertThat(watch.said()).isEqualTo("1 of 2 quoted passages are gone.");
        assertThat(story.line(claim).rot()).isEqualTo(Rot.WORDS_GONE);
    }

    @Test
    void aChangeBesideTheQuotedWordsIsMilder() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.pick(claim, link, "Eleven boats");

        bed.site().page(path, PAGE.replace("Nobody was hurt", "One was hurt"));
        bed.look(claim, link);

        WatchLine watch = bed.watch(claim, link);
        assertThat(watch.rot()).isEqualTo(Rot.CHANGED);
        assertThat(watch.said()).contains("still there");
    }

    /** Each look is like the one before, and no longer like what the claim rests on. */
    @Test
    void slowDriftIsNotLost() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        long reference = bed.newest(claim, link).id();
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        bed.look(claim, link);

        CaptureLine again = bed.look(claim, link);

        assertThat(again.reference()).isEqualTo(reference);
        assertThat(again.fate()).isEqualTo(Fate.CHANGED);
        assertThat(bed.watch(claim, link).look()).isEqualTo(again.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "410 Gone"})
    void whatIsGoneIsToldAndWhatIsBackIsNot(String status) {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);

        bed.site().on(path, status, new byte[0]);
        assertThat(bed.look(claim, link).fate()).isEqualTo(Fate.GONE);
        assertThat(bed.watch(claim, link).rot()).isEqualTo(Rot.GONE);

        bed.site().page(path, PAGE);
        assertThat(bed.look(claim, link).fate()).isEqualTo(Fate.SAME);
        assertThat(bed.watch(claim, link).rot()).isNull();
        assertThat(story.line(claim).rot()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 Busy", "500 Oops", "403 Forbidden", "200 OK"})
    void whatCannotBeLookedAtTellsNothing(String status) {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().on(path, status, new byte[0]);

        CaptureLine look = bed.look(claim, link);

        assertThat(look.state()).isEqualTo(CaptureState.FAILED);
        assertThat(look.fate()).isEqualTo(Fate.UNSEEN);
        assertThat(bed.watch(claim, link).rot()).isNull();
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        bed.look(claim, link);
        bed.site().on(path, status, new byte[0]);
        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("it is not forgotten meanwhile").isEqualTo(Rot.CHANGED);
    }

    @Test
    void aMoveAndAChangeAreTwoThings() {
        String path = page();
        String there = bed.path();
        bed.site().page(there, PAGE);
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);

        bed.site().redirect(path, bed.site().address(there));
        CaptureLine moved = bed.look(claim, link);
        assertThat(moved.fate()).isEqualTo(Fate.SAME);
        assertThat(moved.moved()).isTrue();
        assertThat(bed.watch(claim, link).rot()).isEqualTo(Rot.MOVED);

        bed.site().page(there, PAGE.replace("Eleven", "Twelve"));
        CaptureLine both = bed.look(claim, link);
        assertThat(both.fate()).isEqualTo(Fate.CHANGED);
        assertThat(both.moved()).isTrue();
        assertThat(bed.watch(claim, link).said()).contains("changed", "another address");
    }

    /** A name server that is away for an hour would otherwise be the end of the web. */
    @Test
    void aSiteIsGoneWhenItsNameLeadsNowhereTwice() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().redirect(path, "http://nowhere.invalid/");

        CaptureLine first = bed.look(claim, link);
        assertThat(first.failureKind()).isEqualTo("NO_SITE");
        assertThat(first.fate()).isEqualTo(Fate.UNSEEN);

        assertThat(bed.look(claim, link).fate()).isEqualTo(Fate.GONE);
    }

    @Test
    void whatWasAcceptedIsToldAgainOnlyWhenItChangesAgain() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        long changed = bed.look(claim, link).id();

        bed.accept(claim, link, "rafael");

        WatchLine watch = bed.watch(claim, link);
        assertThat(watch.rot()).isNull();
        assertThat(watch.reference()).isEqualTo(changed);
        assertThat(watch.accepted().by().name()).isEqualTo(story.person("rafael").name());
        assertThat(bed.look(claim, link).fate()).isEqualTo(Fate.SAME);
        assertThat(bed.watch(claim, link).rot()).isNull();
        bed.site().page(path, PAGE.replace("Eleven", "Thirteen"));
        assertThat(bed.look(claim, link).reference()).isEqualTo(changed);
        assertThat(bed.watch(claim, link).rot()).isEqualTo(Rot.CHANGED);
    }

    @Test
    void whatIsGoneAndAcceptedIsToldAgainWhenItWasBackMeanwhile() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().on(path, "404 Not Found", new byte[0]);
        bed.look(claim, link);
        bed.accept(claim, link, "viktor");

        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("still gone").isNull();
        bed.site().page(path, PAGE);
        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("back").isNull();
        bed.site().on(path, "404 Not Found", new byte[0]);
        bed.look(claim, link);
        assertThat(bed.watch(claim, link).rot()).as("gone again").isEqualTo(Rot.GONE);
    }

    @Test
    void nothingIsAcceptedTwiceOrUnseen() {
        String path = page();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        long old = bed.look(claim, link).id();
        bed.look(claim, link);
        Acting rafael = story.person("rafael");

        assertThatThrownBy(() -> bed.capturing().acknowledge(old, "Fine.", rafael)).isInstanceOf(Problem.class)
                .hasMessageContaining("looked at again since");
        assertThatThrownBy(() -> bed.capturing().acknowledge(bed.newest(claim, link).id(), " ", rafael))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("why");
        bed.accept(claim, link, "rafael");
        assertThatThrownBy(() -> bed.accept(claim, link, "rafael")).isInstanceOf(Problem.class)
                .hasMessageContaining("nothing to accept");
    }

    @ParameterizedTest
    @CsvSource({"rafael,true,false", "mina,true,false", "bo,true,true", "viktor,true,true", "stella,true,true",
            "edith,true,false"})
    void onAVerifiedClaimOnlyThoseAcceptWhoHadNoPartInIt(String who, boolean before, boolean verified) {
        assertThat(accepts(changed(story.anAssignedClaim()), who)).as("before").isEqualTo(before);
        long[] link = changed(story.anAssignedClaim());
        story.checking().submit(story.ref(link[0]), "Nobody else keeps a log.", story.person("rafael"));
        story.checking()
                .verify(story.ref(link[0]), Rating.ACCURATE, "The log says so.", null,
                        "Nobody else was there.", story.person("wanda"));
        assertThat(accepts(link, who)).as("verified").isEqualTo(verified);
    }

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

    @Test
    void whatWasNeverCapturedHasNothingToBeHeldAgainst() {
        String path = bed.path();
        long claim = story.anAssignedClaim();
        long link = bed.captured(claim, path);
        assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.FAILED);
        assertThat(bed.look(claim, link).fate()).isNull();

        bed.site().page(path, PAGE);
        CaptureLine first = bed.look(claim, link);

        assertThat(first.fate()).isNull();
        assertThat(bed.watch(claim, link).reference()).isEqualTo(first.id());
        assertThat(bed.watch(claim, link).rot()).isNull();
    }

    private boolean accepts(long[] link, String who) {
        try {
            bed.accept(link[0], link[1], who);
            return true;
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            return false;
        }
    }

    /** A link on the claim to a page that has changed since: ids of both. */
    private long[] changed(long claim) {
        String path = page();
        long link = bed.captured(claim, path);
        bed.site().page(path, PAGE.replace("Eleven", "Twelve"));
        bed.look(claim, link);
        return new long[]{claim, link};
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
