package org.claimdesk.evidence.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.claimdesk.evidence.apart.Findings;
import org.claimdesk.evidence.apart.Show;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of files, good and hostile, that are read in a process of their own. */
class ReaderProcessTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** As docs/operating.md says. */
    private static final long MOST_MEMORY = 512_000_000;

    @TempDir
    Path directory;

    private int runs;

    private final ReaderProcess reader = new ReaderProcess(LONGEST);

    private Findings read(byte[] content) throws IOException {
        return reader.read(file(content), into());
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("content-" + runs), content);
    }

    private Path into() throws IOException {
        return Files.createDirectory(directory.resolve("into-" + runs++));
    }

    @Test
    void aPdfHasItsTextPageByPageAndPicturesOfItsPages() throws IOException {
        byte[] pdf = Specimens.pdf("Eleven boats\ncame at night.", "", "Nobody was hurt.");

        Findings found = read(pdf);

        assertThat(found).extracting(Findings::mediaType, Findings::show, Findings::pages, Findings::unshown)
                .containsExactly("application/pdf", Show.PAGES, 3, null);
        assertThat(found.text()).isEqualTo("Eleven boats\ncame at night.\nNobody was hurt.");
        assertThat(found.starts()).containsExactly(0, 27, 28);
        Path into = into();
        assertThat(reader.picture(file(pdf), into, 2, 9).unshown()).isNull();
        BufferedImage page = ImageIO.read(into.resolve("page-3").toFile());
        assertThat(page.getWidth()).isBetween(900, 1000);
        assertThat(into.resolve("page-1")).doesNotExist();
        assertThat(into.resolve("page-4")).doesNotExist();
    }

    static Stream<Arguments> pictures() {
        return Stream.of("png", "jpeg", "gif", "bmp", "tiff")
                .map(format -> Arguments.of(format, Specimens.picture(format, 2_400, 1_200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void aPictureIsMadeAnewAndSmaller(String format, byte[] content) throws IOException {
        assertThat(read(content)).extracting(Findings::mediaType, Findings::show)
                .containsExactly("image/" + format, Show.PICTURE);
        BufferedImage made = made(content);
        assertThat(made.getWidth()).isEqualTo(1_600);
        assertThat(made.getHeight()).isEqualTo(800);
        assertThat(new Color(made.getRGB(3, 3)).getRed()).isGreaterThan(200);
        assertThat(new Color(made.getRGB(1_596, 796)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aPhotographStandsAsItWasTakenAndWebPIsShown() throws IOException {
        BufferedImage upright = made(Specimens.pictureOfAPhone(400, 200));
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(400);
        assertThat(new Color(upright.getRGB(197, 3)).getRed()).as("its top left is at the top right")
                .isGreaterThan(200);
        assertThat(made(Specimens.webp()).getWidth()).isEqualTo(1);
    }

    private BufferedImage made(byte[] content) throws IOException {
        Path into = into();
        assertThat(reader.picture(file(content), into, 1, 5).unshown()).isNull();
        assertThat(Pictures.type(into.resolve("page-1"))).isIn("image/png", "image/jpeg");
        return ImageIO.read(into.resolve("page-1").toFile());
    }

    static Stream<Arguments> texts() throws IOException {
        return Stream.of(Arguments.of("a sheet", Specimens.sheet(false), "Boats 11",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                Arguments.of("an old sheet", Specimens.sheet(true), "Boats 11", "application/vnd.ms-excel"),
                Arguments.of("slides", Specimens.slides(false), "Eleven boats came",
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                Arguments.of("old slides", Specimens.slides(true), "Eleven boats came",
                        "application/vnd.ms-powerpoint"),
                Arguments.of("an old Word document",
                        OldWord.document("Eleven boats – came at night.", "Nobody was hurt."),
                        "Eleven boats – came at night.\nNobody was hurt.", "application/msword"),
                Arguments.of("an OpenDocument", Specimens.openDocument(), "The log\nEleven boats came.",
                        "application/vnd.oasis.opendocument.text"),
                Arguments.of("rich text", "{\\rtf1\\ansi Eleven {\\b boats} came.\\par}".getBytes(UTF_8),
                        "Eleven boats came.", "application/rtf"),
                Arguments.of("plain text", "Eleven boats\r\n\r\ncame  at night".getBytes(UTF_8),
                        "Eleven boats\ncame at night", "text/plain"),
                Arguments.of("a page",
                        "<html><h1>The log</h1><p>Eleven <b>boats</b>.<script>x</script>".getBytes(UTF_8),
                        "The log\nEleven boats.", "text/html"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aDocumentHasItsWords(String name, byte[] content, String words, String type) throws IOException {
        Findings found = read(content);

        assertThat(found.text()).as(found.textless()).contains(words);
        assertThat(found.mediaType()).isEqualTo(type);
        assertThat(found.show()).isNull();
        assertThat(found.unshown()).isNotBlank();
    }

    @Test
    void slidesAreCountedForTheLocator() throws IOException {
        Findings found = read(Specimens.slides(false));

        assertThat(found.pages()).isEqualTo(2);
        assertThat(found.starts()).hasSize(2);
        assertThat(found.text().substring(found.starts().get(1))).startsWith("Eleven boats came");
    }

    @Test
    void aRecordingIsKnownByItsContent() throws IOException {
        assertThat(read(Specimens.sound(1)).show()).isEqualTo(Show.SOUND);
        assertThat(read("<script>alert(1)</script><p>I am no music.mp3".getBytes(UTF_8)).show()).isNull();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(Arguments.of("a drawing with a script", ("<svg xmlns='http://www.w3.org/2000/svg'>"
                + "<script>alert(1)</script></svg>").getBytes(UTF_8), "can hold a program"),
                Arguments.of("a page called a picture", "<html><body><script>alert(1)</script>x".getBytes(UTF_8),
                        "can hold a program"),
                Arguments.of("a picture that is a script too",
                        "GIF89a/*<html><script>*/=1;alert(1)//".getBytes(UTF_8), "damaged"),
                Arguments.of("a picture of 2,500 million points", Specimens.pngBomb(), "too large"),
                Arguments.of("half a picture", Specimens.half(Specimens.half(Specimens.picture("png", 300, 300))),
                        "damaged"),
                Arguments.of("a locked PDF", Specimens.lockedPdf(), "password"),
                Arguments.of("a PDF without end", Specimens.pdfWithoutEnd(), ""),
                Arguments.of("a PDF with a huge table", Specimens.pdfWithHugeTable(), ""),
                Arguments.of("the head of a PDF", "%PDF-1.7\n".getBytes(UTF_8), "damaged"),
                Arguments.of("a Word document that unpacks to 600 MB", Specimens.wordBomb(), ""),
                Arguments.of("bytes", new byte[]{0, 1, 2, 3, 4, 5, -1, -2}, "no picture"));
    }

    /** With a reason, in the time and with the memory that a file has, whatever it is. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsHostileIsNotShownAndSaysWhy(String name, byte[] content, String because) throws IOException {
        long begun = System.nanoTime();

        Findings found = read(content);
        String why = found.unshown();
        if (why == null) {
            Path into = into();
            why = reader.picture(file(content), into, 1, 5).unshown();
            assertThat(into.resolve("page-1")).doesNotExist();
        }

        assertThat(why).isNotBlank().contains(because);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST.multipliedBy(2).plusSeconds(10));
    }

    @Test
    void aPdfThatWouldActIsOnlyReadAndDrawn() throws IOException {
        byte[] pdf = Specimens.pdfThatActs();
        Path into = into();

        assertThat(read(pdf).text()).isEqualTo("Harmless words.");
        assertThat(reader.picture(file(pdf), into, 1, 1).unshown()).isNull();
        assertThat(ImageIO.read(into.resolve("page-1").toFile())).isNotNull();
    }

    @Test
    void aPictureThatFillsTheMemoryEndsItsOwnProcessAlone() throws IOException {
        byte[] pdf = Specimens.pdfWithHugePicture();
        assertThat(read(pdf).pages()).isEqualTo(1);

        Findings found = reader.picture(file(pdf), into(), 1, 1);

        assertThat(found.unshown()).containsAnyOf("memory", "longer than");
    }

    /** The decoder of JPEG is no Java and takes its memory past the heap. */
    @Test
    void aPhotographThatFillsTheMemoryPastTheHeapIsNotShown() throws IOException {
        byte[] photograph = Bombs.jpeg(10_000, 10_000);
        assertThat(photograph).hasSizeLessThan(2_000_000);

        assertThat(reader.picture(file(photograph), into(), 1, 1).unshown()).contains("more memory");
        assertThat(peakOf(() -> reader.picture(file(photograph), into(), 1, 1))).isLessThan(MOST_MEMORY);
        assertThat(peakOf(() -> reader.picture(file(Bombs.pdfWith(photograph, 20_000)), into(), 1, 1)))
                .isLessThan(MOST_MEMORY);
        assertThat(peakOf(() -> reader.picture(file(Specimens.pdfWithHugePicture()), into(), 1, 1)))
                .isLessThan(MOST_MEMORY);
    }

    @Test
    void aPhotographOfManyPointsInLayersIsShown() throws IOException {
        byte[] photograph = Bombs.photograph(6_000, 4_000);

        assertThat(made(photograph).getWidth()).isEqualTo(1_600);
    }

    private interface Reading {
        Findings read() throws IOException;
    }

    /** The most bytes that a reader had in memory meanwhile (VmHWM, proc(5)). */
    private long peakOf(Reading reading) {
        CompletableFuture<Findings> done = CompletableFuture.supplyAsync(() -> {
            try {
                return reading.read();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        AtomicLong most = new AtomicLong();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).pollDelay(Duration.ZERO).atMost(LONGEST).until(() -> {
            ProcessHandle.current()
                    .children()
                    .filter(this::reads)
                    .forEach(child -> most.accumulateAndGet(peak(child), Math::max));
            return done.isDone();
        });
        assertThat(done.join()).isNotNull();
        assertThat(most.get()).as("it was seen").isPositive();
        return most.get();
    }

    /** Another test may have started a process too. */
    private boolean reads(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")).startsWith(directory);
        } catch (IOException ended) {
            return false;
        }
    }

    private static long peak(ProcessHandle process) {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    @Test
    void tenThousandPagesAreCountedAndReadAsFarAsTimeAllows() throws IOException {
        byte[] pdf = Specimens.pdfOfManyPages(10_000);

        Findings found = read(pdf);

        assertThat(found.pages()).isEqualTo(10_001);
        assertThat(found.starts().size()).isLessThanOrEqualTo(10_000);
        Path into = into();
        assertThat(reader.picture(file(pdf), into, 9_999, 9_999).unshown()).isNull();
        assertThat(into.resolve("page-9999")).isRegularFile();
    }

    /** What is wrong here is not said of the file. */
    @Test
    void aFileThatIsNotThereIsTheServicesTrouble() throws IOException {
        Path into = into();

        assertThatThrownBy(() -> reader.read(directory.resolve("missing"), into)).isInstanceOf(IOException.class)
                .hasMessageContaining("ended with");
    }
}
