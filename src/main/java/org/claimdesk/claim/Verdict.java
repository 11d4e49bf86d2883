package org.claimdesk.claim;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A reviewer's rating of a claim with a rationale, bound to the exact words and evidence it was given on. */
@Entity
public class Verdict {

    /** What ended a verdict. */
    public enum Ended {
        DISPUTED, OVERTURNED, REWORDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "verdict")
    @SequenceGenerator(name = "verdict", sequenceName = "verdict_seq", allocationSize = 1)
    private Long id;
    @Column(name = "claim_id")
    private long claim;
    @Enumerated(EnumType.STRING)
    private Rating rating;
    private String rationale;
    private String waived;
    private int revision;
    private String words;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> evidence;
    private UUID givenBy;
    private Instant givenAt;
    @Enumerated(EnumType.STRING)
    private Ended ended;
    private UUID endedBy;
    private Instant endedAt;
    private String finding;

    protected Verdict() {}

    /** @param waived why it is given though the desk's rule of sources is not met; null where it is met */
    static Verdict give(Claim claim, Rating rating, String rationale, String waived, List<Long> evidence, UUID by,
            Instant at) {
        Verdict verdict = new Verdict();
        verdict.claim = claim.id();
        verdict.rating = rating;
        verdict.rationale = rationale;
        verdict.waived = waived;
        verdict.revision = claim.revision();
        verdict.words = claim.words().exact();
        verdict.evidence = List.copyOf(evidence);
        verdict.givenBy = by;
        verdict.givenAt = at;
        return verdict;
    }

    /** @param finding what the standards desk found; null unless it is overturned */
    void end(Ended how, String finding, UUID by, Instant at) {
        if (ended != null) {
            throw new IllegalStateException("verdict " + id + " has ended");
        }
        this.ended = how;
        this.finding = finding;
        this.endedBy = by;
        this.endedAt = at;
    }

    Long id() {
        return id;
    }

    UUID givenBy() {
        return givenBy;
    }
}
