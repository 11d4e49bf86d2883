package org.claimdesk.claim;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.evidence.Backing;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.people.Name;

/**
 * Everything about one claim, as its page and the API show it.
 *
 * @param before  words of the article before the claim
 * @param after   words after it
 * @param places  how its words stood in the revisions, newest first
 * @param latest  the number of the article's revision that stands
 * @param evidence the first {@link #PIECES} pieces, what stands first
 * @param further after what to go on in the list of its evidence, or null where that is all
 * @param actions what the person asking may do now
 * @param facts   what the policy judged by; not for output
 */
public record ClaimSheet(ClaimLine claim, String before, String after, Name markedBy, Instant markedAt,
        String dropReason, int latest,
        List<Exhibit> evidence, String further, Backing independence, List<DisputeLine> disputes,
        List<VerdictLine> verdicts,
        List<PlaceLine> places,
        List<Action> actions,
        @JsonIgnore Facts facts) {

    /** How many pieces of evidence a sheet holds at most. */
    public static final int PIECES = 50;

    /** A dispute with all that was said in it. */
    public record DisputeLine(long id, Grounds grounds, String statement, Name openedBy, Instant openedAt,
            String answer, Name answeredBy,
            Instant answeredAt, Dispute.Outcome outcome, Name decidedBy, Instant decidedAt) {}

    /**
     * A verdict, standing or ended.
     *
     * @param waived   why it was given though the desk's rule of sources was not met, or null
     * @param words    the words it was given on
     * @param evidence ids of the evidence it was given on
     */
    public record VerdictLine(long id, Rating rating, String rationale, String waived, int revision, String words,
            List<Long> evidence,
            Name givenBy,
            Instant givenAt, Verdict.Ended ended, Name endedBy, Instant endedAt, String finding) {}

    public boolean may(Action action) {
        return actions.contains(action);
    }
}
