package org.claimdesk.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class PictureTest {

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("d", "bad"), new Picture.Key("v", "good"));

    @Test
    void barsAreOnOneScaleAndTheLongestFillsIt() {
        Picture picture = Picture.bars(KEY, List.of(amounts(1, 3), amounts(0, 1), amounts(0, 0)));

        assertThat(picture.bars()).extracting(Picture.Bar::parts)
                .containsExactly(List.of(new Picture.Part("d", 0, 250), new Picture.Part("v", 250, 750)),
                        List.of(new Picture.Part("v", 0, 250)), List.of());
    }

    @Test
    void theLeastIsStillSeen() {
        Picture picture = Picture.bars(KEY, List.of(amounts(1, 1_000_000)));

        assertThat(picture.bars().get(0).parts().get(0).length()).isEqualTo(1);
    }

    @Test
    void onlyTheFirstAreDrawnAndNothingIsNothing() {
        assertThat(Picture.bars(KEY, Collections.nCopies(40, amounts(1, 1))).bars()).hasSize(Picture.MOST);
        assertThat(Picture.bars(KEY, List.of(new Picture.Amounts("", "", Arrays.asList(null, null))))
                .bars()
                .get(0)
                .parts())
                .isEmpty();
    }

    @Test
    void aLineGoesFromEdgeToEdgeAndItsMostIsAtTheTop() {
        Trend trend = Trend.of("verified", "verified", List.of(0L, 5L, 10L), 10, "");

        assertThat(trend.line()).isEqualTo("6,90 150,48 294,6");
        assertThat(trend.ground()).isEqualTo("6,90 6,90 150,48 294,6 294,90");
        assertThat(Trend.of("", "", List.of(3L), 3, "").line()).as("a single day").isEqualTo("294,6");
    }

    private static Picture.Amounts amounts(long first, long second) {
        return new Picture.Amounts("", "", List.of(first, second));
    }
}
