package org.claimdesk.people;

import java.util.Set;
import java.util.UUID;

/** Somebody of the newsroom as Keycloak knows them now. */
public record Person(UUID id, String username, String name, Set<Role> roles, Set<String> desks) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean worksOn(String desk) {
        return desks.contains(desk);
    }
}
