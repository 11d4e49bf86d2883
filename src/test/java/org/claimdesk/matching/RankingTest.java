package org.claimdesk.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What makes two claims alike, without a database. */
class RankingTest {

    @Test
    void whatSaysNothingIsMadeAlike() {
        assertThat(Wording.of("“Boats” carried 'eleven' people’s goods  https://example.org/a?b"))
                .isEqualTo("\"Boats\" carried \"eleven\" people's goods");
        assertThat(Wording.of("#StopTheBoats say @BorderWatch2020"))
                .isEqualTo("Stop The Boats say Border Watch 2020");
        assertThat(Wording.of("Eleven came. — Ann Lee (@annlee) January 8, 2020")).isEqualTo("Eleven came. — Ann Lee");
        assertThat(Wording.of("Eleven came — on 8 January, 2020")).isEqualTo("Eleven came — on 8 January, 2020");
    }

    @Test
    void rareWordsAreAskedForAloneAndCommonOnesInPairs() {
        Asked asked = new Asked("", List.of(word("harbor", 40), word("people", 50_000), word("year", 60_000),
                word("the'm", 3)), 1_000_000);

        assertThat(asked.query()).isEqualTo("'the''m' | 'harbor'");
        assertThat(new Asked("", List.of(word("city", 20_000), word("mayor", 9_000)), 1_000_000).query())
                .isEqualTo("('mayor' & 'city')");
    }

    @Test
    void onlyTheCommonestWordsAreAskedForTogether() {
        Asked asked = new Asked("", List.of(word("people", 300_000), word("year", 400_000), word("said", 500_000)),
                1_000_000);

        assertThat(asked.query()).isEqualTo("'people' & 'year' & 'said'");
    }

    @Test
    void nothingIsAskedForWhereNoClaimHasAnyWord() {
        assertThat(new Asked("", List.of(word("harbor", 0)), 10).query()).isEmpty();
    }

    @Test
    void aWordSpelledAlikeStandsForOneThatNoClaimHas() {
        assertThat(new Asked("", List.of(new Asked.Word("suleimani", 0, List.of("soleimani"))), 10).query())
                .isEqualTo("'soleimani'");
    }

    @Test
    void moreOfTheRareWordsIsMoreAlike() {
        Asked asked = new Asked("Eleven people died in the harbor",
                List.of(word("eleven", 5), word("harbor", 2), word("peopl", 900)), 1_000);
        Features features = new Features(asked, null);
        double[] both = features.of(earlier("harbor", "eleven"));
        double[] common = features.of(earlier("peopl", "boat"));

        assertThat(Weights.TEXT.sum(both)).isGreaterThan(Weights.TEXT.sum(common));
        assertThat(both[3]).isGreaterThan(0.9);
        assertThat(Weights.TEXT.likeEnough(both)).isTrue();
        assertThat(Weights.TEXT.likeEnough(common)).isFalse();
    }

    @Test
    void theCosineOfOctetsIsThatOfTheNumbersTheyStandFor() {
        byte[] one = Vector.of(new float[]{0.6f, 0.8f, 0});
        byte[] other = Vector.of(new float[]{0, 1, 0});

        assertThat(Vector.cosine(one, other)).isCloseTo(0.8, within(0.01));
        assertThat(Vector.cosine(one, one)).isCloseTo(1, within(1e-9));
        assertThat(Vector.cosine(one, one, one)).isCloseTo(1, within(1e-9));
    }

    @Test
    void theModelKnowsThatTwoSentencesMeanTheSame() {
        Meaning meaning = new Meaning();
        byte[] asked = meaning.of("Eleven migrants drowned off the coast.");

        assertThat(Vector.cosine(asked, meaning.of("11 people died at sea while crossing.")))
                .isGreaterThan(Vector.cosine(asked, meaning.of("The city council raised the rents.")) + 0.3);
    }

    private static Asked.Word word(String stem, long claims) {
        return new Asked.Word(stem, claims, List.of());
    }

    private static Earlier earlier(String... words) {
        return new Earlier(1, Set.of(words), Set.of(),
                new Earlier.Texts(String.join(" ", words), "", null, null));
    }
}
