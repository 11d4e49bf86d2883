package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.evidence.Rank.PRIMARY;
import static org.claimdesk.evidence.Rank.SECONDARY;
import static org.claimdesk.evidence.Stance.CONTEXT;
import static org.claimdesk.evidence.Stance.CONTRADICTS;
import static org.claimdesk.evidence.Stance.SUPPORTS;

import java.util.List;
import java.util.Set;

import org.claimdesk.evidence.Independence.Strand;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    private static final long POLICE = 1;
    private static final long HOSPITAL = 2;
    private static final long WIRE = 3;
    private static final long TIMES = 4;
    private static final long POST = 5;

    @Test
    void twoPapersWithOneWireStoryAreOneOrigin() {
        assertThat(supports(told(TIMES, WIRE), told(POST, WIRE))).isEqualTo(1);
        assertThat(supports(told(TIMES, WIRE), own(WIRE))).isEqualTo(1);
        assertThat(supports(own(TIMES), own(POST))).isEqualTo(2);
    }

    @Test
    void aSourceCountsOnceHoweverManyPiecesItGave() {
        assertThat(supports(own(TIMES), own(TIMES), own(TIMES))).isEqualTo(1);
    }

    @Test
    void aChainCountsForItsEnd() {
        assertThat(supports(told(TIMES, WIRE), told(WIRE, POLICE))).isEqualTo(1);
        assertThat(supports(told(TIMES, WIRE), told(WIRE, POLICE), own(POLICE))).isEqualTo(1);
        assertThat(supports(told(TIMES, WIRE), told(WIRE, POLICE), told(POST, HOSPITAL))).isEqualTo(2);
    }

    @Test
    void oneWhoHasItFromTwoHandsOnTwo() {
        assertThat(supports(told(WIRE, POLICE), told(WIRE, HOSPITAL))).isEqualTo(2);
        assertThat(supports(told(WIRE, POLICE), told(WIRE, HOSPITAL), told(TIMES, WIRE))).isEqualTo(2);
    }

    @Test
    void whoHasItFromEachOtherIsOne() {
        assertThat(supports(told(TIMES, POST), told(POST, TIMES))).isEqualTo(1);
        assertThat(supports(told(WIRE, TIMES), told(TIMES, POST), told(POST, TIMES))).isEqualTo(1);
    }

    @Test
    void aRingThatSomebodyOutsideFedCountsForThatOne() {
        assertThat(supports(told(TIMES, POST), told(POST, TIMES), told(POST, POLICE))).isEqualTo(1);
    }

    @Test
    void whereNobodySaidItNothingShowsThatTheyAreTwo() {
        assertThat(supports(own(null), own(null))).isEqualTo(1);
        assertThat(supports(own(null), own(TIMES))).isEqualTo(2);
    }

    @Test
    void whatIsKnownOfWhoHasItFromWhomStaysKnownWhenAPieceIsWithdrawn() {
        Strand withdrawn = new Strand(SUPPORTS, WIRE, POLICE, SECONDARY, false);

        assertThat(supports(withdrawn, told(TIMES, WIRE), told(POST, POLICE))).isEqualTo(1);
    }

    @Test
    void contextCountsForNothingAndTheSidesAreCountedApart() {
        Independence found = of(Set.of(), own(TIMES), new Strand(CONTEXT, POST, null, SECONDARY, true),
                new Strand(CONTRADICTS, WIRE, null, PRIMARY, true));

        assertThat(found).isEqualTo(new Independence(1, 1, 0, 1));
    }

    @Test
    void whatComesThroughADiscreditedSourceCountsForNothing() {
        assertThat(of(Set.of(TIMES), own(TIMES), own(POST)).supports()).isEqualTo(1);
        assertThat(of(Set.of(POLICE), told(TIMES, POLICE)).supports()).isZero();
        assertThat(of(Set.of(WIRE), told(TIMES, WIRE), told(WIRE, POLICE)).supports()).isZero();
        assertThat(of(Set.of(POLICE), told(TIMES, WIRE), told(WIRE, POLICE), told(WIRE, HOSPITAL)).supports())
                .isEqualTo(1);
        assertThat(of(Set.of(POST), told(TIMES, POST), told(POST, TIMES)).supports()).isZero();
    }

    @Test
    void theRuleIsMetByOneFirstHandOrTwoIndependent() {
        Rule rule = new Rule(1, 2);

        assertThat(rule.met(of(Set.of()))).isFalse();
        assertThat(rule.met(of(Set.of(), own(TIMES)))).isFalse();
        assertThat(rule.met(of(Set.of(), own(TIMES), own(POST)))).isTrue();
        assertThat(rule.met(of(Set.of(), new Strand(SUPPORTS, POLICE, null, PRIMARY, true)))).isTrue();
        assertThat(rule.met(of(Set.of(), new Strand(CONTRADICTS, POLICE, null, PRIMARY, true)))).isTrue();
        assertThat(rule.met(of(Set.of(), own(TIMES), new Strand(CONTRADICTS, POST, null, SECONDARY, true)))).isFalse();
    }

    private static Strand own(Long source) {
        return new Strand(SUPPORTS, source, null, SECONDARY, true);
    }

    private static Strand told(Long source, Long origin) {
        return new Strand(SUPPORTS, source, origin, SECONDARY, true);
    }

    private static int supports(Strand... strands) {
        return of(Set.of(), strands).supports();
    }

    private static Independence of(Set<Long> discredited, Strand... strands) {
        return Independence.of(List.of(strands), discredited);
    }
}
