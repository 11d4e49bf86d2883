package org.claimdesk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Everything that goes wrong between the service and a bucket. */
@ExtendWith(S3Server.Shared.class)
class BucketFaultsTest {

    private static final String CONTENT = "A large scan. ~~~ " + "0123456789".repeat(30_000);

    private final S3Server server;
    @TempDir
    Path directory;
    private Relay wire;
    private String bucket;
    private Incoming incoming;
    private Shelf shelf;
    private ContentStore store;

    BucketFaultsTest(S3Server server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        wire = new Relay(server.port());
        bucket = server.bucket();
        incoming = new Incoming(directory);
        reopen(bucket, wire.address());
    }

    private void reopen(String name, URI address) {
        if (shelf != null) {
            shelf.close();
        }
        shelf = new BucketShelf(Bucket.client(S3Server.settings(name, address)), name, incoming, Clock.systemUTC());
        store = new ContentStore(shelf, incoming, new MemorySizeConverter().convert("1M"));
    }

    @AfterEach
    void close() {
        shelf.close();
        wire.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "BREAKS_OFF", "FALSIFIES", "REFUSES"})
    void whatCannotBeKeptWholeIsNotKeptAndIsSaid(Relay.Mood mood) throws IOException {
        wire.now(mood);
        long before = System.nanoTime();

        Problem problem = catchThrowableOfType(Problem.class, this::keep);

        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(problem).hasMessage(
                "The store of files cannot be reached. Nothing was kept; try again in a moment.");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        assertThat(text(problem)).contains("bucket " + bucket).doesNotContain(S3Server.SECRET);
        assertThat(files()).isEmpty();
        wire.now(Relay.Mood.PASSES);
        assertThat(shelf.all()).isEmpty();
        assertThat(read(keep().digest())).isEqualTo(CONTENT);
    }

    @Test
    void aServerThatIsGoneIsSaid() throws IOException {
        wire.close();

        assertThat(catchThrowableOfType(Problem.class, this::keep)).hasMessageContaining("cannot be reached");
        assertThatThrownBy(shelf::check).isInstanceOf(IOException.class).hasMessageContaining("cannot be reached");
        assertThatThrownBy(shelf::all).isInstanceOf(IOException.class);
        assertThat(catchThrowableOfType(Problem.class, () -> store.open(digest())))
                .hasMessageContaining("cannot be read");
        assertThat(files()).isEmpty();
    }

    @Test
    void aBucketThatDoesNotExistIsSaid() throws IOException {
        reopen("nobody-made-this", wire.address());

        assertThat(catchThrowableOfType(Problem.class, this::keep)).hasMessageContaining("cannot be reached");
        assertThatThrownBy(shelf::check).hasMessageContaining("there is no such bucket");
        assertThatThrownBy(shelf::all).hasMessageContaining("there is no such bucket");
        assertThat(files()).isEmpty();
    }

    @Test
    void aLookWhetherASilentServerIsThereIsShort() {
        wire.now(Relay.Mood.SILENT);
        long before = System.nanoTime();

        assertThatThrownBy(shelf::check).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Bucket.LOOK.plusSeconds(2));
    }

    @Test
    void theServerIsToldTheDigestAndNeverTheSecret() throws IOException {
        keep();

        assertThat(wire.sent()).contains("Credential=" + S3Server.KEY + "/")
                .contains("/" + S3Server.REGION + "/s3/aws4_request")
                .containsIgnoringCase("x-amz-checksum-sha256: ")
                .contains("PUT /" + bucket + "/" + digest().substring(0, 2) + "/" + digest())
                .doesNotContain(S3Server.SECRET);
    }

    @Test
    void theSameContentIsSentOnce() throws IOException {
        keep();
        keep();

        assertThat(wire.sent().split("PUT /" + bucket, -1)).hasSize(2);
    }

    @Test
    void whatIsDamagedAtTheServerIsNotReadToItsEndNorCopied() throws IOException {
        String digest = keep().digest();
        Files.writeString(server.onDisk(bucket, CONTENT.getBytes(StandardCharsets.UTF_8)), CONTENT.replace('~', '#'));

        assertThatThrownBy(() -> read(digest)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        assertThat(catchThrowableOfType(Problem.class, () -> store.find(digest)).kind())
                .isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(Examination.sound(shelf, digest)).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForWhole() throws IOException {
        String digest = keep().digest();
        wire.now(Relay.Mood.CUTS_ANSWERS);

        assertThatThrownBy(() -> read(digest)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Examination.sound(shelf, digest)).isInstanceOf(IOException.class);
        wire.now(Relay.Mood.PASSES);
        assertThat(read(digest)).isEqualTo(CONTENT);
    }

    @Test
    void whatIsNotReadToItsEndIsBrokenOff() throws IOException {
        String digest = keep().digest();

        for (int i = 0; i < 100; i++) {
            try (InputStream content = store.open(digest).orElseThrow()) {
                assertThat(content.read()).isEqualTo('A');
            }
        }
    }

    @Test
    void aCopyForThisMachineIsMadeOnce() throws IOException {
        String digest = keep().digest();

        Path copy = store.find(digest).orElseThrow();

        assertThat(copy).hasContent(CONTENT);
        wire.close();
        assertThat(store.find(digest)).contains(copy);
    }

    @Test
    void moreThanAPageIsListed() throws Exception {
        int many = 1_050;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (S3Client client = Bucket.client(server.settings(bucket))) {
            List<Future<Object>> all = threads
                    .invokeAll(IntStream.range(0, many).<Callable<Object>>mapToObj(i -> () -> {
                        String name = "%064x".formatted(i);
                        return client.putObject(put -> put.bucket(bucket).key(Digest.place(name)),
                                RequestBody.fromString("x"));
                    }).toList());
            for (Future<Object> one : all) {
                one.get();
            }
            client.putObject(put -> put.bucket(bucket).key("notes/read-me.txt"), RequestBody.fromString("no content"));
        } finally {
            threads.shutdownNow();
        }

        assertThat(shelf.all()).hasSize(many).containsEntry("%064x".formatted(many - 1), 1L);
    }

    @Test
    void aDirectoryIsTakenOverIntoTheBucketOnceAndWithoutWhatIsDamaged() throws IOException {
        ContentStore before = new ContentStore(new DirectoryShelf(directory), incoming,
                new MemorySizeConverter().convert("1M"));
        String one = keep(before, "one").digest();
        String two = keep(before, "two").digest();
        String broken = keep(before, "broken").digest();
        Files.writeString(before.find(broken).orElseThrow(), "brokem");
        Copying copying = new Copying(shelf, directory);

        assertThat(copying.copy()).isEqualTo(new Copying.Copied(2, 0, Set.of(broken)));
        assertThat(copying.copy()).isEqualTo(new Copying.Copied(0, 2, Set.of(broken)));

        assertThat(shelf.all()).containsOnlyKeys(one, two);
        assertThat(read(two)).isEqualTo("two");
        assertThat(before.find(one)).isPresent();
    }

    @Test
    void withoutABucketThereIsNothingToTakeOver() {
        assertThatThrownBy(() -> new Copying(new DirectoryShelf(directory), directory).copy())
                .hasMessageContaining("CLAIMDESK_S3_BUCKET");
    }

    private Stored keep() throws IOException {
        return keep(store, CONTENT);
    }

    private static Stored keep(ContentStore where, String content) throws IOException {
        return where.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "scan.txt");
    }

    private String digest() {
        return HexFormat.of().formatHex(Sha256.of(CONTENT.getBytes(StandardCharsets.UTF_8)));
    }

    private String read(String digest) throws IOException {
        try (InputStream content = store.open(digest).orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
