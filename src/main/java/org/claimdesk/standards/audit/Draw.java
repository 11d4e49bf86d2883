package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A sample of verdicts: committed to by an entry, whose id it has, and drawn once its seed exists. */
@Entity
public class Draw {

    @Id
    private Long id;
    @Column(name = "article_id", updatable = false)
    private Long article;
    @Column(updatable = false)
    private String desk;
    @Column(updatable = false)
    private Instant since;
    @Column(updatable = false)
    private Instant until;
    @Column(updatable = false)
    private int size;
    @Column(updatable = false)
    private int candidates;
    @Column(updatable = false)
    private byte[] listDigest;
    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Integer> weights;
    @Column(updatable = false)
    private UUID drawnBy;
    @Column(updatable = false)
    private Instant drawnAt;
    private byte[] seed;
    private Long checkpointSize;

    protected Draw() {}

    static Draw of(long entry, Sample sample, int candidates, byte[] listDigest, Map<String, Integer> weights, UUID by,
            Instant at) {
        Draw draw = new Draw();
        draw.id = entry;
        draw.article = sample.article();
        draw.desk = sample.desk();
        draw.since = sample.since();
        draw.until = sample.until();
        draw.size = sample.size();
        draw.candidates = candidates;
        draw.listDigest = listDigest.clone();
        draw.weights = Map.copyOf(weights);
        draw.drawnBy = by;
        draw.drawnAt = at;
        return draw;
    }

    /** It gets the one seed it can have. */
    void seeded(byte[] seed, long checkpointSize) {
        if (this.seed != null) {
            throw new IllegalStateException("draw " + id + " has its seed");
        }
        this.seed = seed.clone();
        this.checkpointSize = checkpointSize;
    }

    Long id() {
        return id;
    }

    int size() {
        return size;
    }
}
