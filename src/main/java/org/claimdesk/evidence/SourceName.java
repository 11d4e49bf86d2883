package org.claimdesk.evidence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source as mentioned in a record. */
@Schema(description = "A source: who or what evidence comes from. What comes from a discredited one counts for nothing.")
public record SourceName(long id, String name, boolean discredited) {

    /** Null for none. */
    static SourceName of(Long id, String name, boolean discredited) {
        return id == null ? null : new SourceName(id, name, discredited);
    }
}
