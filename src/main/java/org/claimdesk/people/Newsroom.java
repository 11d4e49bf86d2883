package org.claimdesk.people;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people and desks of the newsroom, as read from Keycloak at one moment. */
public record Newsroom(List<Person> people, List<Desk> desks, Map<UUID, Person> byId) {

    static Newsroom of(List<Person> people, List<Desk> desks) {
        return new Newsroom(people.stream().sorted(Comparator.comparing(Person::name)).toList(),
                desks.stream().sorted(Comparator.comparing(Desk::name)).toList(),
                people.stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity())));
    }

    public Optional<Person> person(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean has(String desk) {
        return desks.stream().anyMatch(known -> known.path().equals(desk));
    }

    /** Those a claim of this desk can be assigned to. */
    public List<Person> reportersOf(String desk) {
        return people.stream().filter(person -> person.is(Role.REPORTER) && person.worksOn(desk)).toList();
    }
}
