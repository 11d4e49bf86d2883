package org.claimdesk.standards.release;

import java.time.Instant;

import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where and when a released revision went out, as somebody marked it. */
@Schema(description = "Where and when a released revision went out.")
public record PublicationLine(long id, int revision, String address,
        @Schema(description = "When it went out.") Instant published, Name by,
        @Schema(description = "When that was marked.") Instant at) {}
