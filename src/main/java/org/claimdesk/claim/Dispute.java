package org.claimdesk.claim;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.claimdesk.problem.Problem;

/** A named person's objection with grounds: opened, answered at most once, decided once. */
@Entity
public class Dispute {

    /** How a dispute ended. */
    public enum Outcome {
        UPHELD, REJECTED,
        /** Who opened it accepted the answer. */
        ACCEPTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dispute")
    @SequenceGenerator(name = "dispute", sequenceName = "dispute_seq", allocationSize = 1)
    private Long id;
    @Column(name = "claim_id")
    private long claim;
    @Enumerated(EnumType.STRING)
    private Grounds grounds;
    private String statement;
    private UUID openedBy;
    private Instant openedAt;
    private String answer;
    private UUID answeredBy;
    private Instant answeredAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private UUID decidedBy;
    private Instant decidedAt;

    protected Dispute() {}

    static Dispute open(long claim, Grounds grounds, String statement, UUID by, Instant at) {
        Dispute dispute = new Dispute();
        dispute.claim = claim;
        dispute.grounds = grounds;
        dispute.statement = statement;
        dispute.openedBy = by;
        dispute.openedAt = at;
        return dispute;
    }

    /** @param statement may be empty where new evidence is the answer */
    void answer(String statement, UUID by, Instant at) {
        if (answeredAt != null || outcome != null) {
            throw new IllegalStateException("dispute " + id + " has been answered");
        }
        answer = statement;
        answeredBy = by;
        answeredAt = at;
    }

    /**
     * Decides it. Who opened it can only accept an answer; everybody else says upheld or rejected.
     *
     * @param chosen what the reviewer chose, or null
     */
    void decide(Outcome chosen, UUID by, Instant at) {
        boolean opener = openedBy.equals(by);
        if (opener && answeredAt == null) {
            throw Problem.forbidden("You opened this dispute; as it stands, only somebody else can decide it.");
        }
        if (!opener && chosen != Outcome.UPHELD && chosen != Outcome.REJECTED) {
            throw Problem.badInput("outcome", "Say whether the dispute is upheld or rejected.");
        }
        outcome = opener ? Outcome.ACCEPTED : chosen;
        decidedBy = by;
        decidedAt = at;
    }

    Long id() {
        return id;
    }

    Instant openedAt() {
        return openedAt;
    }

    Outcome outcome() {
        return outcome;
    }
}
