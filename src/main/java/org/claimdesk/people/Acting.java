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

    /** The service itself, where nobody asked; it has no role, so it may do nothing that a person may. Known to the register by the schema. */
    public static final Acting SERVICE = new Acting(UUID.fromString("00000000-0000-4000-8000-00000000c1a1"),
            "claimdesk",
            "Claimdesk", Set.of(), Set.of());

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
