package org.claimdesk.standards.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.claimdesk.claim.Rating;
import org.junit.jupiter.api.Test;

/** Agreement against worked examples of others. */
class KappaTest {

    /** J. Cohen, A coefficient of agreement for nominal scales, 1960, table 1: 200 cases, po = .70, pc = .41, kappa = .492. */
    @Test
    void cohensOwnExample() {
        Kappa kappa = Kappa.of(new long[][]{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});

        assertThat(kappa.value()).isCloseTo(0.492, within(0.0005));
    }

    /** Fleiss, Cohen and Everitt, Large sample standard errors of kappa, 1969: kappa = .429, its variance = .002885. */
    @Test
    void theExampleOfThePaperWithTheStandardError() {
        Kappa kappa = Kappa.of(new long[][]{{106, 10, 4}, {22, 28, 10}, {2, 12, 6}});

        assertThat(kappa.value()).isCloseTo(0.429, within(0.0005));
        assertThat(kappa.error() * kappa.error()).isCloseTo(0.002885, within(0.0000005));
        assertThat(kappa.low()).isCloseTo(0.4286 - 1.96 * 0.05371, within(0.0001));
        assertThat(kappa.high()).isCloseTo(0.4286 + 1.96 * 0.05371, within(0.0001));
    }

    /** Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003, table 18.1: kappa = .68 of 100. */
    @Test
    void theDiagnosesOfFleissLevinAndPaik() {
        Kappa kappa = Kappa.of(new long[][]{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});

        assertThat(kappa.value()).isCloseTo(0.676, within(0.0005));
        assertThat(kappa.words()).isEqualTo("0.68, 0.50 to 0.85");
    }

    /** A. Agresti, Categorical Data Analysis, 2002, section 10.5: two pathologists, 118 slides, .493 with error .057. */
    @Test
    void thePathologistsOfAgresti() {
        Kappa kappa = Kappa.of(new long[][]{{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}});

        assertThat(kappa.value()).isCloseTo(0.493, within(0.0005));
        assertThat(kappa.error()).isCloseTo(0.057, within(0.0005));
    }

    /** The documented example of ci.kappa in Bonett's R package statpsych: ci.kappa(.05, 31, 12, 4, 58). */
    @Test
    void twoRatingsToSevenPlaces() {
        Kappa kappa = Kappa.of(new long[][]{{31, 12}, {4, 58}});

        assertThat(kappa.value()).isCloseTo(0.6756757, within(5e-8));
        assertThat(kappa.error()).isCloseTo(0.07344761, within(5e-9));
        assertThat(kappa.low()).isCloseTo(0.5317210, within(5e-8));
        assertThat(kappa.high()).isCloseTo(0.8196303, within(5e-8));
    }

    @Test
    void oneRatingThroughoutHasNoKappa() {
        assertThat(Kappa.of(new long[][]{{12, 0}, {0, 0}})).isNull();
        assertThat(Kappa.of(new long[5][5])).isNull();
        assertThat(Kappa.of(new long[][]{{0, 3}, {0, 0}})).satisfies(never -> assertThat(never.value()).isZero());
    }

    @Test
    void fullAgreementOverTwoRatingsIsOne() {
        assertThat(Kappa.of(new long[][]{{7, 0}, {0, 3}})).isEqualTo(new Kappa(1, 0, 1, 1));
    }

    /** R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void wilsonsIntervalAsNewcombeHasIt() {
        near(Rate.of(81, 263), 0.2553, 0.3662);
        near(Rate.of(15, 148), 0.0624, 0.1605);
        near(Rate.of(0, 20), 0.0000, 0.1611);
        near(Rate.of(1, 29), 0.0061, 0.1718);
        assertThat(Rate.of(0, 0)).isNull();
        assertThat(Rate.of(20, 20).high()).isEqualTo(1);
    }

    @Test
    void aRatingIsHeldAgainstAllOthers() {
        long[][] table = new long[5][5];
        table[0][0] = 20;
        table[0][2] = 5;
        table[2][0] = 10;
        table[4][4] = 15;

        Agreement all = Agreement.of(table);
        Agreement accurate = Agreement.of(Rating.ACCURATE, table);
        Agreement never = Agreement.of(Rating.NEEDS_CONTEXT, table);

        assertThat(all.audited()).isEqualTo(50);
        assertThat(all.agreed()).isEqualTo(35);
        assertThat(all.rate().value()).isEqualTo(0.7);
        assertThat(accurate.audited()).isEqualTo(25);
        assertThat(accurate.rate().value()).isEqualTo(0.8);
        assertThat(accurate.specific()).isCloseTo(40.0 / 55, within(1e-12));
        // Twenty and fifteen agreed of fifty, margins of 25 and 30: (.7 - .5) / (1 - .5).
        assertThat(accurate.kappa().value()).isCloseTo(0.4, within(1e-12));
        assertThat(never.rate()).isNull();
        assertThat(never.kappa()).isNull();
        assertThat(never.specific()).isNull();
    }

    private static void near(Rate rate, double low, double high) {
        assertThat(rate.low()).isCloseTo(low, within(0.00005));
        assertThat(rate.high()).isCloseTo(high, within(0.00005));
    }
}
