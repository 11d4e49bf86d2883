package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.claimdesk.text.Anchor;
import org.claimdesk.text.placement.Placed;
import org.claimdesk.text.placement.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The verbs of a claim: each follows the table, or nothing happens. */
class ClaimTest {

    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00Z");
    private static final Anchor WORDS = new Anchor("40 percent", "fell ", ".", 15, 25);
    private static final Anchor OTHER_WORDS = new Anchor("30 percent", "fell ", ".", 15, 25);

    static Stream<Arguments> everyVerbInEveryState() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(Action.values())
                        .filter(action -> action != Action.MARK)
                        .map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everyVerbInEveryState")
    void aVerbFollowsTheTableOrChangesNothing(State state, Action action) {
        Claim claim = aClaimThatIs(state);
        Instant before = claim.changedAt();
        Instant later = NOW.plusSeconds(60);

        Agreed.row(state, action).ifPresentOrElse(row -> {
            verb(action, later).accept(claim);
            assertThat(claim.state()).isEqualTo(row.to());
            assertThat(claim.changedAt()).isEqualTo(later);
        }, () -> {
            assertThatThrownBy(() -> verb(action, later).accept(claim)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("a claim that is " + state + " does not " + action);
            assertThat(claim.state()).isEqualTo(state);
            assertThat(claim.changedAt()).isEqualTo(before);
            assertThat(claim.words()).isEqualTo(WORDS);
        });
    }

    @Test
    void aMarkedClaimIsAssignedToItsDesk() {
        Claim claim = aClaim();

        assertThat(claim.state()).isEqualTo(State.ASSIGNED);
        assertThat(claim.desk()).isEqualTo(Cast.DESK);
        assertThat(claim.assignee()).isNull();
        assertThat(claim.evidence()).isZero();
        assertThat(claim.dropped()).isFalse();
        assertThat(claim.words()).isEqualTo(WORDS);
        assertThat(claim.deadline()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void whoTakesItHasIt() {
        Claim claim = aClaim();

        claim.take(ANNA, NOW);

        assertThat(claim.assignee()).isEqualTo(ANNA);
    }

    @Test
    void aReassignedClaimHasAllOfItsNewAssignment() {
        Claim claim = aClaim();
        claim.take(ANNA, NOW);

        claim.reassign(new Assignment(Cast.ELSEWHERE, BEN, NOW.plusSeconds(7200), Risk.LEGAL), NOW);

        assertThat(claim.desk()).isEqualTo(Cast.ELSEWHERE);
        assertThat(claim.assignee()).isEqualTo(BEN);
        assertThat(claim.deadline()).isEqualTo(NOW.plusSeconds(7200));
        assertThat(claim.risk()).isEqualTo(Risk.LEGAL);
    }

    @Test
    void evidenceIsCounted() {
        Claim claim = aClaim();
        claim.attach(NOW);
        claim.attach(NOW);
        claim.withdraw(NOW);

        assertThat(claim.evidence()).isEqualTo(1);
    }

    @Test
    void aRewordedClaimStandsOnTheNewWords() {
        Claim claim = aClaimThatIs(State.VERIFIED);

        claim.reword(2, OTHER_WORDS, NOW);

        assertThat(claim.words()).isEqualTo(OTHER_WORDS);
        assertThat(claim.revision()).isEqualTo(2);
        assertThat(claim.evidence()).isEqualTo(1);
    }

    @Test
    void aDroppedClaimComesBackAsItWas() {
        Claim claim = aClaimThatIs(State.SOURCED);

        claim.drop("The passage was cut.", NOW);
        assertThat(claim.dropped()).isTrue();
        claim.restore(1, new Placed(Placement.PLACED, WORDS), NOW);

        assertThat(claim.dropped()).isFalse();
        assertThat(claim.state()).isEqualTo(State.SOURCED);
        assertThat(claim.evidence()).isEqualTo(1);
    }

    /** The clocks of two instances need not agree; the history keeps its order all the same. */
    @Test
    void timeOnAClaimOnlyGoesForward() {
        Claim claim = aClaim();

        claim.take(ANNA, NOW.minusSeconds(5));
        assertThat(claim.changedAt()).isEqualTo(NOW.plusNanos(1_000));
        claim.attach(NOW.minusSeconds(5));
        assertThat(claim.changedAt()).isEqualTo(NOW.plusNanos(2_000));
        claim.attach(NOW.plusSeconds(1));
        assertThat(claim.changedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    private static Claim aClaim() {
        return Claim.mark(1, 1, WORDS, null, new Assignment(Cast.DESK, null, NOW.plusSeconds(3600), Risk.NORMAL), BEN,
                NOW);
    }

    private static Claim aClaimThatIs(State state) {
        Claim claim = aClaim();
        claim.attach(NOW);
        if (state != State.ASSIGNED) {
            claim.submit(NOW);
        }
        if (state == State.DISPUTED) {
            claim.dispute(aDispute(), NOW);
        }
        if (state == State.VERIFIED) {
            claim.verify(new Verdict(), NOW);
        }
        return claim;
    }

    private static Dispute aDispute() {
        return Dispute.open(1, Grounds.FIGURE, "It was 30.", BEN, NOW);
    }

    private static Consumer<Claim> verb(Action action, Instant at) {
        return switch (action) {
            case MARK -> throw new AssertionError("no verb of a claim that is there");
            case TAKE -> claim -> claim.take(ANNA, at);
            case REASSIGN -> claim -> claim.reassign(new Assignment(Cast.ELSEWHERE, BEN, at, Risk.HIGH), at);
            case ATTACH -> claim -> claim.attach(at);
            case WITHDRAW -> claim -> claim.withdraw(at);
            case SUBMIT -> claim -> claim.submit(at);
            case RETURN -> claim -> claim.giveBack(at);
            case DISPUTE -> claim -> claim.dispute(aDispute(), at);
            case ANSWER -> claim -> claim.answer(at);
            case VERIFY -> claim -> claim.verify(new Verdict(), at);
            case OVERTURN -> claim -> claim.overturn(aDispute(), at);
            case PLACE -> claim -> claim.place(2, new Placed(Placement.MOVED, WORDS), at);
            case REWORD -> claim -> claim.reword(2, OTHER_WORDS, at);
            case ORPHAN -> claim -> claim.orphan(at);
            case REATTACH -> claim -> claim.reattach(2, WORDS, at);
            case DROP -> claim -> claim.drop("no claim", at);
            case RESTORE -> claim -> claim.restore(1, new Placed(Placement.PLACED, WORDS), at);
        };
    }
}
