package org.claimdesk.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/** People for tests, told apart by a number. */
final class Cast {

    static final String DESK = "/desks/immigration";
    static final String ELSEWHERE = "/desks/sports";

    private Cast() {}

    /** Somebody of {@link #DESK}. */
    static Acting person(int number, Role... roles) {
        return person(number, DESK, Set.of(roles));
    }

    static Acting person(int number, String desk, Set<Role> roles) {
        return new Acting(new UUID(0, number), "person" + number, "Person " + number, roles, Set.of(desk));
    }

    /** Everybody's possible roles: none, each, and every combination. */
    static List<Set<Role>> roles() {
        Role[] all = Role.values();
        return IntStream.range(0, 1 << all.length)
                .mapToObj(bits -> Arrays.stream(all)
                        .filter(role -> (bits >> role.ordinal() & 1) == 1)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }
}
