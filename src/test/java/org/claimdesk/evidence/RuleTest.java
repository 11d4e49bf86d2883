package org.claimdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    @ParameterizedTest
    @CsvSource({"1,2,one first-hand or two independent origins", "0,2,two independent origins",
            "1,0,one first-hand origin", "0,1,one independent origin", "2,0,two first-hand origins",
            "3,12,three first-hand or 12 independent origins"})
    void aRuleIsSaidInWords(int primary, int independent, String words) {
        assertThat(new Rule(primary, independent).words()).isEqualTo(words);
    }

    @Test
    void aWayThatIsNotOpenIsNotTaken() {
        assertThat(new Rule(0, 2).met(new Independence(1, 0, 1, 0))).isFalse();
        assertThat(new Rule(1, 0).met(new Independence(9, 0, 0, 0))).isFalse();
    }

    @Test
    void aRuleThatAsksForNothingIsNone() {
        assertThatThrownBy(() -> new Rule(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeskHasARuleOfItsOwn() {
        assertThat(Rules.read(List.of("/desks/courts=1/3", " /desks/city/crime=0/2 ")))
                .isEqualTo(Map.of("/desks/courts", new Rule(1, 3), "/desks/city/crime", new Rule(0, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/desks/courts", "courts=1/2", "/desks/courts=1", "/desks/courts=1/x",
            "/desks/courts=0/0", "/desks/courts=-1/2"})
    void aRuleThatCannotBeReadIsRefused(String line) {
        assertThatThrownBy(() -> Rules.read(List.of(line))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReasonIsAskedForWhereTheRuleIsNotMetAndKeptOnlyThen() {
        Backing met = Backing.of(new Independence(2, 0, 0, 0), new Rule(1, 2));
        Backing missed = Backing.of(new Independence(1, 0, 0, 0), new Rule(1, 2));

        assertThat(met.waived("Because.")).isNull();
        assertThat(met.waived(null)).isNull();
        assertThat(missed.waived(" Because. ")).isEqualTo("Because.");
        assertThatThrownBy(() -> missed.waived(" ")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.field()).isEqualTo("reason");
            assertThat(problem).hasMessageContaining("one first-hand or two independent origins");
        });
    }

    @Test
    void originsAreSaidInWords() {
        assertThat(Backing.of(new Independence(2, 1, 0, 0), new Rule(1, 2)).words())
                .isEqualTo("2 independent origins support, 1 contradicts");
        assertThat(Backing.of(new Independence(1, 0, 0, 0), new Rule(1, 2)).words())
                .isEqualTo("1 independent origin supports, 0 contradict");
    }
}
