package org.claimdesk.standards.correction;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;

/** Something came out about a claim of a published article. It opens by itself and is decided once. */
@Entity
@DynamicUpdate
class CorrectionCase {

    @Id
    private Long id;
    @Column(name = "article_id")
    private long article;
    @Column(name = "claim_id")
    private long claim;
    private Instant openedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private String reason;
    private UUID decidedBy;
    private Instant decidedAt;
    private Long decidedEntry;

    protected CorrectionCase() {}

    /** @param entry the id of the entry that tells of it */
    void needsNone(String why, UUID by, Instant at, long entry) {
        decide(Outcome.NONE, by, at, entry);
        reason = why;
    }

    /** @param entry the id of the entry that tells of it */
    void correct(UUID by, Instant at, long entry) {
        decide(Outcome.CORRECTED, by, at, entry);
    }

    private void decide(Outcome how, UUID by, Instant at, long entry) {
        if (outcome != null) {
            throw new IllegalStateException("case " + id + " is decided");
        }
        outcome = how;
        decidedBy = by;
        decidedAt = at;
        decidedEntry = entry;
    }

    Long id() {
        return id;
    }

    long article() {
        return article;
    }

    long claim() {
        return claim;
    }

    boolean open() {
        return outcome == null;
    }

    boolean corrected() {
        return outcome == Outcome.CORRECTED;
    }
}
