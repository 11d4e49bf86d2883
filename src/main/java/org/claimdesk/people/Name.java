package org.claimdesk.people;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as mentioned in a record: id and name. */
@Schema(description = "A person: the Keycloak subject and the name last seen.")
public record Name(UUID id, String name) {

    /** Null for nobody. */
    public static Name of(UUID id, String name) {
        return id == null ? null : new Name(id, name);
    }
}
