package org.claimdesk.people;

/** What a person does in the newsroom; a Keycloak realm role of the same name in lower case. */
public enum Role {
    REPORTER, REVIEWER, EDITOR, STANDARDS
}
