package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.fetch.HostileServer.ascii;
import static org.claimdesk.local.Tokens.as;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.microsoft.playwright.options.FilePayload;
import io.restassured.path.json.JsonPath;
import org.claimdesk.fetch.HostileServer;
import org.claimdesk.local.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kills, a full disk and large bodies: what is acknowledged is whole, and nothing is there by half. */
@OwnService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledIT {

    private static final long MB = 1 << 20;
    private static final long LARGE = 200 * MB;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Newsroom newsroom;
    private Map<String, String> environment;
    private PackagedService service;
    private HostileServer site;
    private Cases cases;
    private Path evidence;

    KilledIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeAll
    void start() {
        site = HostileServer.start();
        environment = newsroom.servers().apart("killed");
        environment.put("CLAIMDESK_FETCH_ALLOWED", site.site());
        environment.putAll(PackagedService.AS_SHIPPED);
        evidence = Path.of(environment.get("CLAIMDESK_EVIDENCE_DIRECTORY"));
        service = newsroom.servers().service("killed", environment);
        cases = new Cases(service);
    }

    @AfterAll
    void stop() {
        try (HostileServer last = site; PackagedService first = service) {
            assertThat(first).isNotSameAs(last);
        }
    }

    @Test
    void aKillInTheMiddleOfAnUploadLeavesNothingByHalf() throws IOException {
        long claim = cases.assigned();
        try (Upload upload = Upload.begin(service, claim, 8 * MB)) {
            upload.send(4 * MB);
            await().atMost(SOON).until(() -> size("uploads") > 3 * MB);
            service.kill();
        }
        List<Path> left = files("uploads");
        assertThat(left).isNotEmpty();
        Files.setLastModifiedTime(left.get(0), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        service.start();

        assertThat(pieces(claim)).isEmpty();
        await().atMost(SOON).until(() -> Files.notExists(left.get(0)));
        assertThat(service.run("check-content").said()).contains("0 missing, 0 damaged, 0 orphaned");
        try (Upload again = Upload.begin(service, claim, 8 * MB)) {
            assertThat(again.finish()).startsWith("HTTP/1.1 201");
        }
        assertThat(pieces(claim)).hasSize(1);
    }

    @Test
    void whatWasAcknowledgedRightBeforeAKillIsThereAndWhole() throws IOException {
        long claim = cases.assigned();
        String digest;
        try (Upload upload = Upload.begin(service, claim, 5 * MB)) {
            assertThat(upload.finish()).startsWith("HTTP/1.1 201");
            digest = upload.digest();
            service.kill();
        }
        service.start();

        assertThat(pieces(claim)).containsExactly(digest);
        PackagedService.Ran check = service.run("check-content");
        assertThat(check.said()).contains("0 missing, 0 damaged, 0 orphaned");
        assertThat(check.code()).isZero();
        assertThat(service.run("check-content", "quick").said()).contains("there (not read), 0 missing");
    }

    @Test
    void aKillInTheMiddleOfACaptureIsFollowedByAnotherAttempt() throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        byte[] page = new byte[(int) (2 * MB)];
        site.on("/slow", out -> {
            out.write(ascii(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + page.length + "\r\n\r\n"));
            out.write(page, 0, page.length / 2);
            out.flush();
            if (asked.incrementAndGet() == 1) {
                killed.await();
            }
            out.write(page, page.length / 2, page.length / 2);
        });
        long claim = cases.assigned();
        long piece = link(claim, "/slow");
        await().atMost(SOON).until(() -> capture(claim, piece).getLong("[0].fetched") == MB);

        service.kill();
        killed.countDown();
        // A minute later: then whoever had it is thought dead. Said before the start, which may itself take a minute.
        sql("update capture set lease_until = now() - interval '1 second' where state = 'RUNNING'");
        service.start();

        await().atMost(SOON).until(() -> capture(claim, piece).getString("[0].state").equals("DONE"));
        assertThat(capture(claim, piece).getList("")).hasSize(1);
        assertThat(capture(claim, piece).getInt("[0].attempts")).isEqualTo(2);
        assertThat(capture(claim, piece).getLong("[0].size")).isEqualTo(2 * MB);
        assertThat(captureEntries(claim)).isEqualTo(1);
    }

    /** The limit on the size of files does to a write what a full disk does, at a place of our choosing. */
    @Test
    void aFullDiskIsSaidEverywhereAndTheServiceGoesOn(Staff staff) throws Exception {
        long claim = cases.assigned();
        site.on("/large", "200 OK\r\nContent-Type: text/plain", new byte[(int) (4 * MB)]);
        Colleague rafael = staff.at(service.address(), browser -> {}).signsIn("rafael").opens("/claims/" + claim);
        List<Path> before = files("");
        room(3 * MB);
        try {
            try (Upload upload = Upload.begin(service, claim, 5 * MB)) {
                assertThat(upload.finish()).startsWith("HTTP/1.1 503").contains("The store of files is full");
            }
            long piece = link(claim, "/large");
            await().atMost(SOON).until(() -> capture(claim, piece).getString("[0].failure") != null);
            assertThat(capture(claim, piece).getString("[0].failure")).contains("The store of files is full");
            assertThat(capture(claim, piece).getString("[0].state")).isEqualTo("WAITING");
            rafael.fills("file", "note", "Typed with care.", "stance", "SUPPORTS");
            rafael.field("file", "file")
                    .setInputFiles(new FilePayload("scan.bin", "application/octet-stream",
                            new byte[(int) (5 * MB)]));
            rafael.sendsInVain("file", 503);
            assertThat(rafael.page().locator("main")).containsText("The store of files is full");
            await().atMost(SOON).untilAsserted(() -> assertThat(files("")).containsExactlyElementsOf(before));
            try (Upload small = Upload.begin(service, claim, MB)) {
                assertThat(small.finish()).startsWith("HTTP/1.1 201");
            }
        } finally {
            room(-1);
        }
        rafael.opens("/claims/" + claim).unfolds("file");
        assertThat(rafael.field("file", "note")).hasValue("Typed with care.");
        try (Upload upload = Upload.begin(service, claim, 5 * MB)) {
            assertThat(upload.finish()).startsWith("HTTP/1.1 201");
        }
    }

    /** Within a heap of 256 MB. */
    @Test
    void twoHundredMegabytesStayOutOfMemory() throws IOException {
        long claim = cases.assigned();
        site.on("/tape", out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: " + LARGE + "\r\n\r\n"));
            zeros(out, LARGE);
        });
        long piece = link(claim, "/tape");
        try (Upload upload = Upload.begin(service, claim, LARGE)) {
            assertThat(upload.finish()).startsWith("HTTP/1.1 201");
            assertThat(pieces(claim)).contains(upload.digest());
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> capture(claim, piece).getString("[0].state").equals("DONE"));
        assertThat(capture(claim, piece).getLong("[0].size")).isEqualTo(LARGE);
        assertThat(get(service.management() + "/q/health/ready").statusCode()).isEqualTo(200);
        long most = mostMemory();
        assertThat(most).as("resident at most, in bytes").isLessThan(512 * MB);
        System.out.printf("A 200 MB upload beside a 200 MB capture: %d MB resident at most%n", most / MB);
    }

    private static void zeros(OutputStream out, long size) throws IOException {
        byte[] piece = new byte[(int) MB];
        for (long left = size; left > 0; left -= MB) {
            out.write(piece);
        }
    }

    private long link(long claim, String path) {
        cases.act("rafael", claim, "evidence",
                Map.of("kind", "LINK", "stance", "SUPPORTS", "address", site.address(path)));
        List<Integer> ids = evidence(claim).getList("findAll { it.kind == 'LINK' }.id");
        return ids.get(ids.size() - 1);
    }

    private JsonPath evidence(long claim) {
        return as("rafael").get(service.address() + "/api/v1/claims/" + claim + "/evidence").jsonPath();
    }

    /** The digests of its files. */
    private List<String> pieces(long claim) {
        return evidence(claim).getList("findAll { it.kind == 'FILE' }.digest");
    }

    private JsonPath capture(long claim, long piece) {
        return as("rafael").get(service.address() + "/api/v1/claims/" + claim + "/evidence/" + piece)
                .jsonPath()
                .setRootPath("captures");
    }

    private List<Path> files(String under) throws IOException {
        if (Files.notExists(evidence.resolve(under))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(evidence.resolve(under))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private long size(String under) throws IOException {
        long size = 0;
        for (Path file : files(under)) {
            size += Files.size(file);
        }
        return size;
    }

    /** @param bytes that a file of the service may have from now on; -1 for no limit */
    private void room(long bytes) throws IOException, InterruptedException {
        String limit = bytes < 0 ? "unlimited" : Long.toString(bytes);
        Process done = new ProcessBuilder("prlimit", "--pid", Long.toString(service.process().pid()),
                "--fsize=" + limit + ":unlimited").inheritIO().start();
        assertThat(done.waitFor()).isZero();
    }

    private long mostMemory() throws IOException {
        String line = Files.readAllLines(Path.of("/proc", Long.toString(service.process().pid()), "status"))
                .stream()
                .filter(one -> one.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
    }

    private int captureEntries(long claim) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from entry where act = 'CAPTURE'"
                        + " and article_id = (select article_id from claim where id = " + claim + ")")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void sql(String change) throws SQLException {
        try (Connection connection = database(); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"), environment.get("CLAIMDESK_DB_USER"),
                environment.get("CLAIMDESK_DB_PASSWORD"));
    }
}
