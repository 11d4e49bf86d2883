package org.claimdesk.standards.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.standards.hook.Deliveries;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides cases: that no correction is needed, or what readers are told. One transaction and one entry each. */
@ApplicationScoped
@Transactional
public class Correcting {

    private static final String WENT = """
            select split_part(r.text, E'\\n', 1), p.address from publication p
              join revision r on r.article_id = p.article_id and r.number = p.revision
             where p.article_id = ?1 order by p.id desc limit 1""";
    private static final String LAST = "select max(id) from correction where case_id = ?1";

    private final EntityManager database;
    private final CaseReading cases;
    private final Deliveries deliveries;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;
    private final ZoneId zone;

    Correcting(EntityManager database, CaseReading cases, Deliveries deliveries, Register register, Ledger ledger,
            Clock clock, @ConfigProperty(name = "claimdesk.zone") ZoneId zone) {
        this.database = database;
        this.cases = cases;
        this.deliveries = deliveries;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
    }

    /** The day it is in the newsroom. */
    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /**
     * Decides that no correction is needed.
     *
     * @throws Problem absent; forbidden to all but the standards desk, and to those of it who sourced or verified the claim
     *                 or wrote the article; conflict where it is decided already; bad input without a reason
     */
    public void needsNone(long id, String reason, Acting who) {
        CorrectionCase one = locked(id);
        // The role before anything else, so that nobody learns by trying what is there.
        CorrectionPolicy.require(CorrectionPolicy.refusalToNeedNone(false, who));
        CorrectionPolicy.require(CorrectionPolicy.refusalToNeedNone(cases.hadPart(id, who.id()), who));
        if (!one.open()) {
            throw Problem.conflict("The case is decided already.", List.of());
        }
        String why = Input.prose("reason", reason, "Say why no correction is needed.");
        register.remember(who);
        Instant now = clock.instant();
        one.needsNone(why, who.id(), now, ledger.append(Act.of("NO_CORRECTION", who, Role.STANDARDS, now, one.article())
                .fact("case", id)
                .fact("claim", one.claim())
                .text("reason", why)));
    }

    /**
     * Issues a correction: the first of a case decides it, every other one follows the last.
     *
     * @return the id of the correction
     * @throws Problem absent; forbidden to all but the standards desk; conflict where it was decided that none is needed;
     *                 stale where another was issued since; bad input where something is missing
     */
    public long correct(long id, NewCorrection typed, Acting who) {
        CorrectionCase one = locked(id);
        CorrectionPolicy.require(CorrectionPolicy.refusalToCorrect(who));
        if (!one.open() && !one.corrected()) {
            throw Problem.conflict(
                    "It was decided that no correction is needed. Whatever comes out later opens a new case.",
                    List.of());
        }
        Long last = Rows.of(database, LAST, id).get(0).get(0, Long.class);
        if (!Objects.equals(last, typed.follows())) {
            throw Problem.stale("Another correction was issued since. Nothing was issued; look at it first.");
        }
        NewCorrection said = typed.checked(today());
        register.remember(who);
        Instant now = clock.instant();
        Went went = went(one.article());
        long correction = Rows.of(database, "select nextval('correction_seq')").get(0).get(0, Long.class);
        long entry = ledger.append(Act.of("CORRECT", who, Role.STANDARDS, now, one.article())
                .fact("correction", correction)
                .fact("case", id)
                .fact("claim", one.claim())
                .fact("follows", last)
                .fact("kind", said.kind().name())
                .fact("dated", said.dated().toString())
                .fact("placed", said.placed().name())
                .text("text", said.text())
                .text("placedAt", said.address())
                .text("headline", went.headline())
                .text("address", went.address()));
        if (one.open()) {
            one.correct(who.id(), now, entry);
        }
        database.persist(Correction.of(correction, one, last, said, went, who.id(), now, entry));
        deliveries.tell("article.corrected", one.article(),
                Map.of("correction", correction, "kind", said.kind().name(), "dated", said.dated().toString()), now);
        return correction;
    }

    private Went went(long article) {
        Tuple last = Rows.of(database, WENT, article).get(0);
        return new Went(Rows.text(last, 0), Rows.text(last, 1));
    }

    private CorrectionCase locked(long id) {
        CorrectionCase one = database.find(CorrectionCase.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (one == null) {
            throw Problem.absent("There is no correction case " + id + ".");
        }
        return one;
    }
}
