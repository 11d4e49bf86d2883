package org.claimdesk.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.evidence.EvidenceTexts;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private String page() {
        String path = bed.path();
        bed.site().page(path, PAGE);
        return path;
    }
}
