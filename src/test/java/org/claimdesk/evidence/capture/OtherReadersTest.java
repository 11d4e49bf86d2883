package org.claimdesk.evidence.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.fetch.HostileServer.ascii;
import static org.claimdesk.fetch.HostileServer.gzip;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.preview.Specimens;
import org.claimdesk.fetch.Limits;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jwat.common.Diagnosis;
import org.jwat.warc.WarcReader;
import org.jwat.warc.WarcReaderFactory;
import org.jwat.warc.WarcRecord;
import org.netpreserve.jwarc.tools.ValidateTool;

/** Our WARC files before the judge of the library that wrote them, and before a reader of another make (JWAT). */
@NewsroomTest
class OtherReadersTest {

    @Inject
    Bed bed;
    @Inject
    ContentStore store;
    @TempDir
    Path directory;

    private Taken redirectedPage() {
        String from = bed.path();
        String to = bed.path();
        bed.site().on(from, "302 Found\r\nLocation: " + to, "moved".getBytes(UTF_8));
        bed.site()
                .on(to, "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
                        gzip("<h1>The log</h1><p>Eleven boats.".getBytes(UTF_8)));
        return bed.taking().take(bed.site().address(from), Limits.CAPTURE, bytes -> {});
    }

    private Taken chunkedFile() {
        String path = bed.path();
        byte[] pdf = Specimens.pdf("Eleven");
        bed.site().on(path, out -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(pdf.length) + "\r\n"));
            out.write(pdf);
            out.write(ascii("\r\n0\r\n\r\n"));
        });
        return bed.taking().take(bed.site().address(path), Limits.CAPTURE, bytes -> {});
    }

    private Path file(Taken taken) throws Exception {
        return Files.copy(store.find(taken.warc().digest()).orElseThrow(), directory.resolve("capture.warc.gz"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theyAreValid() throws Exception {
        for (Taken taken : List.of(redirectedPage(), chunkedFile())) {
            assertThat(judged(file(taken))).isEmpty();
        }
    }

    /** So that the judge is known to judge. */
    @Test
    void oneThatIsDamagedIsNot() throws Exception {
        Path file = file(redirectedPage());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);

        assertThat(judged(file)).isNotEmpty();
    }

    /** What {@code jwarc validate} says where it ends with a failure; else nothing. */
    private static String judged(Path file) throws Exception {
        Path jwarc = Path.of(ValidateTool.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Process validate = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                jwarc.toString(), ValidateTool.class.getName(), "--verbose", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(validate.getInputStream().readAllBytes(), UTF_8);
        assertThat(said).as("it has looked at the file").contains(file.getFileName().toString());
        return validate.waitFor() == 0 ? "" : "not valid: " + said;
    }

    @Test
    void aReaderOfAnotherMakeReadsAllRecordsAndFindsTheirDigests() throws Exception {
        for (Map.Entry<Taken, List<String>> expected : Map.of(redirectedPage(),
                List.of("warcinfo", "response", "request", "response", "request", "metadata"), chunkedFile(),
                List.of("warcinfo", "response", "request", "metadata")).entrySet()) {
            List<String> kinds = new ArrayList<>();
            String payload = null;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file(expected.getKey())))) {
                WarcReader reader = WarcReaderFactory.getReader(in);
                reader.setBlockDigestEnabled(true);
                reader.setPayloadDigestEnabled(true);
                for (WarcRecord record = reader.getNextRecord(); record != null; record = reader.getNextRecord()) {
                    record.close();
                    kinds.add(record.header.warcTypeStr);
                    assertThat(record.diagnostics.getErrors()).extracting(OtherReadersTest::words).isEmpty();
                    assertThat(record.isCompliant()).isTrue();
                    if (record.header.warcTypeStr.equals("response")) {
                        assertThat(record.isValidBlockDigest).isTrue();
                        assertThat(record.isValidPayloadDigest).isTrue();
                        payload = HexFormat.of().formatHex(record.header.warcPayloadDigest.digestBytes);
                    }
                }
                assertThat(reader.isCompliant()).isTrue();
            }
            assertThat(kinds).isEqualTo(expected.getValue());
            assertThat(payload).isEqualToIgnoringCase(expected.getKey().digest());
        }
    }

    private static String words(Diagnosis diagnosis) {
        return diagnosis.type + " " + diagnosis.entity + " " + List.of(diagnosis.information);
    }
}
