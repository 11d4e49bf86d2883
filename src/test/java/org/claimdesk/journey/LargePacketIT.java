package org.claimdesk.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.local.Tokens.as;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import org.claimdesk.local.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An article of ten thousand claims, within a heap of 256 MB on either side. */
@OwnService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargePacketIT {

    private static final long MB = 1 << 20;
    private static final int CLAIMS = 10_000;
    private static final int EVERY = 20;
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path place;

    private final Newsroom newsroom;
    private Map<String, String> environment;
    private PackagedService service;

    LargePacketIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeAll
    void start() {
        environment = newsroom.servers().apart("large");
        // Five hundred links to nowhere would be tried, and tell of it in entries meanwhile.
        environment.put("CLAIMDESK_CAPTURE", "false");
        environment.putAll(PackagedService.AS_SHIPPED);
        service = newsroom.servers().service("large", environment);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aPacketOfTenThousandClaimsIsWrittenAndCheckedWithinTheMemory() throws IOException, SQLException {
        Cases cases = new Cases(service);
        StringBuilder text = new StringBuilder("Ten thousand boats\n");
        IntStream.rangeClosed(1, CLAIMS)
                .forEach(boat -> text.append("Boat ")
                        .append(boat)
                        .append(" carried ")
                        .append(10 + boat)
                        .append(" people.")
                        .append(boat % 4 == 0 ? '\n' : ' '));
        long article = cases.article(text.toString()).article();
        List<Integer> sentences = as("edith").get(api("/articles/" + article + "/revisions/1/sentences"))
                .jsonPath()
                .getList("number", Integer.class);
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(CLAIMS);
        List<Long> claims = as("edith").contentType(ContentType.JSON)
                .body(Map.of("revision", 1, "sentences", sentences.subList(1, 3), "assignee", cases.id("rafael")))
                .post(api("/articles/" + article + "/sentences/claims"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", Long.class);
        cases.verified(claims.get(1));
        Twins twins = new Twins(environment);
        twins.of(claims.get(0), claims.get(1), EVERY);
        await().atMost(SOON).until(() -> twins.waiting() == 0);
        long before = mostMemory();
        Path packet = place.resolve("packet.zip");
        long began = System.nanoTime();

        try (InputStream taken = as("stella").get(api("/articles/" + article + "/packet?content=true"))
                .then()
                .statusCode(200)
                .extract()
                .asInputStream()) {
            Files.copy(taken, packet);
        }

        long written = System.nanoTime();
        PackagedService.Ran ran = service.run("check-packet", packet.toString(), "--key", key());
        long checked = System.nanoTime();
        assertThat(ran.said()).contains("Whole and unaltered: article " + article, sentences.size() + " claims");
        assertThat(ran.code()).isZero();
        long most = mostMemory();
        System.out.printf(
                "A packet of %d claims: %d MB, written in %d s, checked in %d s; resident at most %d MB, %d before%n",
                sentences.size(), Files.size(packet) / MB, (written - began) / 1_000_000_000,
                (checked - written) / 1_000_000_000, most / MB, before / MB);
        assertThat(most).as("resident at most, in bytes").isLessThan(512 * MB);
    }

    private String api(String path) {
        return service.address() + "/api/v1" + path;
    }

    private String key() {
        return as("stella").get(api("/ledger/keys")).jsonPath().getString("[0].vkey");
    }

    private long mostMemory() throws IOException {
        String line = Files.readAllLines(Path.of("/proc", Long.toString(service.process().pid()), "status"))
                .stream()
                .filter(one -> one.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
    }
}
