package org.claimdesk.evidence.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.fetch.HostileServer.ascii;
import static org.claimdesk.fetch.HostileServer.gzip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.sun.management.ThreadMXBean;
import jakarta.inject.Inject;
import org.claimdesk.content.ContentStore;
import org.claimdesk.fetch.Limits;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/** The WARC as a reader of another project finds it. */
@NewsroomTest
class WarcTest {

    @Inject
    Bed bed;
    @Inject
    ContentStore store;

    @Test
    void theWholeWayStandsInItWithDigests() throws Exception {
        String from = bed.path();
        String to = bed.path();
        byte[] page = gzip("<h1>The log</h1><p>Eleven boats came at night.".getBytes(UTF_8));
        bed.site().on(from, "302 Found\r\nLocation: " + to, "<a>moved</a>".getBytes(UTF_8));
        bed.site().on(to, "200 OK\r\nX-Odd:   spaces  \r\nContent-Type: text/html\r\nContent-Encoding: gzip", page);

        Taken taken = bed.taking().take(bed.site().address(from), Limits.CAPTURE, bytes -> {});
        Path file = store.find(taken.warc().digest()).orElseThrow();

        assertThat(sha256(Files.readAllBytes(file))).isEqualTo(taken.warc().digest());
        assertThat(taken.digest()).isEqualTo(sha256(page));
        List<String> kinds = new ArrayList<>();
        List<WarcResponse> responses = new ArrayList<>();
        try (WarcReader reader = new WarcReader(file)) {
            for (WarcRecord record : reader) {
                kinds.add(record.type());
                assertThat(record.date()).isNotNull();
                if (record instanceof WarcResponse response) {
                    responses.add(response);
                    assertThat(response.ipAddress().orElseThrow().isLoopbackAddress()).isTrue();
                    byte[] block = response.body().stream().readAllBytes();
                    assertThat(response.blockDigest().orElseThrow().hex()).isEqualToIgnoringCase(sha256(block));
                    if (responses.size() == 2) {
                        assertThat(new String(block, 0, block.length - page.length, UTF_8))
                                .startsWith("HTTP/1.1 200 OK\r\nX-Odd:   spaces")
                                .endsWith("\r\n\r\n");
                    }
                } else if (record instanceof WarcRequest request) {
                    assertThat(request.concurrentTo()).containsExactly(responses.get(responses.size() - 1).id());
                    String sent = new String(request.body().stream().readAllBytes(), UTF_8);
                    assertThat(sent).startsWith("GET /capture-").endsWith("\r\n\r\n");
                    assertThat(bed.site().asked()).containsAll(sent.strip().lines().toList());
                } else if (record instanceof WarcMetadata metadata) {
                    String words = new String(metadata.body().stream().readAllBytes(), UTF_8);
                    assertThat(words).contains("redirected-from: " + bed.site().address(from))
                            .contains("readable-text-digest: sha256:" + sha256(taken.text().bytes()))
                            .doesNotContain("rafael");
                    assertThat(metadata.concurrentTo()).containsExactly(responses.get(1).id());
                } else {
                    assertThat(record).isInstanceOf(Warcinfo.class);
                }
            }
        }
        assertThat(kinds).containsExactly("warcinfo", "response", "request", "response", "request", "metadata");
        assertThat(responses.get(0).target()).isEqualTo(bed.site().address(from));
    }

    @Test
    void thePayloadIsTheBodyAsItCame() throws IOException {
        String path = bed.path();
        byte[] page = gzip("<p>Eleven boats.".getBytes(UTF_8));
        bed.site().on(path, out -> {
            out.write(ascii(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(page.length) + "\r\n"));
            out.write(page);
            out.write(ascii("\r\n0\r\n\r\n"));
        });

        Taken taken = bed.taking().take(bed.site().address(path), Limits.CAPTURE, bytes -> {});

        assertThat(taken.digest()).isEqualTo(sha256(page));
        try (WarcReader reader = new WarcReader(store.find(taken.warc().digest()).orElseThrow())) {
            reader.next();
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.payloadDigest().orElseThrow().hex()).isEqualToIgnoringCase(taken.digest());
            byte[] body = response.http().body().stream().readAllBytes();
            assertThat(sha256(body)).isEqualTo(taken.digest());
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                assertThat(unpacked.readAllBytes()).asString(UTF_8).isEqualTo("<p>Eleven boats.");
            }
        }
    }

    /** What comes is written at once: of 200 MB hardly more is ever in memory than of a page. */
    @Test
    void twoHundredMegabytesAreNeverInMemory() throws Exception {
        String path = bed.path();
        int size = 200 << 20;
        bed.site().on(path, out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: " + size + "\r\n\r\n"));
            byte[] chunk = new byte[1 << 16];
            for (int sent = 0; sent < size; sent += chunk.length) {
                out.write(chunk);
            }
        });
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory
                .getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        Taken taken = bed.taking().take(bed.site().address(path), Limits.CAPTURE, bytes -> {});

        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(taken.size()).isEqualTo(size);
        assertThat(taken.text().missing()).contains("larger than");
        // All that was ever asked for, collected or not: the start that text is read from, twice, and buffers.
        assertThat(allocated).isLessThan(64L << 20);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
