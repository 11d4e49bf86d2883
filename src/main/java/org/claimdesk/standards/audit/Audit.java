package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.claimdesk.claim.Rating;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;

/** A verdict that was drawn: taken by somebody, rated by them blind, and where the ratings differ a finding, decided once. */
@Entity
public class Audit {

    /** What became of a finding. */
    public enum Outcome {
        /** The first verdict stands. */
        UPHELD,
        /** It was ended by it. */
        OVERTURNED,
        /** It had ended before. */
        MOOT
    }

    @Id
    private Long id;
    @Version
    private int version;
    @Column(name = "draw_id", updatable = false)
    private long draw;
    @Column(updatable = false)
    private int place;
    @Column(name = "verdict_id", updatable = false)
    private long verdict;
    @Column(name = "claim_id", updatable = false)
    private long claim;
    @Column(name = "article_id", updatable = false)
    private long article;
    private UUID takenBy;
    private Instant takenAt;
    @Enumerated(EnumType.STRING)
    private Rating rating;
    private String rationale;
    private Boolean agrees;
    private Instant auditedAt;
    private Long auditEntry;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private String reason;
    private UUID decidedBy;
    private Instant decidedAt;
    private Long outcomeEntry;

    protected Audit() {}

    /** @throws Problem conflict where somebody has it */
    void take(UUID by, Instant at) {
        if (takenBy != null) {
            throw Problem.conflict(takenBy.equals(by) ? "You have it already." : "Somebody has taken it already.",
                    List.of());
        }
        takenBy = by;
        takenAt = at;
    }

    /** @throws Problem conflict where nobody has it, or it has been given */
    void giveBack() {
        requireOpen();
        takenBy = null;
        takenAt = null;
    }

    /** @throws Problem forbidden to all but who has it, conflict where it has been given */
    void requireWith(Acting who) {
        requireOpen();
        if (!who.is(takenBy)) {
            throw Problem.forbidden("Somebody else has taken it. Who has it gives the rating.");
        }
    }

    /** @param first the rating that was audited */
    void give(Rating rating, String rationale, Rating first, Instant at, long entry) {
        this.rating = rating;
        this.rationale = rationale;
        this.agrees = rating == first;
        this.auditedAt = at;
        this.auditEntry = entry;
    }

    /** @throws Problem conflict where there is no finding, or it is decided */
    void requireFinding() {
        if (agrees == null || agrees) {
            throw Problem.conflict(agrees == null
                    ? "It has not been audited yet."
                    : "The two ratings agree: there is nothing to decide.", List.of());
        }
        if (outcome != null) {
            throw Problem.conflict("The finding has been decided already.", List.of());
        }
    }

    void decide(Outcome outcome, String reason, UUID by, Instant at, long entry) {
        this.outcome = outcome;
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = at;
        this.outcomeEntry = entry;
    }

    private void requireOpen() {
        if (rating != null) {
            throw Problem.conflict("It has been audited already.", List.of());
        }
        if (takenBy == null) {
            throw Problem.conflict("Nobody has taken it. Take it first.", List.of("take"));
        }
    }

    Long id() {
        return id;
    }

    long claim() {
        return claim;
    }

    long article() {
        return article;
    }

    long verdict() {
        return verdict;
    }
}
