package org.claimdesk.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.evidence.seal.SealedSources;
import org.claimdesk.evidence.seal.Seals;
import org.claimdesk.ledger.Act;
import org.claimdesk.problem.Problem;

/** The evidence of all claims. */
@ApplicationScoped
public class Exhibits implements PanacheRepository<Evidence> {

    private final Sources sources;
    private final SealedSources sealed;
    private final Seals seals;

    Exhibits(Sources sources, SealedSources sealed, Seals seals) {
        this.sources = sources;
        this.sealed = sealed;
        this.seals = seals;
    }

    /**
     * Adds a piece to a claim. MUST be called within the act that changes the claim.
     *
     * @param act of which the entry is to tell of the piece; what is sealed never comes into it
     */
    public Evidence attach(long claim, Piece piece, UUID by, Instant at, Act act) {
        Evidence evidence = Evidence.attached(claim, piece, by, at);
        Provenance from = from(piece, by, at);
        Map<String, Long> named = sources.named(Stream.of(from.source(), from.origin()), by, at);
        Long source = named.get(from.source());
        Long origin = named.get(from.origin());
        evidence.comesFrom(source, origin == null || origin.equals(source) ? null : origin, from.rank());
        persist(evidence);
        Particulars.enter(act, evidence, named(evidence.source()), named(evidence.origin()));
        if (piece instanceof Piece.Interview interview && interview.sealed()) {
            act.fact("sealed",
                    seals.seal(claim, evidence.id(), interview.who().checked(), interview.recording()));
        }
        return evidence;
    }

    private Provenance from(Piece piece, UUID by, Instant at) {
        Provenance from = piece.about().from();
        Provenance said = from.of(piece);
        sealed.known("origin", said.origin());
        if (piece instanceof Piece.Interview interview && interview.sealed()) {
            String number = sealed.named(interview.who().checked(), said.source(), by, at);
            return new Provenance(number, from.origin(), from.rank()).of(piece);
        }
        sealed.known("source", said.source());
        if (piece instanceof Piece.Interview) {
            sealed.notOpen(said.source());
        }
        return said;
    }

    /** The name of a piece's source or origin, for the history; null where there is none. */
    private String named(Long source) {
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
