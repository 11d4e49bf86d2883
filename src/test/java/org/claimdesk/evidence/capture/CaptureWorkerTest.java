package org.claimdesk.evidence.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.fetch.HostileServer.ascii;
import static org.claimdesk.fetch.HostileServer.gzip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.fetch.Limits;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NewsroomTest
class CaptureWorkerTest {

    @Inject
    Bed bed;
    @Inject
    Story story;

    @Test
    void whatIsAttachedIsCapturedWithItsText() {
        String path = bed.path();
        bed.site().page(path, "<h1>The log</h1><p>Eleven boats came at night.</p>");
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));
        assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.WAITING);

        assertThat(bed.instance().runNext()).isTrue();

        CaptureLine kept = bed.newest(claim, link);
        assertThat(kept.state()).as(kept.failure()).isEqualTo(CaptureState.DONE);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.mediaType()).isEqualTo("text/html");
        assertThat(kept.finalAddress()).isEqualTo(bed.site().address(path));
        assertThat(kept.redirects()).isEmpty();
        assertThat(bed.text(kept.id())).isEqualTo("The log\nEleven boats came at night.");
        assertThat(bed.instance().runNext()).as("nothing more to do").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"404 Not Found,NOT_THERE,no such page", "410 Gone,NOT_THERE,no such page",
            "403 Forbidden,REFUSED,to everybody", "304 Not Modified,NO_PAGE,no page", "200 OK,EMPTY,nothing"})
    void whatIsNotThereFailsAtOnceAndSaysWhy(String status, String kind, String because) {
        String path = bed.path();
        bed.site().on(path, status, new byte[0]);
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));

        bed.instance().runNext();

        failed(bed.newest(claim, link), kind, because);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1/,NOT_PUBLIC", "http://169.254.169.254/latest/meta-data/,NOT_PUBLIC",
            "http://[::1]/,NOT_PUBLIC", "http://localhost:1/,ADDRESS", "http://u:p@example.org/,ADDRESS"})
    void whatIsNotOnThePublicWebIsNeverAsked(String address, String kind) {
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, address);

        bed.instance().runNext();

        failed(bed.newest(claim, link), kind, "");
    }

    @Test
    void norByWayOfARedirect() {
        String path = bed.path();
        bed.site().redirect(path, "http://169.254.169.254/latest/meta-data/");
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));

        bed.instance().runNext();

        failed(bed.newest(claim, link), "NOT_PUBLIC", "not on the public web");
    }

    @Test
    void whatMayPassIsTriedAgainLater() {
        String path = bed.path();
        AtomicInteger asked = new AtomicInteger();
        bed.site().on(path, out -> {
            boolean first = asked.incrementAndGet() == 1;
            out.write(ascii("HTTP/1.1 " + (first ? "503 Busy" : "200 OK")
                    + "\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\nEleven."));
        });
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));

        bed.instance().runNext();
        CaptureLine waits = bed.newest(claim, link);
        assertThat(waits.state()).isEqualTo(CaptureState.WAITING);
        assertThat(waits.failure()).contains("503");
        assertThat(waits.dueAt()).isBetween(Instant.now().plusSeconds(20), Instant.now().plusSeconds(31));
        assertThat(bed.instance().runNext()).as("not yet").isFalse();
        bed.instance(Duration.ofSeconds(31)).runNext();

        CaptureLine kept = bed.newest(claim, link);
        assertThat(kept.state()).isEqualTo(CaptureState.DONE);
        assertThat(kept.attempts()).isEqualTo(2);
        assertThat(kept.failure()).isNull();
        assertThat(bed.text(kept.id())).isEqualTo("Eleven.");
    }

    @Test
    void afterTheLastAttemptItHasFailed() {
        String path = bed.path();
        bed.site().on(path, "500 Oops", new byte[1]);
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));

        bed.instance().runNext();
        bed.instance(Duration.ofMinutes(1)).runNext();
        assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.WAITING);
        bed.instance(Duration.ofMinutes(10)).runNext();

        failed(bed.newest(claim, link), "SITE_ERROR", "500");
        assertThat(bed.newest(claim, link).attempts()).isEqualTo(3);
    }

    /** The instance that took it on is killed, which no code of ours notices. */
    @Test
    void whatAKilledInstanceLetFallIsTakenOver() {
        String path = bed.path();
        bed.site().page(path, "<p>Eleven boats.");
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));
        Job lost = bed.captures().next(Instant.now(), Instant.now().plus(CaptureWorker.LEASE)).orElseThrow();

        assertThat(bed.instance().runNext()).as("it is still thought to run").isFalse();
        assertThat(bed.instance(Duration.ofSeconds(61)).runNext()).isTrue();

        CaptureLine kept = bed.newest(claim, link);
        assertThat(kept.state()).isEqualTo(CaptureState.DONE);
        assertThat(kept.attempts()).isEqualTo(2);
        // It was only asleep: what it brings now counts no more.
        assertThat(bed.captures().failed(lost, Miss.interrupted(), Instant.now())).isFalse();
        assertThat(bed.captures().going(lost, 5, Instant.now())).isFalse();
        assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.DONE);
    }

    @Test
    void anInstanceThatWasOnlySlowLeavesItToTheOther() {
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, "https://harbor.example/log");
        Job slow = bed.captures().next(Instant.now(), Instant.now().plus(CaptureWorker.LEASE)).orElseThrow();
        Job other = bed.captures().next(Instant.now().plusSeconds(61), Instant.now().plusSeconds(121)).orElseThrow();

        assertThat(other.id()).isEqualTo(slow.id());
        assertThat(bed.captures().later(slow, Miss.interrupted(), Instant.now())).isFalse();
        assertThat(bed.captures().failed(slow, Miss.interrupted(), Instant.now())).isFalse();
        assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.RUNNING);
        assertThat(bed.captures().failed(other, Miss.interrupted(), Instant.now())).isTrue();
    }

    @Test
    void whatEndsTheServiceEachTimeIsGivenUp() {
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, "https://harbor.example/log");
        for (int i = 0; i < 3; i++) {
            Instant then = Instant.now().plus(Duration.ofMinutes(2 * i));
            assertThat(bed.captures().next(then, then.plusSeconds(60))).isPresent();
        }

        bed.instance(Duration.ofMinutes(30)).runNext();

        failed(bed.newest(claim, link), "INTERRUPTED", "broken off here");
    }

    @Test
    void twoInstancesNeverRunOneJob() throws Exception {
        String path = bed.path();
        AtomicInteger asked = new AtomicInteger();
        bed.site().on(path, out -> {
            asked.incrementAndGet();
            Thread.sleep(200);
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nEleven."));
        });
        long claim = story.anAssignedClaim();
        long one = bed.attach(claim, bed.site().address(path));
        story.attach(claim, "rafael");
        ExecutorService instances = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> run = () -> bed.instance().runNext();
            long ran = 0;
            for (var result : instances.invokeAll(List.of(run, run, run, run, run, run, run, run))) {
                ran += result.get() ? 1 : 0;
            }
            assertThat(ran).isEqualTo(1);
        } finally {
            instances.shutdownNow();
        }
        assertThat(asked).hasValue(1);
        assertThat(bed.newest(claim, one).state()).isEqualTo(CaptureState.DONE);
    }

    @Test
    void anInstanceThatIsAwakeTakesAllThatIsDueAndTellsHowFarItIs() {
        String path = bed.path();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        bed.site().on(path, out -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"));
            for (int i = 0; i < 35; i++) {
                out.write(ascii("Eleven boats.\n"));
                out.flush();
                Thread.sleep(100);
            }
            atOnce.decrementAndGet();
        });
        long claim = story.anAssignedClaim();
        long[] links = new long[3];
        links[0] = bed.attach(claim, bed.site().address(path));
        for (int i = 1; i < links.length; i++) {
            links[i] = story.checking()
                    .attach(story.ref(claim),
                            new Piece.Link(new Piece.About("", Stance.CONTEXT, "", ""), bed.site().address(path)),
                            story.person("rafael"));
        }
        CaptureWorker awake = bed.awake();
        try {
            awake.look();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                CaptureLine runs = bed.newest(claim, links[0]);
                assertThat(runs.state()).isEqualTo(CaptureState.RUNNING);
                assertThat(runs.fetched()).isPositive();
            });
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                for (long link : links) {
                    assertThat(bed.newest(claim, link).state()).isEqualTo(CaptureState.DONE);
                }
            });
        } finally {
            awake.close();
        }
        assertThat(most).as("as many at once as it may").hasValueLessThanOrEqualTo(2);
    }

    @Test
    void oneIsAskedForAtATimeAndOnlyByThoseWhoMayAttach() {
        String path = bed.path();
        bed.site().page(path, "<p>Eleven boats.");
        long claim = story.anAssignedClaim();
        long link = bed.attach(claim, bed.site().address(path));
        int version = story.ref(claim).version();

        assertThatThrownBy(() -> bed.again(claim, link)).isInstanceOf(Problem.class).hasMessageContaining("already");
        bed.instance().runNext();
        assertThatThrownBy(() -> bed.capturing().again(claim, link, story.person("viktor")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("attaches");
        bed.again(claim, link);
        bed.instance().runNext();

        assertThat(bed.of(claim, link)).extracting(CaptureLine::state)
                .containsExactly(CaptureState.DONE, CaptureState.DONE);
        assertThat(story.ref(claim).version()).as("the claim stays as it is").isEqualTo(version);
    }

    @Test
    void aBombAndADamagedBodyAreNotTakenForGood() {
        Limits small = new Limits(1 << 20, Duration.ofSeconds(5), 5);
        bed.site().on("/bomb", "200 OK\r\nContent-Encoding: gzip", gzip(new byte[50 << 20]));
        bed.site().on("/damaged", "200 OK\r\nContent-Encoding: gzip", ascii("no gzip at all"));
        bed.site().on("/endless", out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            while (true) {
                out.write(new byte[8192]);
            }
        });
        bed.site().on("/drip", out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        });

        missed("/bomb", small, "TOO_LARGE");
        missed("/damaged", small, "PACKING");
        missed("/endless", small, "TOO_LARGE");
        missed("/drip", new Limits(1 << 20, Duration.ofSeconds(1), 5), "SLOW");
        missed("/drip", new Limits(1 << 20, Duration.ofSeconds(9), Duration.ofMillis(20), 5), "SLOW");
    }

    @Test
    void whatIsNoTextSaysSo() {
        bed.site().on("/pdf", "200 OK\r\nContent-Type: application/pdf", "%PDF-1.7 so it begins".getBytes(UTF_8));
        bed.site().on("/odd", "200 OK\r\nContent-Type: text/plain", new byte[]{'a', 1, 'b'});

        assertThat(taken("/pdf").text().missing()).isEqualTo("Text is not read from a PDF file.");
        assertThat(taken("/odd").text().missing()).contains("control character");
        bed.site().on("/long", "200 OK\r\nContent-Type: text/plain", "x".repeat(500_001).getBytes(UTF_8));
        assertThat(taken("/long").text().text()).hasSize(500_000);
        assertThat(taken("/long").text().cut()).isTrue();
    }

    private Taken taken(String path) {
        return bed.taking().take(bed.site().address(path), Limits.CAPTURE, bytes -> {});
    }

    private void missed(String path, Limits limits, String kind) {
        assertThatThrownBy(() -> bed.taking().take(bed.site().address(path), limits, bytes -> {})).as(path)
                .isInstanceOfSatisfying(Miss.class, miss -> assertThat(miss.kind()).isEqualTo(kind));
    }

    private static void failed(CaptureLine capture, String kind, String because) {
        assertThat(capture.state()).isEqualTo(CaptureState.FAILED);
        assertThat(capture.failureKind()).isEqualTo(kind);
        assertThat(capture.failure()).contains(because);
        assertThat(capture.digest()).isNull();
        assertThat(capture.warcDigest()).isNull();
    }
}
