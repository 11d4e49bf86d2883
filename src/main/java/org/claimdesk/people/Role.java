package org.claimdesk.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person does in the newsroom; a Keycloak realm role of the same name in lower case. */
public enum Role {
    REPORTER, REVIEWER, EDITOR, STANDARDS,
    /** Of a system that publishes, not of people: it asks release gates and marks what went out. */
    PUBLISHER;

    public boolean ofPeople() {
        return this != PUBLISHER;
    }

    /** The name of the realm role in Keycloak, and the word on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles among these Keycloak role names; names that are no role of ours are passed over. */
    public static Set<Role> among(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(values()).filter(role -> names.contains(role.word())).forEach(roles::add);
        return roles;
    }
}
