package org.claimdesk.evidence.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.claim.Capturing;
import org.claimdesk.claim.Quoting;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Stance;
import org.claimdesk.fetch.HostileServer;
import org.claimdesk.fetch.Limits;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.text.Quote;

/** Links on a claim of a test's own, and instances that capture them at a time of the test's own. */
@ApplicationScoped
public class Bed {

    /** What is on a page before it changes, from eleven boats to twelve. */
    static final String LOG = "<h1>The log</h1><p>Eleven boats came at night, {cdi:shell.name} &lt;b&gt;.</p><p>Nobody was hurt.</p>";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Captures captures;
    private final CaptureReading reading;
    private final Capturing capturing;
    private final Quoting quoting;
    private final Taking taking;
    private final WatchReading watched;
    private final Story story;

    Bed(Captures captures, CaptureReading reading, Capturing capturing, Quoting quoting, Taking taking,
            WatchReading watched,
            Story story) {
        this.captures = captures;
        this.reading = reading;
        this.capturing = capturing;
        this.quoting = quoting;
        this.taking = taking;
        this.watched = watched;
        this.story = story;
    }

    public HostileServer site() {
        return NewsroomServers.site();
    }

    Story story() {
        return story;
    }

    Captures captures() {
        return captures;
    }

    Taking taking() {
        return taking;
    }

    /** A path on the site that no other test has. */
    public String path() {
        return "/capture-" + NUMBER.incrementAndGet();
    }

    /** Attaches the address to a claim; nothing else is waiting then. @return the id of the evidence */
    long attach(long claim, String address) {
        drain();
        return story.checking()
                .attach(story.ref(claim), new Piece.Link(
                        new Piece.About("The log", Stance.SUPPORTS, "", ""), address), story.person("rafael"));
    }

    /** Asks once more. */
    long again(long claim, long evidence) {
        return capturing.again(claim, evidence, story.person("rafael"));
    }

    /** A link to a page of this site, captured as it is. @return the id of the evidence */
    public long captured(long claim, String path) {
        long link = attach(claim, site().address(path));
        instance().runNext();
        return link;
    }

    /** The same, captured a month ago, so that it is due to be looked at again and nothing else is. */
    long capturedLongAgo(long claim, String path) {
        long link = attach(claim, site().address(path));
        Instant now = Instant.now();
        Job job = captures.next(now, now.plusSeconds(60)).orElseThrow();
        captures.done(job, taking.take(job.address(), Limits.CAPTURE, bytes -> {}), now.minus(Duration.ofDays(30)));
        return link;
    }

    /** Has it looked at again now, as often as it is tried. */
    public CaptureLine look(long claim, long link) {
        again(claim, link);
        for (int minutes = 0; !newest(claim, link).finished(); minutes += 5) {
            instance(Duration.ofMinutes(minutes)).runNext();
        }
        return newest(claim, link);
    }

    /** Picks words from its newest capture. @return the id of the passage */
    public long pick(long claim, long link, String words) {
        return quoting.pick(claim, newest(claim, link).id(), new Quote(words, null, null, null),
                story.person("rafael"));
    }

    /** A link to a page of which words were picked that have changed since. @return the id of the evidence */
    long changed(long claim) {
        String path = path();
        site().page(path, LOG);
        long link = captured(claim, path);
        pick(claim, link, "Eleven boats");
        site().page(path, LOG.replace("Eleven", "Twelve"));
        look(claim, link);
        return link;
    }

    /** A claim verified by viktor on a page that changed after it. */
    long verifiedOnAChange() {
        String path = path();
        site().page(path, LOG);
        long claim = story.anAssignedClaim();
        long link = captured(claim, path);
        pick(claim, link, "Eleven boats");
        story.checking().submit(story.ref(claim), "Nobody else keeps a log.", story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "The log says so.", null, "Nobody else was there.",
                        story.person("viktor"));
        site().page(path, LOG.replace("Eleven", "Twelve"));
        look(claim, link);
        return claim;
    }

    WatchLine watch(long claim, long link) {
        return QuarkusTransaction.requiringNew().call(() -> watched.of(new Long[]{link}).get(link));
    }

    /** Accepts what was found last. */
    void accept(long claim, long link, String username) {
        capturing.acknowledge(watch(claim, link).look(), "It says the same otherwise.", story.person(username));
    }

    Rounds rounds(Duration every) {
        return new Rounds(captures, Clock.systemUTC(), true, Optional.of(every));
    }

    public Capturing capturing() {
        return capturing;
    }

    /** The captures of a piece, newest first. */
    List<CaptureLine> of(long claim, long evidence) {
        return QuarkusTransaction.requiringNew().call(() -> reading.of(new Long[]{evidence}).get(evidence));
    }

    public CaptureLine newest(long claim, long evidence) {
        return of(claim, evidence).get(0);
    }

    String text(long capture) {
        return QuarkusTransaction.requiringNew().call(() -> reading.text(capture)).orElse(null);
    }

    List<PassageLine> passages(long claim, long evidence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reading.passages(new Long[]{evidence}).getOrDefault(evidence, List.of()));
    }

    /** An instance whose clock is ahead by this much, and that waits 30 s and 2 min after failures. */
    CaptureWorker instance(Duration ahead) {
        return instance(ahead, false);
    }

    /** One that goes on by itself once it has been woken. */
    CaptureWorker awake() {
        return instance(Duration.ZERO, true);
    }

    private CaptureWorker instance(Duration ahead, boolean automatic) {
        Clock clock = Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)), ahead);
        return new CaptureWorker(captures, taking, clock, automatic, 2,
                List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)), Duration.ofSeconds(10));
    }

    CaptureWorker instance() {
        return instance(Duration.ZERO);
    }

    /** What other tests have attached and nobody captured is taken by an instance for which it is far too late. */
    private void drain() {
        Instant later = Instant.now().plus(Duration.ofDays(3));
        Clock clock = Clock.fixed(later, ZoneOffset.UTC);
        captures.next(later, later).ifPresent(job -> {
            captures.failed(job, Miss.interrupted(), clock.instant());
            drain();
        });
    }

    /** Plain SQL as the owner of the schema, in one transaction. */
    static void sql(String sql) throws SQLException {
        Map<String, String> environment = NewsroomServers.running().environment();
        try (Connection owner = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        }
    }
}
