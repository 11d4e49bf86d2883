package org.claimdesk.standards.release;

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
import org.claimdesk.people.Role;
import org.hibernate.annotations.Immutable;

/** A released revision went out: where and when. It never changes. */
@Entity
@Immutable
class Publication {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "publication")
    @SequenceGenerator(name = "publication", sequenceName = "publication_seq", allocationSize = 1)
    private Long id;
    @Column(name = "article_id")
    private long article;
    @Column(name = "release_id")
    private long release;
    private int revision;
    private String address;
    private Instant publishedAt;
    private UUID markedBy;
    @Enumerated(EnumType.STRING)
    private Role role;
    private Instant markedAt;
    @Column(name = "entry_id")
    private long entry;

    protected Publication() {}

    static Publication of(Release release, String address, Instant published, UUID by, Role role, Instant at,
            long entry) {
        Publication publication = new Publication();
        publication.article = release.article();
        publication.release = release.id();
        publication.revision = release.revision();
        publication.address = address;
        publication.publishedAt = published;
        publication.markedBy = by;
        publication.role = role;
        publication.markedAt = at;
        publication.entry = entry;
        return publication;
    }

    Long id() {
        return id;
    }
}
