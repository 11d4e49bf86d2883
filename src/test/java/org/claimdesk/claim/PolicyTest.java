package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.claimdesk.claim.Agreed.Tie;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state, action, combination of roles and tie to the claim, against what was agreed. */
class PolicyTest {

    private static final UUID SOMEBODY_ELSE = new UUID(9, 9);

    static Stream<Arguments> everyStateAndAction() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Action.values()).map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void whatIsAgreedIsPossibleAndNothingElse(State state, Action action) {
        for (Set<Role> roles : Cast.roles()) {
            for (Tie tie : Tie.values()) {
                Acting who = who(roles, tie);
                Facts claim = facts(state, action, action == Action.RESTORE, tie, who);
                expect(action, claim, who, tie);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void aDroppedClaimIsOnlyRestored(State state, Action action) {
        for (Set<Role> roles : Cast.roles()) {
            for (Tie tie : Tie.values()) {
                Acting who = who(roles, tie);
                expect(action, facts(state, action, true, tie, who), who, tie);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAction")
    void whatIsNotDroppedIsNotRestored(State state, Action action) {
        Acting editor = Cast.person(1, Role.values());

        assertThat(Policy.possible(facts(state, action, false, Tie.OF_THE_DESK, editor), editor))
                .doesNotContain(Action.RESTORE);
    }

    @Test
    void theAgreedTableNamesEveryActionButMark() {
        assertThat(EnumSet.complementOf(EnumSet.of(Action.MARK)))
                .isEqualTo(Agreed.table().stream().map(Agreed.Row::action).collect(Collectors.toSet()));
    }

    /** The refusal, its status, its list of what is possible now, and the buttons: one expectation. */
    private static void expect(Action action, Facts claim, Acting who, Tie tie) {
        String about = "%s a claim %s%s by %s, %s".formatted(action, claim.dropped() ? "dropped while " : "",
                claim.state(), who.roles(), tie);
        List<String> possible = Arrays.stream(Action.values())
                .filter(each -> !each.byRevision() && agreed(each, claim, who, tie))
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        Problem refused = catchThrowableOfType(Problem.class, () -> Policy.require(action, claim, who));

        assertThat(Policy.possible(claim, who)).as("possible instead of %s", about)
                .extracting(each -> each.name().toLowerCase(Locale.ROOT))
                .containsExactlyElementsOf(possible);
        if (agreed(action, claim, who, tie)) {
            assertThat(refused).as(about).isNull();
            assertThat(who.roles()).as("the role in which to %s", about).contains(Policy.roleFor(action, who));
        } else if (inState(action, claim)) {
            assertThat(refused).as(about).isNotNull();
            assertThat(refused.kind()).as(about).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(refused.more()).as(about).isEmpty();
        } else {
            assertThat(refused).as(about).isNotNull();
            assertThat(refused.kind()).as(about).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(refused.more()).as(about).containsOnlyKeys("actions").containsEntry("actions", possible);
        }
    }

    private static boolean agreed(Action action, Facts claim, Acting who, Tie tie) {
        return inState(action, claim)
                && Agreed.allows(Agreed.row(claim.state(), action).orElseThrow(), who.roles(), tie);
    }

    private static boolean inState(Action action, Facts claim) {
        boolean placed = action == Action.REATTACH && !claim.orphaned();
        boolean nothingToVerify = action == Action.VERIFY && claim.orphaned();
        boolean taken = action == Action.TAKE && claim.assignee() != null;
        return claim.dropped() == (action == Action.RESTORE) && !taken && !placed && !nothingToVerify
                && Agreed.row(claim.state(), action).isPresent();
    }

    private static Acting who(Set<Role> roles, Tie tie) {
        boolean elsewhere = tie == Tie.OF_ANOTHER_DESK || tie == Tie.ASSIGNEE_OF_ANOTHER_DESK;
        return Cast.person(1, elsewhere ? Cast.ELSEWHERE : Cast.DESK, roles);
    }

    private static Facts facts(State state, Action action, boolean dropped, Tie tie, Acting who) {
        UUID id = who.id();
        UUID assignee = tie == Tie.ASSIGNEE || tie == Tie.ASSIGNEE_OF_ANOTHER_DESK
                ? id
                : action == Action.TAKE ? null : SOMEBODY_ELSE;
        UUID opener = tie == Tie.OPENED_THE_DISPUTE ? id : SOMEBODY_ELSE;
        return new Facts(state, dropped, action == Action.REATTACH, Cast.DESK, assignee, 2,
                tie == Tie.SOURCED_IT ? Set.of(SOMEBODY_ELSE, id) : Set.of(SOMEBODY_ELSE),
                tie == Tie.VERIFIED_IT || tie == Tie.WAS_OVERTURNED ? Set.of(SOMEBODY_ELSE, id) : Set.of(SOMEBODY_ELSE),
                state == State.DISPUTED ? opener : null, tie == Tie.WAS_OVERTURNED ? id : null,
                tie == Tie.AUTHOR ? Set.of(id) : Set.of());
    }
}
