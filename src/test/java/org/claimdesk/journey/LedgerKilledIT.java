package org.claimdesk.journey;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.claimdesk.ledger.tree.Bulk;
import org.claimdesk.local.PackagedService;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.Logs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kills while entries get their indices: no gap, no double, no reordering, and nothing that was published is taken back. */
@OwnService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerKilledIT {

    private static final int KILLS = 3;
    private static final int MANY = 20_000;
    private static final int WRITERS = 2;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Newsroom newsroom;
    private final List<List<Long>> committed = new ArrayList<>();
    private final List<Checkpoint> published = new ArrayList<>();
    private Map<String, String> environment;
    private PackagedService service;
    private Log log;

    LedgerKilledIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeAll
    void start() {
        environment = newsroom.servers().apart("ledger_killed");
        environment.put("CLAIMDESK_LEDGER_PUBLIC", "true");
        environment.put("CLAIMDESK_CAPTURE", "false");
        service = newsroom.servers().service("ledger-killed", environment);
        log = Log.of(service);
        new Cases(service).article();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void killedAgainAndAgainInTheMiddleOfIntegrating() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            long claim = new Cases(service).assigned();
            acknowledged.put(claim, 0L);
            writers.add(threads.submit(() -> attach(claim, writing, acknowledged)));
        }
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Map<Long, Long> before = Map.copyOf(acknowledged);
                await().atMost(LATER)
                        .until(() -> before.entrySet()
                                .stream()
                                .allMatch(claim -> acknowledged.get(claim.getKey()) > claim.getValue()));
                muchWaits();
                service.kill();
                assertThat(number("select count(*) from unsequenced")).as("it was in the middle of them").isPositive();
                service.start();
            }
        } finally {
            writing.set(false);
            threads.shutdown();
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        List<byte[]> entries = theTreeIsWhole(log);
        acknowledged.forEach((claim, version) -> assertThat(versions(entries, claim))
                .as("the acts on claim %d, of which %d are acknowledged", claim, version)
                .hasSizeGreaterThan(version.intValue())
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0L));
    }

    @Test
    void oneOfTwoIsKilledAndTheOtherGoesOnAtOnce() throws Exception {
        try (PackagedService second = newsroom.servers().service("ledger-second", environment)) {
            for (PackagedService killed : List.of(service, second)) {
                Log other = new Log(killed == service ? second : service, log.key());
                muchWaits();
                killed.kill();
                long begun = System.nanoTime();
                long size = other.checkpoint().size();

                await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(() -> other.checkpoint().size() > size);

                System.out.printf("The other instance has gone on after %d ms%n",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis());
                theTreeIsWhole(other);
                killed.start();
            }
        }
    }

    /** Entries wait, their integration has begun, and what it has published is noted down. */
    private void muchWaits() throws SQLException {
        long before = log.checkpoint().size();
        try (Connection connection = database()) {
            connection.setAutoCommit(false);
            List<Long> ids = Bulk.write(connection, MANY);
            connection.commit();
            committed.add(ids);
        }
        await().pollInterval(Duration.ofMillis(5))
                .atMost(SOON)
                .until(log::checkpoint, checkpoint -> checkpoint.size() > before + WRITERS * 100);
        published.add(log.checkpoint());
    }

    /** Attaches until told to stop, whatever happens to the service meanwhile, and notes each version acknowledged. */
    private void attach(long claim, AtomicBoolean writing, Map<Long, Long> acknowledged) {
        String address = service.address() + "/api/v1/claims/" + claim;
        while (writing.get()) {
            try {
                Response done = as("rafael").contentType(ContentType.JSON)
                        .header("If-Match", as("rafael").get(address).header("ETag"))
                        .body(Map.of("kind", "LINK", "stance", "CONTEXT", "address", "https://harbor.example/log"))
                        .post(address + "/evidence");
                acknowledged.put(claim, done.then().statusCode(201).extract().jsonPath().getLong("claim.version"));
            } catch (Exception killed) {
                await().atMost(LATER)
                        .ignoreExceptions()
                        .until(() -> get(service.management() + "/q/health/ready").statusCode() == 200);
            }
        }
    }

    /** All there is is in it, in the order of its commits; what was published before still holds. @return the entries */
    private List<byte[]> theTreeIsWhole(Log log) throws SQLException {
        await().atMost(LATER).until(() -> number("select count(*) from unsequenced") == 0);
        Checkpoint newest = log.checkpoint();
        List<byte[]> entries = log.entries(newest.size());
        List<Hash> leaves = entries.stream().map(Hash::leaf).toList();
        Map<Long, Integer> indices = new HashMap<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select e.id, e.body from entry e left join leaf l on l.entry_id = e.id order by l.idx")) {
            while (rows.next()) {
                int index = indices.size();
                assertThat(index).as("an index for each entry").isLessThan(entries.size());
                assertThat(new String(entries.get(index), UTF_8)).isEqualTo(rows.getString(2));
                indices.put(rows.getLong(1), index);
            }
        }
        assertThat(indices).as("each entry once, and nothing else").hasSize((int) newest.size());
        assertThat(newest.root()).isEqualTo(Logs.root(leaves));
        log.tilesAreThoseOf(leaves);
        published.forEach(seen -> log.hasGrownFrom(seen, newest));
        Integer before = -1;
        for (List<Long> batch : committed) {
            List<Integer> taken = batch.stream().map(indices::get).toList();
            assertThat(taken).doesNotContainNull().isSorted();
            assertThat(taken.get(0)).as("after what was committed before it").isGreaterThan(before);
            before = taken.get(taken.size() - 1);
        }
        return entries;
    }

    private static List<Long> versions(List<byte[]> entries, long claim) {
        String named = "\"claim\":" + claim + ",";
        return entries.stream()
                .map(entry -> new String(entry, UTF_8))
                .filter(entry -> entry.contains(named))
                .map(entry -> JsonPath.from(entry).getLong("version"))
                .toList();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_USER"),
                environment.get("CLAIMDESK_DB_PASSWORD"));
    }
}
