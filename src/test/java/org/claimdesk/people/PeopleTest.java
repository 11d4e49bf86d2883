package org.claimdesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    private static final UUID ANNA = new UUID(0, 1);
    private static final Person REPORTER = new Person(ANNA, "anna", "Anna Ruiz", Set.of(Role.REPORTER),
            Set.of("/desks/immigration", "/desks/courts-and-law"));

    @Test
    void rolesAreThoseOfKeycloakByTheirNamesInLowerCase() {
        assertThat(Role.among(List.of("reporter", "standards", "offline_access", "EDITOR", "uma_authorization")))
                .containsExactlyInAnyOrder(Role.REPORTER, Role.STANDARDS);
        assertThat(Role.among(List.of())).isEmpty();
        assertThat(Role.values()).extracting(Role::word)
                .containsExactly("reporter", "reviewer", "editor", "standards", "publisher");
    }

    @Test
    void whoIsActingKeepsTheRolesAndDesksOfTheMoment() {
        Set<Role> roles = new HashSet<>(Set.of(Role.EDITOR));
        Acting acting = new Acting(ANNA, "anna", "Anna Ruiz", roles, Set.of("/desks/courts"));
        roles.add(Role.STANDARDS);

        assertThat(acting.is(Role.EDITOR)).isTrue();
        assertThat(acting.is(Role.STANDARDS)).isFalse();
        assertThat(acting.is(new UUID(0, 1))).isTrue();
        assertThat(acting.is(new UUID(0, 2))).isFalse();
        assertThat(acting.is((UUID) null)).isFalse();
        assertThatThrownBy(() -> acting.roles().add(Role.STANDARDS)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aDeskIsItsWholePath() {
        Acting acting = new Acting(ANNA, "anna", "Anna Ruiz", Set.of(), Set.of("/desks/courts"));

        assertThat(acting.worksOn("/desks/courts")).isTrue();
        assertThat(acting.worksOn("/desks/court")).isFalse();
        assertThat(acting.worksOn("courts")).isFalse();
        assertThat(REPORTER.worksOn("/desks/immigration")).isTrue();
        assertThat(REPORTER.worksOn("/desks")).isFalse();
    }

    @Test
    void aPersonNamesTheirDesksInOrder() {
        assertThat(REPORTER.reporter()).isTrue();
        assertThat(REPORTER.deskNames()).isEqualTo("Courts and law, Immigration");
        assertThat(REPORTER.deskList()).isEqualTo("/desks/courts-and-law /desks/immigration");
    }

    @ParameterizedTest
    @CsvSource({"/desks/immigration,Immigration", "/desks/courts-and-law,Courts and law", "/desks/,/desks/",
            "sports,Sports",
            "/desks/écologie,Écologie", "'',''"})
    void aDeskIsCalledByTheLastPartOfItsPath(String path, String name) {
        assertThat(Desk.nameOf(path)).isEqualTo(name);
    }

    @Test
    void nobodyHasNoName() {
        assertThat(Name.of(null, null)).isNull();
        assertThat(Name.of(ANNA, "Anna Ruiz")).isEqualTo(new Name(ANNA, "Anna Ruiz"));
    }

    @Test
    void theNewsroomKnowsWhoCanBeAssigned() {
        Person reviewer = new Person(new UUID(0, 2), "ben", "Ben Cole", Set.of(Role.REVIEWER),
                Set.of("/desks/immigration"));
        Person elsewhere = new Person(new UUID(0, 3), "cy", "Cy Aust", Set.of(Role.REPORTER), Set.of("/desks/sports"));
        Newsroom newsroom = Newsroom.of(List.of(elsewhere, reviewer, REPORTER),
                List.of(new Desk("/desks/sports", "Sports"), new Desk("/desks/immigration", "Immigration")));

        assertThat(newsroom.reportersOf("/desks/immigration")).containsExactly(REPORTER);
        assertThat(newsroom.people()).extracting(Person::name).containsExactly("Anna Ruiz", "Ben Cole", "Cy Aust");
        assertThat(newsroom.desks()).extracting(Desk::name).containsExactly("Immigration", "Sports");
        assertThat(newsroom.person(ANNA)).contains(REPORTER);
        assertThat(newsroom.person(new UUID(0, 9))).isEmpty();
        assertThat(newsroom.has("/desks/sports")).isTrue();
        assertThat(newsroom.has("/desks/weather")).isFalse();
    }
}
