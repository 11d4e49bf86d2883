package org.claimdesk.evidence.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Name;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads the openings of seals for pages and the API. */
@ApplicationScoped
public class OpeningReading {

    private static final int SHOWN = 100;
    private static final String LINES = """
            select o.id, e.claim_id, o.evidence_id, e.described, o.reason, o.asked_by, a.name, o.asked_role, o.asked_at, o.answered_by,
                   w.name, o.answered_role, o.answered_at, o.refusal, o.open_until,
                   exists (select from unsealed u where u.opening_id = o.id) as read
              from opening o join evidence e on e.id = o.evidence_id join claim c on c.id = e.claim_id
              join person a on a.id = o.asked_by left join person w on w.id = o.answered_by""";
    private static final String PIECE = """
            select e.id, e.title, e.described, s.recording is not null
              from evidence e join seal s on s.evidence_id = e.id where e.id = ?1 and e.claim_id = ?2""";
    private static final String OF_EVIDENCE = " where o.evidence_id = ?1 order by o.id desc limit " + SHOWN;
    private static final String WAITING = " where o.answered_at is null and o.asked_at > ?1 and o.asked_by <> ?2"
            + " and (?3 or o.asked_role = 'STANDARDS' and (?4 or ?5 and (c.assignee = ?2 or c.desk = any(?6) or exists ("
            + "select from sourcing s where s.claim_id = c.id and s.person_id = ?2)))) order by o.asked_at limit 25";

    private final EntityManager database;
    private final Clock clock;

    OpeningReading(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws Problem absent, also where it is on another claim or not sealed */
    public SealedPiece piece(long claim, long evidence) {
        return Rows.of(database, PIECE, evidence, claim)
                .stream()
                .map(row -> new SealedPiece(row.get(0, Long.class), Rows.text(row, 1), Rows.text(row, 2),
                        row.get(3, Boolean.class)))
                .findFirst()
                .orElseThrow(() -> Problem
                        .absent("Claim " + claim + " has no sealed evidence " + evidence + "."));
    }

    /** The openings of a seal, newest first; at most 100. */
    public List<OpeningLine> of(long evidence) {
        return lines(OF_EVIDENCE, evidence);
    }

    /** @throws Problem absent */
    public OpeningLine line(long id) {
        return lines(" where o.id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no opening " + id + "."));
    }

    /** Those that this person may grant or refuse now, by the rules of who may; the oldest 25. */
    public List<OpeningLine> waitingFor(Acting who) {
        return lines(WAITING, clock.instant().minus(OpeningLine.WAITS), who.id(), who.is(Role.STANDARDS),
                who.is(Role.EDITOR), who.is(Role.REPORTER), who.desks().toArray(String[]::new));
    }

    private List<OpeningLine> lines(String tail, Object... parameters) {
        Instant now = clock.instant();
        return Rows.of(database, LINES + tail, parameters).stream().map(row -> line(row, now)).toList();
    }

    private static OpeningLine line(Tuple row, Instant now) {
        Instant expires = row.get(8, Instant.class).plus(OpeningLine.WAITS);
        Instant answered = row.get(12, Instant.class);
        Instant until = row.get(14, Instant.class);
        return new OpeningLine(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class),
                Rows.text(row, 3), Rows.text(row, 4), name(row, 5), Rows.constant(Role.class, row, 7),
                row.get(8, Instant.class), expires, name(row, 9), Rows.constant(Role.class, row, 11), answered,
                Rows.text(row, 13), until, row.get(15, Boolean.class),
                OpeningLine.state(expires, answered, until, now));
    }

    private static Name name(Tuple row, int column) {
        return Name.of(row.get(column, UUID.class), Rows.text(row, column + 1));
    }
}
