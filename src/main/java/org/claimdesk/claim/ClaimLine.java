package org.claimdesk.claim;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimdesk.evidence.capture.Rot;
import org.claimdesk.people.Desk;
import org.claimdesk.people.Name;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.placement.Placement;

/**
 * A claim in a list, a queue or a margin.
 *
 * @param start    first code point in the revision's text
 * @param end      one past the last
 * @param type     what it states, or null
 * @param evidence how many pieces stand
 * @param rating   of the verdict that stands; null where there is none, or it is hidden from who audits it blind
 * @param asked    the statement of the dispute that is open, or null
 * @param rot      the gravest that has become of a page its evidence leans on and nobody has accepted, or null
 */
public record ClaimLine(long id, int version, long article, String headline, int revision, String exact, int start,
        int end, State state, ClaimType type,
        Risk risk, String desk, Name assignee, Instant deadline, int evidence, Rating rating, Name ratedBy,
        boolean dropped, String asked, Placement placement,
        Instant changedAt, Rot rot) {

    private static final int LINE = 110;

    /** Whether the verdict that stands is hidden from this person, who audits it and has not rated it yet. */
    @JsonProperty("hidden")
    public boolean blind() {
        return state == State.VERIFIED && ratedBy == null;
    }

    ClaimLine blindly() {
        return new ClaimLine(id, version, article, headline, revision, exact, start, end, state, type, risk, desk,
                assignee, deadline, evidence, null, null, dropped, null, placement, changedAt, rot);
    }

    public String deskName() {
        return Desk.nameOf(desk);
    }

    /** The words, cut to what fits a line. */
    public String shortly() {
        return Excerpt.of(exact, LINE);
    }

    /** The same in quotation marks. */
    public String quoted() {
        return Excerpt.quoted(exact, LINE);
    }

    /** The classes of the style sheet: the state and, of a verified claim, the rating. */
    public String css() {
        return rating == null ? state.word() : state.word() + " " + rating.name().toLowerCase(Locale.ROOT);
    }

    /** What the state pill says: the rating where there is one. */
    public String standing() {
        return rating == null ? state.word() : Labels.of(rating);
    }

    /** Whether its words are in the revision that stands. */
    public boolean standsInText() {
        return !dropped && placement != Placement.ORPHANED;
    }

    /** Whether its words changed in the revision that stands and it has not been verified on them. */
    public boolean reworded() {
        return !dropped && placement == Placement.REWORDED && state != State.VERIFIED;
    }

    public boolean orphaned() {
        return !dropped && placement == Placement.ORPHANED;
    }

    public boolean verified() {
        return state == State.VERIFIED;
    }

    /** A word on the risk, or empty where it is normal. */
    public String riskNote() {
        return switch (risk) {
            case LEGAL -> "legal §";
            case HIGH -> "high risk";
            case NORMAL -> "";
        };
    }
}
