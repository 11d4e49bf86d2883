package org.claimdesk.standards.release;

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
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A revision was let go out, with its claims as they were then. It never changes. */
@Entity
@Immutable
class Release {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "release")
    @SequenceGenerator(name = "release", sequenceName = "release_seq", allocationSize = 1)
    private Long id;
    @Column(name = "article_id")
    private long article;
    private int revision;
    private byte[] digest;
    private byte[] claims;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> waivers;
    private UUID releasedBy;
    @Enumerated(EnumType.STRING)
    private Role role;
    private Instant releasedAt;
    @Column(name = "entry_id")
    private long entry;

    protected Release() {}

    static Release of(Pin pin, List<Long> waivers, UUID by, Role role, Instant at) {
        Release release = new Release();
        release.article = pin.article();
        release.revision = pin.revision();
        release.digest = pin.digest();
        release.claims = pin.claims();
        release.waivers = List.copyOf(waivers);
        release.releasedBy = by;
        release.role = role;
        release.releasedAt = at;
        return release;
    }

    /** @param act the id of the entry that tells of it; before it is kept */
    Release toldBy(long act) {
        entry = act;
        return this;
    }

    Long id() {
        return id;
    }

    long article() {
        return article;
    }

    int revision() {
        return revision;
    }

    byte[] claims() {
        return claims.clone();
    }

    Instant releasedAt() {
        return releasedAt;
    }
}
