package org.claimdesk.text.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.claimdesk.text.placement.Comparison.Piece;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FoldedTest {

    private static final String LONG = IntStream.rangeClosed(1, 300)
            .mapToObj(i -> "Sentence " + i + " stays as it is.\n")
            .collect(Collectors.joining());

    @Test
    void whatStaysForLongIsLeftOutAndCounted() {
        Folded folded = Folded.of(LONG + "Eleven boats came.\n" + LONG, LONG + "Twelve boats came.\n" + LONG);

        assertThat(folded.byLines()).isFalse();
        assertThat(words(folded, Piece::cut)).isEqualTo("Eleven");
        assertThat(words(folded, Piece::put)).isEqualTo("Twelve");
        String shown = words(folded, piece -> !piece.cut());
        assertThat(shown).contains("300 stays as it is.", "boats came.", "Sentence 1 stays").hasSizeLessThan(600);
        assertThat(shown.length() + folded.stretches().stream().mapToInt(Folded.Stretch::folded).sum())
                .isEqualTo(2 * LONG.length() + "Twelve boats came.\n".length());
    }

    @Test
    void theSameIsTheSame() {
        assertThat(Folded.of(LONG, LONG).same()).isTrue();
        assertThat(Folded.of("", "").same()).isTrue();
        assertThat(Folded.of("", "Eleven.").same()).isFalse();
        assertThat(Folded.of("Eleven.", "").same()).isFalse();
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        String boats = "⛵😀".repeat(500);

        Folded folded = Folded.of("a" + boats + " x", "a" + boats + " y");

        assertThat(words(folded, piece -> true).chars().filter(c -> Character.isHighSurrogate((char) c)).count())
                .isEqualTo(
                        words(folded, piece -> true).chars().filter(c -> Character.isLowSurrogate((char) c)).count());
    }

    @Test
    void whereTooMuchHasChangedWholeLinesAreCompared() {
        String old = lines(6_000, "old") + "Stays.\n";
        String now = lines(6_000, "new").replace("new 77 .", "new 77 .\nStays.");

        Folded folded = Folded.of(old, now);

        assertThat(folded.byLines()).isTrue();
        assertThat(words(folded, Piece::cut)).contains("old 5999 .").doesNotContain("Stays");
        assertThat(words(folded, Piece::put)).contains("new 5999 .").doesNotContain("Stays");
    }

    /** The longest readable texts there are, made to be unlike. */
    @Test
    void theWorstTextsEndInTime() {
        for (int letters : new int[]{1, 20, 120, 500_000}) {
            String old = random(letters, 1);
            String now = random(letters, 2);
            Folded folded = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Folded.of(old, now),
                    letters + " letters a line");
            assertThat(folded.same()).isFalse();
        }
    }

    private static String random(int line, int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int since = 0;
        while (text.length() < 500_000) {
            String word = Integer.toString(random.nextInt(5_000), 36);
            text.append(word);
            since += word.length() + 1;
            text.append(since >= line ? '\n' : ' ');
            since = since >= line ? 0 : since;
        }
        return text.toString();
    }

    private static String lines(int many, String word) {
        return IntStream.range(0, many).mapToObj(i -> word + " " + i + " .\n").collect(Collectors.joining());
    }

    private static String words(Folded folded, Predicate<Piece> which) {
        return folded.stretches()
                .stream()
                .flatMap(stretch -> stretch.pieces().stream())
                .filter(which)
                .map(Piece::words)
                .collect(Collectors.joining());
    }
}
