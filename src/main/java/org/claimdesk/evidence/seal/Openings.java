package org.claimdesk.evidence.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The openings of all seals, and who looked while they lasted. */
@ApplicationScoped
public class Openings implements PanacheRepository<Opening> {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(?1, 12)) as text)";
    private static final String WAITING = "select count(*) from opening where evidence_id = ?1 and asked_by = ?2"
            + " and answered_at is null and asked_at > ?3";
    private static final String OPEN = """
            select id from opening where evidence_id = ?1 and granted and open_until > ?3 and ?2 in (asked_by, answered_by)
             order by id desc limit 1""";
    private static final String LOOKED = "select count(*) from unsealed where opening_id = ?1 and person_id = ?2 and what = ?3";
    private static final String LOOK = "insert into unsealed (opening_id, person_id, what, at, entry_id) values (?1, ?2, ?3, ?4, ?5)";

    private final Duration open;

    Openings(@ConfigProperty(name = "claimdesk.seal.open-minutes") int minutes) {
        open = Duration.ofMinutes(minutes);
        if (open.isZero() || open.isNegative() || open.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("claimdesk.seal.open-minutes: 1 to 60");
        }
    }

    /** What is looked at in a seal. */
    public enum What {
        IDENTITY, RECORDING
    }

    /**
     * MUST be called before the act that asks is entered.
     *
     * @throws Problem conflict where this person's asking still waits
     */
    public void requireNotWaiting(long evidence, UUID by, Instant now) {
        // The same person twice at once: the second waits, and is refused.
        Rows.of(getEntityManager(), LOCK, evidence + "/" + by);
        if (counted(WAITING, evidence, by, now.minus(OpeningLine.WAITS)) > 0) {
            throw Problem.conflict("You have asked for it already. Somebody else grants or refuses it.", List.of());
        }
    }

    public long ask(long evidence, String reason, Opening.Step step) {
        Opening opening = Opening.asked(evidence, reason, step);
        persist(opening);
        return opening.id();
    }

    /** One, so that nobody else answers it until the transaction ends. @throws Problem absent */
    public Opening held(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.absent("There is no opening " + id + "."));
    }

    /**
     * MUST be called before the act that answers is entered.
     *
     * @throws Problem forbidden to whoever asked for it, conflict where it is answered already or a day has gone by
     */
    public void requireWaiting(Opening opening, UUID by, Instant now) {
        opening.requireWaiting(by, now);
    }

    /** Opens it for the configured minutes from the step on. @return until when */
    public Instant grant(Opening opening, Opening.Step step) {
        Instant until = step.at().plus(open);
        opening.grant(until, step);
        return until;
    }

    public void refuse(Opening opening, String why, Opening.Step step) {
        opening.refuse(why, step);
    }

    /** The opening by which this person may look at the moment. */
    public Optional<Long> openTo(long evidence, UUID person, Instant now) {
        return Rows.of(getEntityManager(), OPEN, evidence, person, now)
                .stream()
                .map(row -> row.get(0, Long.class))
                .findFirst();
    }

    /** Whether this person has looked at it in this opening, so that the history has it. Locks the opening. */
    public boolean looked(long opening, UUID person, What what) {
        held(opening);
        return counted(LOOKED, opening, person, what.name()) > 0;
    }

    public void look(long opening, What what, UUID person, Instant at, long entry) {
        getEntityManager().createNativeQuery(LOOK)
                .setParameter(1, opening)
                .setParameter(2, person)
                .setParameter(3, what.name())
                .setParameter(4, at)
                .setParameter(5, entry)
                .executeUpdate();
    }

    private long counted(String sql, Object... parameters) {
        return Rows.of(getEntityManager(), sql, parameters).get(0).get(0, Long.class);
    }
}
