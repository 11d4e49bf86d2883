package org.claimdesk.evidence.seal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;

/**
 * Somebody asks that a seal be opened; somebody else grants it or refuses, once and within a day. Where it is granted the
 * two of them may look until it closes by itself.
 */
@Entity
public class Opening {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opening")
    @SequenceGenerator(name = "opening", sequenceName = "opening_seq", allocationSize = 1)
    private Long id;
    @Column(name = "evidence_id", updatable = false)
    private long evidence;
    @Column(updatable = false)
    private String reason;
    @Column(updatable = false)
    private UUID askedBy;
    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Role askedRole;
    @Column(updatable = false)
    private Instant askedAt;
    @Column(updatable = false)
    private long askedEntry;
    private UUID answeredBy;
    @Enumerated(EnumType.STRING)
    private Role answeredRole;
    private Instant answeredAt;
    private Long answeredEntry;
    private Boolean granted;
    private String refusal;
    private Instant openUntil;

    protected Opening() {}

    /** By whom, in which role, when, and the id of the entry that tells of it. */
    public record Step(UUID by, Role role, Instant at, long entry) {}

    static Opening asked(long evidence, String reason, Step step) {
        Opening opening = new Opening();
        opening.evidence = evidence;
        opening.reason = reason;
        opening.askedBy = step.by();
        opening.askedRole = step.role();
        opening.askedAt = step.at();
        opening.askedEntry = step.entry();
        return opening;
    }

    /** @throws Problem forbidden to whoever asked for it, conflict where it is answered already or a day has gone by */
    void requireWaiting(UUID by, Instant now) {
        if (by.equals(askedBy)) {
            throw Problem.forbidden("You asked for it. Somebody else grants or refuses it.");
        }
        if (answeredAt != null) {
            throw Problem.conflict("It has been answered already.", List.of());
        }
        if (!now.isBefore(askedAt.plus(OpeningLine.WAITS))) {
            throw Problem.conflict("It was asked for more than a day ago. Ask again.", List.of());
        }
    }

    void grant(Instant until, Step step) {
        requireWaiting(step.by(), step.at());
        answered(true, step);
        openUntil = until;
    }

    void refuse(String why, Step step) {
        requireWaiting(step.by(), step.at());
        answered(false, step);
        refusal = why;
    }

    private void answered(boolean how, Step step) {
        granted = how;
        answeredBy = step.by();
        answeredRole = step.role();
        answeredAt = step.at();
        answeredEntry = step.entry();
    }

    public Long id() {
        return id;
    }

    public long evidence() {
        return evidence;
    }

    public Role askedRole() {
        return askedRole;
    }
}
