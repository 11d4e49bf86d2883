package org.claimdesk.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.claimdesk.text.placement.Placement;
import org.hibernate.annotations.Immutable;

/** Where the words of a claim were put in a revision, once: in the revision it was marked in, and in each one after it. */
@Entity
@Immutable
@Table(name = "placement")
class Place {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "placement")
    @SequenceGenerator(name = "placement", sequenceName = "placement_seq", allocationSize = 1)
    private Long id;
    @Column(name = "claim_id")
    private long claim;
    private int revision;
    @Enumerated(EnumType.STRING)
    private Placement how;
    private String exact;
    private Integer startAt;
    private Integer endAt;
    @Column(name = "entry_id")
    private long entry;

    protected Place() {}

    /**
     * As the claim stands now.
     *
     * @param revision the one that stands, in which an orphaned claim has no words
     * @param act      the id of the entry that tells of it
     */
    static Place of(Claim claim, int revision, long act) {
        Place place = new Place();
        place.claim = claim.id();
        place.revision = revision;
        place.how = claim.placement();
        place.entry = act;
        if (!claim.orphaned()) {
            place.exact = claim.words().exact();
            place.startAt = claim.words().start();
            place.endAt = claim.words().end();
        }
        return place;
    }
}
