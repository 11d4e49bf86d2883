package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.claimdesk.claim.Policy.Refusal;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.junit.jupiter.api.Test;

/** The duties, one by one. Everybody here holds every role, so that no role can be what refuses them. */
class DutiesTest {

    private static final Acting ANNA = Cast.person(1, Role.values());
    private static final Acting BEN = Cast.person(2, Role.values());
    private static final UUID NOBODY = null;

    @Test
    void whoSourcedItCannotVerifyIt() {
        Facts claim = claim(State.SOURCED, Set.of(ANNA.id()), Set.of(), NOBODY, NOBODY, Set.of());

        refusedToPerson(Action.VERIFY, claim, ANNA, "You sourced this claim. Somebody else verifies it.");
        allowed(Action.VERIFY, claim, BEN);
    }

    @Test
    void whoSourcedItCannotDecideItsDispute() {
        Facts claim = claim(State.DISPUTED, Set.of(ANNA.id()), Set.of(), BEN.id(), NOBODY, Set.of());

        refusedToPerson(Action.VERIFY, claim, ANNA, "You sourced this claim. Somebody else verifies it.");
    }

    @Test
    void whoOpenedTheDisputeCannotDecideItAsItStands() {
        Facts claim = claim(State.DISPUTED, Set.of(), Set.of(), ANNA.id(), NOBODY, Set.of());

        refusedToPerson(Action.VERIFY, claim, ANNA,
                "You opened this dispute: you can accept an answer; as it stands, only somebody else can decide it.");
        allowed(Action.VERIFY, claim, BEN);
    }

    /** An answered dispute leaves the claim sourced, with no dispute open. */
    @Test
    void whoOpenedTheDisputeMayAcceptTheAnswer() {
        allowed(Action.VERIFY, claim(State.SOURCED, Set.of(BEN.id()), Set.of(), NOBODY, NOBODY, Set.of()), ANNA);
    }

    @Test
    void whoseVerdictWasOverturnedDoesNotGiveTheNext() {
        Facts answered = claim(State.SOURCED, Set.of(), Set.of(ANNA.id()), NOBODY, ANNA.id(), Set.of());
        Facts disputed = claim(State.DISPUTED, Set.of(), Set.of(ANNA.id()), BEN.id(), ANNA.id(), Set.of());

        refusedToPerson(Action.VERIFY, answered, ANNA,
                "Your verdict on it was overturned. Somebody else gives the next one.");
        refusedToPerson(Action.VERIFY, disputed, ANNA,
                "Your verdict on it was overturned. Somebody else gives the next one.");
        allowed(Action.VERIFY, answered, BEN);
    }

    @Test
    void whoseVerdictWasOverturnedMayVerifyAgainAfterAnotherVerdict() {
        allowed(Action.VERIFY,
                claim(State.SOURCED, Set.of(), Set.of(ANNA.id(), BEN.id()), NOBODY, NOBODY, Set.of()), ANNA);
    }

    @Test
    void whoSourcedItDoesNotAuditIt() {
        Facts claim = claim(State.VERIFIED, Set.of(ANNA.id()), Set.of(), NOBODY, NOBODY, Set.of());

        refusedToPerson(Action.OVERTURN, claim, ANNA,
                "You sourced or verified this claim. Somebody else audits it.");
        allowed(Action.OVERTURN, claim, BEN);
    }

    @Test
    void whoVerifiedItDoesNotAuditIt() {
        Facts claim = claim(State.VERIFIED, Set.of(), Set.of(ANNA.id()), NOBODY, NOBODY, Set.of());

        refusedToPerson(Action.OVERTURN, claim, ANNA,
                "You sourced or verified this claim. Somebody else audits it.");
        allowed(Action.OVERTURN, claim, BEN);
    }

    @Test
    void anAuthorOfTheArticleDoesNotVerifyItsClaims() {
        Facts sourced = claim(State.SOURCED, Set.of(), Set.of(), NOBODY, NOBODY, Set.of(ANNA.id()));
        Facts disputed = claim(State.DISPUTED, Set.of(), Set.of(), BEN.id(), NOBODY, Set.of(ANNA.id()));

        refusedToPerson(Action.VERIFY, sourced, ANNA,
                "You are an author of the article. Somebody else verifies its claims.");
        refusedToPerson(Action.VERIFY, disputed, ANNA,
                "You are an author of the article. Somebody else verifies its claims.");
        allowed(Action.VERIFY, sourced, BEN);
    }

