package org.claimdesk.people;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody of the newsroom as Keycloak knows them now. */
public record Person(UUID id, String username, String name, Set<Role> roles, Set<String> desks) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean worksOn(String desk) {
        return desks.contains(desk);
    }

    public boolean reporter() {
        return is(Role.REPORTER);
    }

    /** The desks by name, such as "Courts, Immigration". */
    public String deskNames() {
        return desks.stream().sorted().map(Desk::nameOf).collect(Collectors.joining(", "));
    }

    /** The paths of the desks, with a space between. */
    public String deskList() {
        return desks.stream().sorted().collect(Collectors.joining(" "));
    }
}
