package org.claimdesk.claim;

import java.time.Instant;
import java.util.List;

import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claim that leans on a source, by which evidence, and the verdicts given on that. */
@Schema(name = "Leaning")
public record Leaning(ClaimLine claim, List<PieceLine> evidence, List<VerdictLine> verdicts) {

    /**
     * @param asOrigin whether the source is the origin behind it, and not who it comes from
     * @param stands   whether it has not been withdrawn
     */
    @Schema(name = "LeaningEvidence")
    public record PieceLine(long id, Evidence.Kind kind, Stance stance, String title, Rank rank, boolean asOrigin,
            boolean stands) {}

    /** @param ended null while it stands */
    @Schema(name = "LeaningVerdict")
    public record VerdictLine(long id, Rating rating, Name givenBy, Instant givenAt, Verdict.Ended ended) {}
}
