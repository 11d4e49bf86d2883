package org.claimdesk.standards.release;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.claimdesk.text.Anchor;
import org.hibernate.annotations.Immutable;

/** Words of the article give the context that a verdict asks for. It never changes, and holds while they stand. */
@Entity
@Immutable
class ContextGiven {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "context")
    @SequenceGenerator(name = "context", sequenceName = "context_seq", allocationSize = 1)
    private Long id;
    @Column(name = "article_id")
    private long article;
    @Column(name = "claim_id")
    private long claim;
    @Column(name = "verdict_id")
    private long verdict;
    private int revision;
    private String exact;
    private int startAt;
    private int endAt;
    private UUID givenBy;
    private Instant givenAt;
    @Column(name = "entry_id")
    private long entry;

    protected ContextGiven() {}

    static ContextGiven of(long article, int revision, long claim, long verdict, Anchor words, UUID by, Instant at,
            long entry) {
        ContextGiven given = new ContextGiven();
        given.article = article;
        given.revision = revision;
        given.claim = claim;
        given.verdict = verdict;
        given.exact = words.exact();
        given.startAt = words.start();
        given.endAt = words.end();
        given.givenBy = by;
        given.givenAt = at;
        given.entry = entry;
        return given;
    }
}
