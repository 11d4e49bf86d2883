package org.claimdesk.standards.correction;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came out, and when. */
@Schema(description = "What came out about a claim, or about one that says the same.")
public record CauseLine(Cause cause,
        @Schema(description = "The claim it happened to: that of the case, or one linked to it.") long claim,
        @Schema(description = "The piece of evidence whose page it is, or null.") Long evidence,
        @Schema(description = "The entry of the history that tells of it.") long entry, Instant at) {}
