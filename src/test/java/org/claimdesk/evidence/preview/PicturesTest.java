package org.claimdesk.evidence.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.quarkus.runtime.configuration.MemorySize;
import org.claimdesk.evidence.apart.Show;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where pictures lie, and the small sums around them. */
class PicturesTest {

    private static final String ONE = "11".repeat(32);
    private static final String TWO = "22".repeat(32);

    @TempDir
    Path directory;
    private Pictures pictures;

    @BeforeEach
    void open() {
        pictures = new Pictures(directory, new MemorySize(BigInteger.valueOf(3_000)));
    }

    private void keep(String digest, int size, Instant at) throws IOException {
        Path desk = pictures.desk();
        pictures.keepSound(digest, Files.write(desk.resolve("sound"), new byte[size]));
        Pictures.clear(desk);
        Pictures.touch(pictures.sound(digest).orElseThrow(), at);
    }

    @Test
    void theLongestUnseenGoesWhereThereIsTooMuch() throws IOException {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        keep(ONE, 2_000, now);
        keep(TWO, 2_000, now.minusSeconds(60));

        pictures.prune(now.minusSeconds(3_600));

        assertThat(pictures.sound(ONE)).isPresent();
        assertThat(pictures.sound(TWO)).isEmpty();
    }

    @Test
    void whatAKilledInstanceLeftGoesAndWhatIsBeingWorkedOnStays() throws IOException {
        Path left = Files.write(pictures.desk().resolve("content"), new byte[10]);
        Path going = Files.write(pictures.desk().resolve("content"), new byte[5_000]);
        Instant now = Files.getLastModifiedTime(going).toInstant();
        Pictures.touch(left, now.minusSeconds(7_200));

        pictures.prune(now.minusSeconds(3_600));

        assertThat(left).doesNotExist();
        assertThat(going).exists();
    }

    @Test
    void whatIsNoPictureOfOursIsNotTakenOver() throws IOException {
        Path page = Files.write(directory.resolve("page-1"), "<svg onload='alert(1)'>".getBytes(UTF_8));

        assertThatThrownBy(() -> pictures.keepPage(ONE, 1, page)).isInstanceOf(IOException.class);

        assertThat(pictures.page(ONE, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=90-,90,10", "bytes=-5,95,5", "bytes=-500,0,100", "bytes=90-500,90,10",
            "bytes=100-,100,0", "bytes=-0,100,0"})
    void aPartIsWhatWasAskedForAndIsThere(String range, long from, long length) {
        assertThat(Part.of(range, 100)).isEqualTo(new Part(from, length));
    }

    @ParameterizedTest
    @CsvSource({"bytes=-", "bytes=9-3", "'bytes=0-1,5-6'", "pages=1-2", "nonsense"})
    void whatIsNoPartIsAnsweredWithAll(String range) {
        assertThat(Part.of(range, 100)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,5,page 1", "9,10,page 1", "11,12,page 3", "9,12,pages 1–3", "20,21,page 4"})
    void wordsStandOnTheirPage(int start, int end, String place) {
        Look look = new Look(ONE, null, true, null, null, "application/pdf", Show.PAGES, null, 4, TWO, null, false,
                new int[]{0, 10, 10, 20});

        assertThat(look.place(start, end)).isEqualTo(place);
        String text = "0123456789abcdefghi\u0001😀";
        assertThat(look.pagesOf(text)).extracting(Look.Page::text)
                .containsExactly("0123456789", "", "abcdefghi\u0001", "😀");
    }
}
