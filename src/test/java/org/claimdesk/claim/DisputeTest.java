package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.UUID;

import org.claimdesk.claim.Dispute.Outcome;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

class DisputeTest {

    private static final UUID OPENER = new UUID(0, 1);
    private static final UUID REPORTER = new UUID(0, 2);
    private static final UUID REVIEWER = new UUID(0, 3);
    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00Z");

    @ParameterizedTest
    @NullSource
    @EnumSource
    void theOpenerOnlyAcceptsAnAnswerWhateverTheyChoose(Outcome chosen) {
        Dispute dispute = anAnsweredDispute();

        dispute.decide(chosen, OPENER, NOW);

        assertThat(dispute.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void theOpenerDoesNotDecideItAsItStands() {
        Dispute dispute = aDispute();

        assertThat(catchThrowableOfType(Problem.class, () -> dispute.decide(Outcome.UPHELD, OPENER, NOW)).kind())
                .isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(dispute.outcome()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"UPHELD", "REJECTED"})
    void anybodyElseUpholdsOrRejectsItAnsweredOrNot(Outcome chosen) {
        Dispute unanswered = aDispute();
        Dispute answered = anAnsweredDispute();

        unanswered.decide(chosen, REVIEWER, NOW);
        answered.decide(chosen, REVIEWER, NOW);

        assertThat(unanswered.outcome()).isEqualTo(chosen);
        assertThat(answered.outcome()).isEqualTo(chosen);
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = "ACCEPTED")
    void nobodyElseLeavesItOpenOrAcceptsForTheOpener(Outcome chosen) {
        Dispute dispute = anAnsweredDispute();
        Problem problem = catchThrowableOfType(Problem.class, () -> dispute.decide(chosen, REVIEWER, NOW));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.field()).isEqualTo("outcome");
        assertThat(dispute.outcome()).isNull();
    }

    @Test
    void itIsAnsweredOnce() {
        Dispute dispute = anAnsweredDispute();

        assertThatThrownBy(() -> dispute.answer("Again.", REPORTER, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsNotAnsweredAfterItWasDecided() {
        Dispute dispute = aDispute();
        dispute.decide(Outcome.REJECTED, REVIEWER, NOW);

        assertThatThrownBy(() -> dispute.answer("Late.", REPORTER, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyChoosesTheGroundOfAFinding() {
        assertThat(Grounds.toChoose()).isNotEmpty().doesNotContain(Grounds.FINDING);
    }

    @Test
    void aVerdictEndsOnce() {
        Verdict verdict = new Verdict();
        verdict.end(Verdict.Ended.DISPUTED, null, OPENER, NOW);

        assertThatThrownBy(() -> verdict.end(Verdict.Ended.OVERTURNED, "wrong", OPENER, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Dispute aDispute() {
        return Dispute.open(1, Grounds.FIGURE, "It was 30.", OPENER, NOW);
    }

    private static Dispute anAnsweredDispute() {
        Dispute dispute = aDispute();
        dispute.answer("The report says 40.", REPORTER, NOW);
        return dispute;
    }
}
