package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.List;

import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Verdict;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An audit for somebody: the claim as the verdict was given on it, and as much of the verdict as they may see.
 *
 * @param revision the one the words are of
 * @param before   words of the article before them
 * @param after    words after them
 * @param evidence the pieces that the verdict was given on; none until somebody has it
 * @param verdict  null until the audit is given
 * @param own      null until then
 * @param finding  null where the ratings agree or it is not decided
 * @param stands   whether the verdict stands; null until the audit is given
 * @param refusal  why this person may not audit it, or empty
 */
@Schema(description = "An audit. `verdict`, `own` and `stands` are null until the audit is given, whoever asks.")
public record AuditSheet(AuditLine line, int revision, String before, String after, List<Exhibit> evidence,
        First verdict, Own own, Decided finding, Boolean stands, String refusal) {

    /** The verdict that was audited. */
    public record First(Rating rating, String rationale, String waived, Name givenBy, Instant givenAt,
            Verdict.Ended ended) {}

    /** What the audit says. */
    public record Own(Rating rating, String rationale, Name givenBy, Instant givenAt) {}

    /** What was decided of the finding. */
    public record Decided(Audit.Outcome outcome, String reason, Name by, Instant at) {}

    public boolean may() {
        return refusal.isEmpty();
    }

    /** Whether somebody has to decide. */
    public boolean open() {
        return line.finding() && finding == null;
    }
}
