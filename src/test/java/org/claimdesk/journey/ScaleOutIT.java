package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.local.Tokens.as;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.claimdesk.ledger.tree.Soundness;
import org.claimdesk.local.Instances;
import org.claimdesk.local.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Three instances on one database behind a proxy: one newsroom, whichever one is asked, and whichever is killed. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaleOutIT {

    private static final int WRITERS = 4;
    private static final int ACTS = 60;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final ContainsTextOptions IN_TIME = new ContainsTextOptions().setTimeout(30_000);

    private final Newsroom newsroom;
    private Map<String, String> environment;
    private Instances instances;
    private Cases cases;

    ScaleOutIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeAll
    void start() {
        environment = new HashMap<>(newsroom.servers().environment());
        environment.put("CLAIMDESK_CAPTURE", "false");
        instances = newsroom.servers().instances("scale", environment, 2, newsroom.service());
        cases = new Cases(newsroom.service());
    }

    @AfterAll
    void stop() {
        instances.close();
    }

    @AfterEach
    void startAgain() {
        PackagedService second = instances.all().get(1);
        if (!second.process().isAlive()) {
            second.start();
        }
    }

    @Test
    void aBrowserOnOneInstanceSeesWhatIsDoneThroughAnotherAndIsSignedInEverywhere(Staff staff) {
        long claim = cases.urgent();
        Page desk = staff.signedIn("rafael").page();
        Locator row = row(desk, claim);
        assertThat(row).containsText("assigned");
        desk.evaluate("window.loadedOnce = true");

        Cases elsewhere = new Cases(instances.all().get(1));
        elsewhere.attach(claim);
        elsewhere.act("rafael", claim, "submit", Map.of());
        new Cases(instances.all().get(2)).act("viktor", claim, "dispute",
                Map.of("grounds", "FIGURE", "statement", "The log has no June."));

        assertThat(row).containsText("disputed");
        assertThat(desk.evaluate("window.loadedOnce")).isEqualTo(true);
        for (PackagedService one : instances.all()) {
            desk.navigate(one.address() + "/claims/" + claim);
            assertThat(desk.locator(".who")).containsText("Rafael");
        }
    }

    /** Each request goes to the next instance: what one has begun another one ends. */
    @Test
    void whoSignsInThroughTheProxyNeedNotComeBackToTheSameInstance(Staff staff) {
        Colleague mina = staff.at(instances.address(), options -> {}).signsIn("mina");

        mina.opens("/articles").opens("/claims/" + cases.assigned());

        assertThat(mina.page().locator(".who")).containsText("Mina");
    }

    @Test
    void whicheverIsKilledWhatWasAcknowledgedIsThereOnceAndPagesGoOn(Staff staff) throws Exception {
        PackagedService killed = instances.all().get(1);
        long shown = cases.urgent();
        List<Page> desks = listeningTo(killed, staff, shown);
        List<Long> claims = IntStream.range(0, WRITERS).mapToObj(i -> cases.assigned()).toList();
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger repeated = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<String>>> writers = claims.stream()
                .map(claim -> threads.submit(() -> attach(claim, acknowledged, repeated)))
                .toList();
        threads.shutdown();

        await().atMost(LATER).until(() -> acknowledged.get() > WRITERS * ACTS / 3);
        killed.kill();
        assertThat(acknowledged.get()).as("the load goes on").isLessThan(WRITERS * ACTS);

        for (int i = 0; i < WRITERS; i++) {
            List<String> attached = writers.get(i).get();
            assertThat(attached).hasSize(ACTS);
            assertThat(listed(claims.get(i), "evidence", "citation")).containsExactlyInAnyOrderElementsOf(attached);
            assertThat(listed(claims.get(i), "history", "act")).hasSize(ACTS + 1);
        }
        System.out.printf("%d acts through three instances, one of them killed: %d had to be sent again%n",
                acknowledged.get(), repeated.get());
        theHistoryIsWhole();
        cases.attach(shown);
        cases.act("rafael", shown, "submit", Map.of());
        cases.act("viktor", shown, "dispute", Map.of("grounds", "FIGURE", "statement", "The log has no June."));
        for (Page desk : desks) {
            assertThat(row(desk, shown)).containsText("disputed", IN_TIME);
            assertThat(desk.evaluate("window.loadedOnce")).isEqualTo(true);
        }
    }

    /** Pages opened through the proxy, until one of them has its stream from this instance. */
    private List<Page> listeningTo(PackagedService instance, Staff staff, long claim) {
        List<Page> desks = new ArrayList<>();
        String session = staff.signedIn("rafael").session();
        await().atMost(LATER).pollInSameThread().until(() -> {
            Colleague rafael = staff.at(instances.address(), options -> options.setStorageState(session))
                    .opens("/desk");
            assertThat(row(rafael.page(), claim)).containsText("assigned");
            rafael.page().evaluate("window.loadedOnce = true");
            desks.add(rafael.page());
            return streams(instance) > 0;
        });
        return desks;
    }

    private static int streams(PackagedService instance) {
        return get(instance.management() + "/q/metrics").asString()
                .lines()
                .filter(line -> line.startsWith("claimdesk_live_streams "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    /** Attaches through the proxy; each act again with its key until it is acknowledged. @return what was attached */
    private List<String> attach(long claim, AtomicInteger acknowledged, AtomicInteger repeated) {
        List<String> attached = new ArrayList<>();
        int[] version = {0};
        for (int i = 0; i < ACTS; i++) {
            String citation = "Log of the harbor, page " + i;
            String key = UUID.randomUUID().toString();
            repeated.decrementAndGet();
            await().atMost(LATER)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(() -> {
                        repeated.incrementAndGet();
                        Response answer = as("rafael").contentType(ContentType.JSON)
                                .header("Idempotency-Key", key)
                                .header("If-Match", "\"" + version[0] + "\"")
                                .body(Map.of("kind", "REFERENCE", "stance", "CONTEXT", "citation", citation))
                                .post(instances.address() + "/api/v1/claims/" + claim + "/evidence");
                        assertThat(answer.statusCode()).isIn(201, 502);
                        if (answer.statusCode() == 201) {
                            version[0] = answer.jsonPath().getInt("claim.version");
                        }
                        return answer.statusCode() == 201;
                    });
            acknowledged.incrementAndGet();
            attached.add(citation);
        }
        return attached;
    }

    private List<String> listed(long claim, String what, String name) {
        return as("rafael").get(instances.address() + "/api/v1/claims/" + claim + "/" + what + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path(name);
    }

    /** No gap, no double, no entry left over, and the self-check has nothing to say. */
    private void theHistoryIsWhole() throws SQLException {
        try (Connection database = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_USER"), environment.get("CLAIMDESK_DB_PASSWORD"))) {
            await().atMost(SOON)
                    .pollInSameThread()
                    .until(() -> number(database, "select count(*) from unsequenced") == 0);
            assertThat(number(database, "select count(*) - count(distinct l.entry_id) + count(*) - count(distinct idx)"
                    + " + count(*) - 1 - max(idx) from entry e left join leaf l on l.entry_id = e.id")).isZero();
            assertThat(Soundness.findings(database)).isEmpty();
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Locator row(Page desk, long claim) {
        return desk.locator("ul.rows > li")
                .filter(new Locator.FilterOptions().setHas(desk.locator("a.button[href='/claims/" + claim + "']")));
    }
}
