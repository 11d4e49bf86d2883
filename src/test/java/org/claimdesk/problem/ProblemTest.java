package org.claimdesk.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.claimdesk.problem.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({"BAD_INPUT,400", "FORBIDDEN,403", "ABSENT,404", "CONFLICT,409", "STALE,409", "TOO_LARGE,413",
            "KEY_REUSED,422", "VERSION_NEEDED,428", "UNAVAILABLE,503"})
    void everyKindHasItsStatus(Kind kind, int status) {
        assertThat(kind.status()).isEqualTo(status);
        assertThat(kind.title()).isNotBlank();
    }

    @Test
    void aConflictSaysWhatIsPossibleNow() {
        Problem problem = Problem.conflict("The claim is verified.", List.of("dispute"));

        assertThat(problem.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(problem).hasMessage("The claim is verified.");
        assertThat(problem.more()).isEqualTo(Map.of("actions", List.of("dispute")));
        assertThat(problem.field()).isEmpty();
    }

    @Test
    void badInputNamesItsField() {
        assertThat(Problem.badInput("exact", "Twice.").field()).isEqualTo("exact");
        assertThat(Problem.badInput("exact", "Twice.", Map.of("places", 2)).more())
                .isEqualTo(Map.of("field", "exact", "places", 2));
    }

    @Test
    void theOthersSayNoMoreThanTheirWords() {
        assertThat(List.of(Problem.forbidden("no"), Problem.absent("no"), Problem.stale("no"), Problem.tooLarge("no"),
                Problem.unavailable("no", null), Problem.of(Kind.KEY_REUSED, "no")))
                .allSatisfy(problem -> assertThat(problem.more()).isEmpty())
                .extracting(Problem::kind)
                .containsExactly(Kind.FORBIDDEN, Kind.ABSENT, Kind.STALE, Kind.TOO_LARGE, Kind.UNAVAILABLE,
                        Kind.KEY_REUSED);
    }
}
