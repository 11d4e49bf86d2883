package org.claimdesk.standards.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.claimdesk.claim.Rating;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** The verdicts of all draws. */
@ApplicationScoped
class Audits implements PanacheRepository<Audit> {

    /** One, so that nobody else acts on it until the transaction ends. @throws Problem absent */
    Audit held(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.absent("There is no audit " + id + "."));
    }

    /** What the first reviewer rated it. */
    Rating first(Audit audit) {
        return Rows.constant(Rating.class,
                Rows.of(getEntityManager(), "select rating from verdict where id = ?1", audit.verdict()).get(0), 0);
    }

    /** Whether the verdict that was audited still stands. */
    boolean stands(Audit audit) {
        return !Rows
                .of(getEntityManager(), "select 1 from claim where id = ?1 and verdict_id = ?2 and dropped_at is null",
                        audit.claim(), audit.verdict())
                .isEmpty();
    }
}
