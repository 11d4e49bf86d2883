package org.claimdesk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place for content does, whichever is chosen. */
abstract class ContentStoreContract {

    static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final int MOST = 1 << 20;

    @TempDir
    Path directory;
    Shelf shelf;
    ContentStore store;

    abstract Shelf shelf(Path evidence, Incoming incoming);

    @BeforeEach
    void open() {
        Path evidence = directory.resolve("evidence");
        Incoming incoming = new Incoming(evidence);
        shelf = shelf(evidence, incoming);
        store = new ContentStore(shelf, incoming, new MemorySizeConverter().convert("1M"));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    /** The known answers of FIPS 180-4. */
    @ParameterizedTest
    @CsvSource({"abc," + ABC,
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"})
    void contentIsKeptByItsSha256(String content, String digest) throws IOException {
        Stored stored = keep(content, "note.txt");

        assertThat(stored).isEqualTo(new Stored(digest, content.length(), "text/plain"));
        assertThat(store.find(digest)).hasValueSatisfying(file -> assertThat(file).hasContent(content));
        assertThat(read(digest)).isEqualTo(content);
    }

    @Test
    void aMillionLettersAreReadInPieces() throws IOException {
        InputStream million = new ByteArrayInputStream("a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 777));
            }
        };

        assertThat(store.keep(million, "a.txt").digest())
                .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        keep("abc", "one.txt");

        assertThat(keep("abc", "two.txt").digest()).isEqualTo(ABC);
        assertThat(shelf.all()).containsExactly(entry(ABC, 3L));
        assertThat(drafts()).isEmpty();
    }

    @Test
    void whatWasMadeHereBitByBitIsKeptAndTheDraftIsGone() throws IOException {
        Path draft = Files.writeString(store.draft(), "abc");

        assertThat(store.keep(draft, "text/plain")).isEqualTo(new Stored(ABC, 3, "text/plain"));
        assertThat(read(ABC)).isEqualTo("abc");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void contentOfEverySizeAroundAPieceIsReadWhole() throws IOException {
        for (int size : new int[]{1, 65_535, 65_536, 65_537, 131_072, 200_000}) {
            String content = "x".repeat(size);
            assertThat(read(keep(content, "x.txt").digest())).isEqualTo(content);
        }
    }

    @Test
    void allIsListedWithItsSize() throws IOException {
        Stored one = keep("one", "a.txt");
        Stored three = keep("three", "b.txt");

        assertThat(shelf.all()).containsOnly(entry(one.digest(), 3L), entry(three.digest(), 5L));
        assertThat(shelf.size(three.digest())).hasValue(5);
        assertThat(shelf.size(ABC)).isEmpty();
    }

    @Test
    void itIsWell() {
        assertThatNoException().isThrownBy(shelf::check);
    }

    @Test
    void manyAtOnceWithTheSameContentKeepItWhole() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<Stored>> all = many
                    .invokeAll(IntStream.range(0, 40)
                            .<Callable<Stored>>mapToObj(
                                    i -> () -> keep("abc", "file" + i))
                            .toList());
            for (Future<Stored> one : all) {
                assertThat(one.get().digest()).isEqualTo(ABC);
            }
        } finally {
            many.shutdownNow();
        }
        assertThat(shelf.all()).containsExactly(entry(ABC, 3L));
        assertThat(read(ABC)).isEqualTo("abc");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void theLargestFileIsTakenAndOneByteMoreIsNot() throws IOException {
        assertThat(store.most()).isEqualTo(MOST);
        assertThat(store.keep(new ByteArrayInputStream(new byte[MOST]), "full.bin").size()).isEqualTo(MOST);

        Problem problem = catchThrowableOfType(Problem.class,
                () -> store.keep(new ByteArrayInputStream(new byte[MOST + 1]), "over.bin"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(problem).hasMessageContaining("1 MB");
        assertThat(shelf.all()).hasSize(1);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void aFileWithoutEndIsRefusedSoonAfterTheLimitAndLeavesNothing() throws IOException {
        Endless endless = new Endless();

        assertThat(catchThrowableOfType(Problem.class, () -> store.keep(endless, "endless.bin")).kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(endless.read).isLessThan(2L * MOST);
        assertThat(shelf.all()).isEmpty();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefusedAndLeavesNothing() throws IOException {
        Problem problem = catchThrowableOfType(Problem.class, () -> keep("", "empty.txt"));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.field()).isEqualTo("file");
        assertThat(shelf.all()).isEmpty();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ > 1_000) {
                    throw new IOException("connection reset");
                }
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> store.keep(broken, "a.txt")).isInstanceOf(IOException.class);
        assertThat(shelf.all()).isEmpty();
        assertThat(drafts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"%PDF-1.7 | minutes.txt | application/pdf",
            "<!DOCTYPE html><html><body>hi | photo.png | text/html", "just words | page.html | text/html",
            "just words | tool.exe | text/plain", "just words | words.txt | text/plain"})
    void theContentTellsTheTypeAndTheNameOnlyHints(String content, String name, String type) throws IOException {
        assertThat(keep(content, name).mediaType()).isEqualTo(type);
    }

    @Test
    void aPictureIsAPictureWhateverItsName() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

        assertThat(store.keep(new ByteArrayInputStream(png), "page.html").mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "a\u0000.txt", "a\r\nb: c", "",
            "..", "%2e%2e%2f", "con", "\u202Etxt.exe", "file:///etc/passwd", "http://[::1"})
    void aHostileNameIsNoPlace(String name) throws IOException {
        assertThat(keep("abc", name).digest()).isEqualTo(ABC);
        assertThat(shelf.all()).containsOnlyKeys(ABC);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void aFileWithoutANameIsKept() throws IOException {
        assertThat(keep("abc", null).digest()).isEqualTo(ABC);
    }

    @Test
    void whatWasNeverKeptIsNotFound() {
        assertThat(store.find(ABC)).isEmpty();
        assertThat(store.open(ABC)).isEmpty();
        assertThat(store.has(ABC)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../../../../etc/passwd", "ab/../../../etc/passwd", "BA7816BF",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad/",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n",
            "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
            "..7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})
    void whatIsNoDigestIsNoPlace(String digest) {
        assertThatThrownBy(() -> store.find(digest)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(digest)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.has(digest)).isInstanceOf(IllegalArgumentException.class);
    }

    Stored keep(String content, String name) throws IOException {
        return store.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), name);
    }

    String read(String digest) throws IOException {
        try (InputStream content = store.open(digest).orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Everything that lies anywhere under the test's directory and is not content. */
    List<Path> drafts() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !Digest.is(file.getFileName().toString().replace("copy-", "")))
                    .toList();
        }
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 'a';
        }
    }
}
