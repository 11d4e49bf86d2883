package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may accept what has become of a page, and have it looked at again. */
class AcknowledgingTest {

    private static final UUID ANNA = new UUID(0, 1);
    private static final String DESK = "/desks/courts";

    @ParameterizedTest
    @CsvSource({"REPORTER,/desks/courts,true,false", "REPORTER,/desks/sports,false,false", "REVIEWER,,true,true",
            "EDITOR,,true,false", "STANDARDS,,true,true", ",/desks/courts,false,false",
            "REPORTER REVIEWER,/desks/sports,true,true"})
    void itGoesByTheRole(String roles, String desk, boolean open, boolean verified) {
        Acting who = person(roles, desk);

        assertThat(may(State.SOURCED, null, Set.of(), Set.of(), who)).isEqualTo(open);
        assertThat(may(State.DISPUTED, null, Set.of(), Set.of(), who)).isEqualTo(open);
        assertThat(may(State.VERIFIED, null, Set.of(), Set.of(), who)).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWER", "STANDARDS"})
    void whoHadAPartInItDoesNotOnAVerifiedClaim(String role) {
        Acting anna = person(role, null);

        assertThat(may(State.VERIFIED, null, Set.of(ANNA), Set.of(), anna)).isFalse();
        assertThat(may(State.VERIFIED, null, Set.of(), Set.of(ANNA), anna)).isFalse();
        assertThat(may(State.SOURCED, null, Set.of(ANNA), Set.of(ANNA), anna)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ASSIGNED,true", "VERIFIED,false"})
    void theAssigneeOfAnotherDeskDoesUntilItIsVerified(State state, boolean may) {
        assertThat(may(state, ANNA, Set.of(), Set.of(), person("REPORTER", "/desks/sports"))).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"REPORTER,/desks/courts,true", "REPORTER,/desks/sports,false", "REVIEWER,,true", "EDITOR,,true",
            "STANDARDS,,true", ",,false"})
    void aVerifiedPageIsLookedAtByEverybodyItConcerns(String roles, String desk, boolean may) {
        assertThat(Policy.refusalToLook(facts(State.VERIFIED, false, null, Set.of(), Set.of()), person(roles, desk))
                .isEmpty()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWER,,false", "REPORTER,/desks/courts,true"})
    void beforeThatByThoseWhoAttach(String roles, String desk, boolean may) {
        assertThat(Policy.refusalToLook(facts(State.SOURCED, false, null, Set.of(), Set.of()), person(roles, desk))
                .isEmpty()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"ASSIGNED", "VERIFIED"})
    void nothingIsDoneAboutADroppedClaim(State state) {
        Facts dropped = facts(state, true, null, Set.of(), Set.of());

        assertThat(Policy.refusalToAcknowledge(dropped, person("STANDARDS", null))).hasValueSatisfying(
                refusal -> assertThat(refusal.byState()).isTrue());
        assertThat(Policy.refusalToLook(dropped, person("STANDARDS", null))).isPresent();
    }

    private static boolean may(State state, UUID assignee, Set<UUID> sourcedBy, Set<UUID> authors, Acting who) {
        Facts facts = facts(state, false, assignee, sourcedBy, authors);
        boolean may = Policy.refusalToAcknowledge(facts, who).isEmpty();
        // Who may has a role to do it in.
        assertThat(may && Policy.roleOn(facts, who).isEmpty()).isFalse();
        return may;
    }

    private static Facts facts(State state, boolean dropped, UUID assignee, Set<UUID> sourcedBy, Set<UUID> authors) {
        return new Facts(state, dropped, false, DESK, assignee, 1, sourcedBy, Set.of(), null, null, authors);
    }

    private static Acting person(String roles, String desk) {
        Set<Role> held = roles == null
                ? Set.of()
                : Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
        return new Acting(ANNA, "anna", "Anna", held, desk == null ? Set.of() : Set.of(desk));
    }
}
