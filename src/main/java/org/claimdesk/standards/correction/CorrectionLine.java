package org.claimdesk.standards.correction;

import java.time.Instant;
import java.time.LocalDate;

import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction as it was issued. */
@Schema(description = "A correction as it was issued. It never changes; another may follow it.")
public record CorrectionLine(long id, @Schema(description = "The case it decided.") long ofCase, long article,
        @Schema(description = "The correction it follows, or null.") Long follows, CorrectionKind kind, String text,
        LocalDate dated, Spot placed, @Schema(description = "Where it is, for ELSEWHERE alone.") String placedAt,
        @Schema(description = "The headline that went out last.") String headline,
        @Schema(description = "Where the article is.") String address, Name by, Instant at) {}
