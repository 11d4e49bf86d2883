package org.claimdesk.standards.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** What was said to readers. It never changes; another may follow it. */
@Entity
@Immutable
class Correction {

    @Id
    private Long id;
    @Column(name = "case_id")
    private long ofCase;
    @Column(name = "article_id")
    private long article;
    private Long follows;
    @Enumerated(EnumType.STRING)
    private CorrectionKind kind;
    private String text;
    private LocalDate dated;
    @Enumerated(EnumType.STRING)
    private Spot placed;
    private String placedAt;
    private String headline;
    private String address;
    private UUID issuedBy;
    private Instant issuedAt;
    @Column(name = "entry_id")
    private long entry;

    protected Correction() {}

    /**
     * @param follows the correction before it, or null
     * @param entry   the id of the entry that tells of it
     */
    static Correction of(long id, CorrectionCase of, Long follows, NewCorrection said, Went went, UUID by, Instant at,
            long entry) {
        Correction correction = new Correction();
        correction.id = id;
        correction.ofCase = of.id();
        correction.article = of.article();
        correction.follows = follows;
        correction.kind = said.kind();
        correction.text = said.text();
        correction.dated = said.dated();
        correction.placed = said.placed();
        correction.placedAt = said.address();
        correction.headline = went.headline();
        correction.address = went.address();
        correction.issuedBy = by;
        correction.issuedAt = at;
        correction.entry = entry;
        return correction;
    }
}
