package org.claimdesk.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.Problem;

/** The evidence of all claims. */
@ApplicationScoped
public class Exhibits implements PanacheRepository<Evidence> {

    private final Sources sources;

    Exhibits(Sources sources) {
        this.sources = sources;
    }

    /** Adds a piece to a claim. MUST be called within the act that changes the claim. */
    public Evidence attach(long claim, Piece piece, UUID by, Instant at) {
        Evidence evidence = Evidence.attached(claim, piece, by, at);
        Provenance from = piece.about().from().of(piece);
        Map<String, Long> named = sources.named(Stream.of(from.source(), from.origin()), by, at);
        Long source = named.get(from.source());
        Long origin = named.get(from.origin());
        evidence.comesFrom(source, origin == null || origin.equals(source) ? null : origin, from.rank());
        persist(evidence);
        return evidence;
    }

    /** The name of a piece's source or origin, for the history; null where there is none. */
    public String named(Long source) {
        return source == null ? null : sources.get(source).name();
    }

    /** Withdraws a piece that stands. MUST be called within the act that changes the claim. */
    public void withdraw(Evidence evidence, String reason, UUID by, Instant at) {
        evidence.withdraw(reason, by, at);
    }

    /** @throws Problem absent, also where the piece belongs to another claim */
    public Evidence of(long claim, long id) {
        return find("id = ?1 and claim = ?2", id, claim).firstResultOptional()
                .orElseThrow(() -> Problem.absent("Claim " + claim + " has no evidence " + id + "."));
    }

    /** Ids of the pieces that stand, in order. */
    public List<Long> standing(long claim) {
        return getEntityManager()
                .createQuery("select id from Evidence where claim = ?1 and withdrawnAt is null order by id", Long.class)
                .setParameter(1, claim)
                .getResultList();
    }

    /** Whether a piece has been attached since then that still stands. */
    public boolean attachedSince(long claim, Instant then) {
        return count("claim = ?1 and withdrawnAt is null and attachedAt >= ?2", claim, then) > 0;
    }

    public Optional<Evidence> piece(long id) {
        return findByIdOptional(id);
    }
}
