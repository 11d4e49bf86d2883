package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.people.Role.EDITOR;
import static org.claimdesk.people.Role.REPORTER;
import static org.claimdesk.people.Role.REVIEWER;
import static org.claimdesk.people.Role.STANDARDS;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyholdersTest {

    private static final Facts CLAIM = new Facts(State.ASSIGNED, false, false, Cast.DESK, Cast.person(1).id(), 1,
            Set.of(Cast.person(2).id()), Set.of(), null, null, Set.of());

    static Stream<Set<Role>> roles() {
        return Cast.roles().stream();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void ofTheTwoWhoOpenASealOneIsOfTheStandardsDesk(Set<Role> roles) {
        for (Set<Role> others : Cast.roles()) {
            Optional<Role> asks = Keyholders.roleToAsk(CLAIM, Cast.person(3, Cast.DESK, roles));
            Optional<Role> answers = asks
                    .flatMap(asked -> Keyholders.roleToAnswer(CLAIM, asked, Cast.person(4, Cast.DESK, others)));
            if (answers.isPresent()) {
                assertThat(asks.get() == STANDARDS || answers.get() == STANDARDS).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void nobodyActsInARoleTheyDoNotHave(Set<Role> roles) {
        Acting who = Cast.person(3, Cast.DESK, roles);
        Keyholders.roleToAsk(CLAIM, who).ifPresent(role -> assertThat(roles).contains(role));
        for (Role asked : Role.values()) {
            Keyholders.roleToAnswer(CLAIM, asked, who).ifPresent(role -> assertThat(roles).contains(role));
        }
        assertThat(Keyholders.roleToAsk(CLAIM, who).isPresent()).isEqualTo(roles.stream().anyMatch(Role::ofPeople));
    }

    @Test
    void aReporterOfAnotherDeskAsksOnlyAboutWhatTheySourced() {
        assertThat(Keyholders.roleToAsk(CLAIM, Cast.person(9, Cast.ELSEWHERE, Set.of(REPORTER)))).isEmpty();
        assertThat(Keyholders.roleToAsk(CLAIM, Cast.person(1, Cast.ELSEWHERE, Set.of(REPORTER)))).contains(REPORTER);
        assertThat(Keyholders.roleToAsk(CLAIM, Cast.person(2, Cast.ELSEWHERE, Set.of(REPORTER)))).contains(REPORTER);
    }

    @Test
    void whatTheStandardsDeskAsksForIsGrantedByThoseWhoseSourceItIs() {
        assertThat(Keyholders.roleToAnswer(CLAIM, STANDARDS, Cast.person(1, REPORTER))).contains(REPORTER);
        assertThat(Keyholders.roleToAnswer(CLAIM, STANDARDS, Cast.person(9, EDITOR))).contains(EDITOR);
        assertThat(Keyholders.roleToAnswer(CLAIM, STANDARDS, Cast.person(9, REVIEWER))).isEmpty();
        assertThat(Keyholders.roleToAnswer(CLAIM, EDITOR, Cast.person(1, REPORTER))).isEmpty();
        assertThat(Keyholders.roleToAnswer(CLAIM, REPORTER, Cast.person(9, EDITOR))).isEmpty();
        assertThat(Keyholders.roleToAnswer(CLAIM, REPORTER, Cast.person(9, STANDARDS))).contains(STANDARDS);
    }
}
