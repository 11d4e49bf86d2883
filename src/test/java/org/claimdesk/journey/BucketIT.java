package org.claimdesk.journey;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.local.Tokens.as;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.response.Response;
import org.claimdesk.content.S3Server;
import org.claimdesk.content.Sha256;
import org.claimdesk.local.PackagedService;
import org.junit.jupiter.api.Test;

/** A newsroom moves its files from a directory to S3-compatible storage, and that goes away for a while. */
@OwnService
class BucketIT {

    private static final long MB = 1 << 20;
    private static final Duration A_PREVIEW = Duration.ofMinutes(1);

    private final Newsroom newsroom;

    BucketIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void fromADirectoryToABucketAndThroughItsAbsence() throws IOException {
        Map<String, String> directory = newsroom.servers().apart("bucket");
        Path evidence = Path.of(directory.get("CLAIMDESK_EVIDENCE_DIRECTORY"));
        long claim;
        String before;
        try (PackagedService service = newsroom.servers().service("directory", directory)) {
            claim = new Cases(service).assigned();
            before = sent(service, claim, 2 * MB, 201);
        }
        List<String> there = files(evidence);
        try (S3Server storage = S3Server.start(Path.of("target", "s3", "server-it"))) {
            Map<String, String> bucket = new HashMap<>(directory);
            bucket.put("CLAIMDESK_S3_BUCKET", storage.bucket());
            bucket.put("CLAIMDESK_S3_ENDPOINT", storage.address().toString());
            bucket.put("CLAIMDESK_S3_REGION", S3Server.REGION);
            bucket.put("CLAIMDESK_S3_KEY", S3Server.KEY);
            bucket.put("CLAIMDESK_S3_SECRET", S3Server.SECRET);
            bucket.put("CLAIMDESK_S3_PATH_STYLE", "true");
            try (PackagedService service = newsroom.servers().service("bucket", bucket)) {
                PackagedService.Ran missing = service.run("check-content");
                assertThat(missing.code()).isEqualTo(2);
                assertThat(missing.said()).contains("missing   " + before);
                PackagedService.Ran copied = service.run("copy-content");
                assertThat(copied.code()).as(copied.said()).isZero();
                assertThat(copied.said()).contains("0 damaged and left out");
                String after = sent(service, claim, 3 * MB, 201);
                everythingIsThere(service, claim, List.of(before, after));
                assertThat(service.run("check-content").said()).contains("0 missing, 0 damaged, 0 orphaned");

                storage.kill();
                sent(service, claim, MB, 503);
                assertThat(download(service, claim, after).statusCode()).isEqualTo(503);
                assertThat(well(service)).isEqualTo("DOWN");
                assertThat(get(service.management() + "/q/health/ready").statusCode()).isEqualTo(200);
                PackagedService.Ran away = service.run("check-content");
                assertThat(away.code()).isEqualTo(1);
                assertThat(away.said()).contains("the storage cannot be reached").doesNotContain(S3Server.SECRET);

                storage.start();
                assertThat(well(service)).isEqualTo("UP");
                everythingIsThere(service, claim, List.of(before, after));
                assertThat(service.said()).doesNotContain(S3Server.SECRET);
                // A preview may be in the making, from a copy in a directory of its own that goes with it.
                await().atMost(A_PREVIEW)
                        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                        .untilAsserted(() -> assertThat(files(evidence))
                                .filteredOn(name -> !name.startsWith("copy-"))
                                .as("copies of what was looked at aside")
                                .containsExactlyInAnyOrderElementsOf(there));
            }
            bucket.remove("CLAIMDESK_S3_SECRET");
            PackagedService.Ran refused = newsroom.servers().run("check-content", bucket);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said()).contains("CLAIMDESK_S3_SECRET is missing");
        }
    }

    private static String sent(PackagedService service, long claim, long size, int status) throws IOException {
        try (Upload upload = Upload.begin(service, claim, size)) {
            assertThat(upload.finish()).startsWith("HTTP/1.1 " + status);
            return upload.digest();
        }
    }

    private static void everythingIsThere(PackagedService service, long claim, List<String> digests) {
        for (String digest : digests) {
            Response content = download(service, claim, digest);
            assertThat(content.statusCode()).isEqualTo(200);
            assertThat(HexFormat.of().formatHex(Sha256.of(content.asByteArray()))).isEqualTo(digest);
        }
    }

    private static Response download(PackagedService service, long claim, String digest) {
        int piece = as("rafael").get(service.address() + "/api/v1/claims/" + claim + "/evidence")
                .jsonPath()
                .getInt("find { it.digest == '" + digest + "' }.id");
        return as("rafael").get(service.address() + "/api/v1/evidence/" + piece + "/content");
    }

    private static String well(PackagedService service) {
        return get(service.management() + "/q/health/well").jsonPath()
                .getString("checks.find { it.name == 'Store of files' }.status");
    }

    /** The names of all files under it. */
    private static List<String> files(Path evidence) throws IOException {
        try (Stream<Path> all = Files.walk(evidence)) {
            return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        }
    }
}
