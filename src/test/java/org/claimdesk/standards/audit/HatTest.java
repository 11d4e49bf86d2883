package org.claimdesk.standards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Tickets from a hat. */
class HatTest {

    private static final int SEEDS = 20_000;

    private static String seed(int number) {
        return HexFormat.of().formatHex(Candidate.sha256("seed " + number));
    }

    private static List<Candidate> list(int... weights) {
        return IntStream.range(0, weights.length).mapToObj(i -> new Candidate(i + 1, weights[i])).toList();
    }

    /** Worked out with sha256sum and bc: printf '%s:1' SEED | sha256sum, and the remainder of it by the tickets left. */
    @Test
    void aSmallDrawIsWhatAnybodyWorksOutByHand() {
        String seed = HexFormat.of().formatHex(Hat.seed("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", 7));

        assertThat(seed).isEqualTo("f85fb27ecdc6edf6112fd8821cd89e95a0403f8df115335344bae3fd202cecde");
        assertThat(Hat.draw(seed, list(1, 3, 6, 1, 1), 3)).containsExactly(3L, 2L, 5L);
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherAnother() {
        List<Candidate> list = list(IntStream.range(0, 200).map(i -> 1 + i % 6).toArray());

        assertThat(Hat.draw(seed(1), list, 50)).isEqualTo(Hat.draw(seed(1), list, 50))
                .isNotEqualTo(Hat.draw(seed(2), list, 50))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLongerDrawGoesOnFromAShorter() {
        List<Candidate> list = list(IntStream.range(0, 50).map(i -> 1 + i % 3).toArray());

        assertThat(Hat.draw(seed(3), list, 30)).startsWith(Hat.draw(seed(3), list, 10).toArray(Long[]::new));
    }

    @Test
    void allAreDrawnWhereAllAreWanted() {
        assertThat(Hat.draw(seed(4), list(5, 1, 1, 9), 4)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void moreThanThereIsIsNotDrawn() {
        assertThatThrownBy(() -> Hat.draw(seed(5), list(1, 1), 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of 6, 3 and 1 tickets the first out is each in that proportion; the second as if the first had never been in. */
    @Test
    void overManySeedsEachComesOutAsOftenAsItsTickets() {
        List<Candidate> list = list(6, 3, 1);
        Map<Long, Integer> first = new HashMap<>();
        Map<List<Long>, Integer> pairs = new HashMap<>();
        for (int i = 0; i < SEEDS; i++) {
            List<Long> drawn = Hat.draw(seed(i), list, 2);
            first.merge(drawn.get(0), 1, Integer::sum);
            pairs.merge(drawn, 1, Integer::sum);
        }

        assertThat(share(first.get(1L))).isCloseTo(0.6, within(0.015));
        assertThat(share(first.get(2L))).isCloseTo(0.3, within(0.015));
        assertThat(share(first.get(3L))).isCloseTo(0.1, within(0.015));
        assertThat(share(pairs.get(List.of(1L, 2L)))).isCloseTo(0.6 * 3 / 4, within(0.015));
        assertThat(share(pairs.get(List.of(3L, 1L)))).isCloseTo(0.1 * 6 / 9, within(0.015));
    }

    @Test
    void whatIsRiskyComesOutMoreOften() {
        int[] weights = new int[60];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < 10 ? 6 : 1;
        }
        long risky = 0;
        for (int i = 0; i < 2_000; i++) {
            risky += Hat.draw(seed(i), list(weights), 10).stream().filter(verdict -> verdict <= 10).count();
        }

        // By chance alone it would be a sixth of them.
        assertThat(risky / 20_000.0).isBetween(0.4, 0.6);
    }

    @Test
    void aListIsReadAsItWasWritten() {
        List<Candidate> list = new ArrayList<>(list(1, 1000, 6));

        assertThat(Candidate.list(list)).isEqualTo("verdict,weight\n1,1\n2,1000\n3,6\n");
        assertThat(Candidate.read(Candidate.list(list))).isEqualTo(list);
    }

    private static double share(int times) {
        return (double) times / SEEDS;
    }
}
