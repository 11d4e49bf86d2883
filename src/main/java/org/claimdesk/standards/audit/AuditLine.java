package org.claimdesk.standards.audit;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimdesk.claim.Excerpt;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A verdict that was drawn, in a list. Ratings are in it only once the audit is given.
 *
 * @param place   in the order they were drawn, from 1
 * @param words   the verdict was given on
 * @param takenBy null while nobody has it
 * @param first   the rating that was audited; null until then
 * @param second  the audit's
 */
@Schema(description = "A verdict that was drawn. `first` and `second` are the two ratings, null until the audit is given.")
public record AuditLine(long id, long draw, int place, long verdict, long claim, long article, String headline,
        String words, Risk risk, Name takenBy, Instant takenAt, Rating first, Rating second, Audit.Outcome outcome) {

    private static final int LINE = 110;

    public String quoted() {
        return Excerpt.quoted(words, LINE);
    }

    public boolean given() {
        return second != null;
    }

    /** Whether it was given and the ratings differ. */
    @JsonProperty("finding")
    public boolean finding() {
        return second != null && second != first;
    }

    public boolean free() {
        return takenBy == null;
    }
}
