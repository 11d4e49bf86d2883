package org.claimdesk.evidence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculationTest {

    private static final List<Quantity> ENCOUNTERS = List.of(new Quantity("before", new BigDecimal("75480"), "table 1"),
            new Quantity("after", new BigDecimal("172508"), ""));

    @Test
    void theFigureFollowsFromWhatWentIn() {
        Calculation calculation = Calculation.of("after / before", ENCOUNTERS, Relation.MORE_THAN, new BigDecimal("2"));

        assertThat(calculation.follows()).isTrue();
        assertThat(calculation.confirmed()).isTrue();
        assertThat(calculation.resultWords()).isEqualTo("2.28548");
        assertThat(calculation.said()).isEqualTo("more than 2");
        assertThat(calculation.inputWords()).isEqualTo("before = 75,480 (table 1); after = 172,508");
    }

    @Test
    void aFigureThatDoesNotFollowIsSeen() {
        assertThat(Calculation.of("after / before", ENCOUNTERS, Relation.MORE_THAN, new BigDecimal("3")).follows())
                .isFalse();
        assertThat(Calculation.of("round((after - before) / before * 100, 0)", ENCOUNTERS, Relation.EXACTLY,
                new BigDecimal("128")).follows()).as("128.5 rounds up").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EXACTLY, 2.2855, 2.3, true", "EXACTLY, 2.2855, 2.2, false", "EXACTLY, 2, 2, true",
            "EXACTLY, 1999.6, 2000, true", "ABOUT, 95, 100, true", "ABOUT, 94.9, 100, false", "ABOUT, -95, -100, true",
            "MORE_THAN, 2, 2, false", "AT_LEAST, 2, 2, true", "LESS_THAN, 2, 2, false", "AT_MOST, 2, 2, true",
            "MORE_THAN, 2.0000001, 2, true"})
    void whatAClaimSaysOfAFigure(Relation relation, BigDecimal result, BigDecimal figure, boolean holds) {
        assertThat(relation.holds(result, figure)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"1 + 2 * 3, 7", "(1 + 2) × 3, 9", "7 ÷ 2, 3.5", "2 − 5, -3", "'sum(1, 2, 3)', 6", "'average(2, 4)', 3",
            "'max(2, after)', 172508", "abs(-4), 4", "'round(2.345, 2)', 2.34", "0.1 + 0.2, 0.3", "-(2), -2"})
    void formulasComeToWhatTheyShould(String formula, BigDecimal result) {
        assertThat(Formula.evaluate(formula, ENCOUNTERS)).isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after /", "1 / 0", "9 ^ 9 ^ 9", "other * 2", "\"text\"", "after > before", "fact(100000)",
            "random()", "dt_now()", "after[0]", "after.before", "if(1, 2, 3)", "2 after", "a b", ")", "pi", "true",
            "str_upper(1)", "0x1G"})
    void whatIsNoFormulaIsRefusedInWords(String formula) {
        assertThatThrownBy(() -> Formula.evaluate(formula, ENCOUNTERS)).isInstanceOfSatisfying(Problem.class,
                problem -> {
                    assertThat(problem.field()).isEqualTo("formula");
                    assertThat(problem.getMessage()).startsWith("That formula cannot be used.");
                });
    }

    @Test
    void hostileFormulasTakeNoTime() {
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            assertThatThrownBy(() -> Formula.evaluate("(".repeat(250) + "1" + ")".repeat(249), ENCOUNTERS))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> Formula.evaluate("1".repeat(501), ENCOUNTERS)).isInstanceOf(Problem.class);
            Formula.evaluate("after" + "*after".repeat(80), ENCOUNTERS);
            assertThatThrownBy(() -> Formula.evaluate("round(1, 999999999)", ENCOUNTERS)).isInstanceOf(Problem.class);
        });
    }

    @Test
    void inputsAreTypedALineEach() {
        assertThat(Numbers.inputs("inputs", "before = 75,480; table 1\n\nafter=172508 (table 2)\nshare = -0.5"))
                .containsExactly(new Quantity("before", new BigDecimal("75480"), "table 1"),
                        new Quantity("after", new BigDecimal("172508"), "table 2"),
                        new Quantity("share", new BigDecimal("-0.5"), ""));
        assertThatThrownBy(() -> Numbers.inputs("inputs", "before = 1\nafter is 2")).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> Numbers.inputs("inputs", "before = 7,54,80")).hasMessageContaining("is no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum", "1a", "a-b", "ä", "a b"})
    void aNameIsAName(String name) {
        assertThatThrownBy(() -> Calculation.of("1", List.of(new Quantity(name, BigDecimal.ONE, "")), Relation.EXACTLY,
                BigDecimal.ONE)).isInstanceOf(Problem.class).hasMessageContaining("no name for a number");
    }

    @ParameterizedTest
    @CsvSource({"75480, '75,480'", "2.28548, 2.28548", "2.285479597, 2.28548", "1234567.891, '1,234,567.89'",
            "0.000012345678, 0.0000123457",
            "-3, -3", "1E+3, '1,000'"})
    void numbersAreWrittenAsANewsroomDoes(BigDecimal number, String written) {
        assertThat(Numbers.written(number)).isEqualTo(written);
    }
}