    @Test
    void anAuthorMaySourceAndDisputeLikeAnybody() {
        allowed(Action.ATTACH, claim(State.ASSIGNED, Set.of(), Set.of(), NOBODY, NOBODY, Set.of(ANNA.id())), ANNA);
        allowed(Action.DISPUTE, claim(State.SOURCED, Set.of(), Set.of(), NOBODY, NOBODY, Set.of(ANNA.id())), ANNA);
    }

    @Test
    void noRoleIsExempt() {
        Facts claim = claim(State.SOURCED, Set.of(ANNA.id()), Set.of(), NOBODY, NOBODY, Set.of());

        for (Set<Role> roles : Cast.roles()) {
            assertThat(Policy.possible(claim, Cast.person(1, Cast.DESK, roles))).as("%s", roles)
                    .doesNotContain(Action.VERIFY);
        }
    }

    @Test
    void nothingIsSubmittedAnsweredOrVerifiedWithoutEvidence() {
        refusedByState(Action.SUBMIT, bare(State.ASSIGNED, ANNA.id()), ANNA);
        refusedByState(Action.ANSWER, bare(State.DISPUTED, ANNA.id()), ANNA);
        refusedByState(Action.VERIFY, bare(State.DISPUTED, NOBODY), BEN);
        refusedByState(Action.WITHDRAW, bare(State.ASSIGNED, ANNA.id()), ANNA);
    }

    @Test
    void theLastEvidenceOfASourcedClaimIsNotWithdrawn() {
        Facts one = new Facts(State.SOURCED, false, false, Cast.DESK, ANNA.id(), 1, Set.of(), Set.of(), null, null,
                Set.of());
        Facts assigned = new Facts(State.ASSIGNED, false, false, Cast.DESK, ANNA.id(), 1, Set.of(), Set.of(), null,
                null,
                Set.of());

        refusedByState(Action.WITHDRAW, one, ANNA);
        allowed(Action.WITHDRAW, assigned, ANNA);
    }

    @Test
    void aClaimIsTakenOnce() {
        Facts bens = new Facts(State.ASSIGNED, false, false, Cast.DESK, BEN.id(), 0, Set.of(), Set.of(), null, null,
                Set.of());

        assertThat(Policy.refusal(Action.TAKE, bens, ANNA))
                .contains(new Refusal(true, "Somebody has taken it already."));
        assertThat(Policy.refusal(Action.TAKE, bens, BEN)).contains(new Refusal(true, "You have it already."));
    }

    @Test
    void theHistorySaysInWhichRoleSomethingWasDone() {
        assertThat(Policy.roleFor(Action.SUBMIT, ANNA)).isEqualTo(Role.REPORTER);
        assertThat(Policy.roleFor(Action.VERIFY, ANNA)).isEqualTo(Role.REVIEWER);
        assertThat(Policy.roleFor(Action.DROP, ANNA)).isEqualTo(Role.EDITOR);
        assertThat(Policy.roleFor(Action.OVERTURN, ANNA)).isEqualTo(Role.STANDARDS);
        assertThat(Policy.roleFor(Action.DISPUTE, Cast.person(3, Role.REPORTER))).isEqualTo(Role.REPORTER);
    }

    private static Facts claim(State state, Set<UUID> sourcedBy, Set<UUID> verifiedBy, UUID disputedBy,
            UUID overturnedFrom, Set<UUID> authors) {
        return new Facts(state, false, false, Cast.DESK, null, 1, sourcedBy, verifiedBy, disputedBy, overturnedFrom,
                authors);
    }

    private static Facts bare(State state, UUID assignee) {
        return new Facts(state, false, false, Cast.DESK, assignee, 0, Set.of(), Set.of(), null, null, Set.of());
    }

    private static void allowed(Action action, Facts claim, Acting who) {
        assertThat(Policy.refusal(action, claim, who)).isEmpty();
    }

    private static void refusedByState(Action action, Facts claim, Acting who) {
        assertThat(Policy.refusal(action, claim, who).map(Refusal::byState)).contains(true);
    }

    private static void refusedToPerson(Action action, Facts claim, Acting who, String reason) {
        assertThat(Policy.refusal(action, claim, who)).isEqualTo(Optional.of(new Refusal(false, reason)));
    }
}
