package org.claimdesk.people;

import java.util.Set;
import java.util.UUID;

/**
 * Who is acting: the signed-in person with the roles and desks that Keycloak says they have now.
 *
 * @param id the Keycloak subject
 * @param desks paths of Keycloak groups, such as {@code /desks/immigration}
 */
public record Acting(UUID id, String username, String name, Set<Role> roles, Set<String> desks) {

    public Acting {
        roles = Set.copyOf(roles);
        desks = Set.copyOf(desks);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean is(UUID person) {
        return id.equals(person);
    }

    public boolean worksOn(String desk) {
        return desks.contains(desk);
    }
}
