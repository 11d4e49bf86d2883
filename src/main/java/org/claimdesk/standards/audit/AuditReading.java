package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.Policy;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.Surroundings;
import org.claimdesk.claim.Verdict;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.ledger.Blind;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads audits: one statement for a list, a fixed few for a sheet. Until an audit is given, no rating leaves here. */
@ApplicationScoped
public class AuditReading {

    private static final String LINES = """
            select a.id, a.draw_id, a.place, a.verdict_id, a.claim_id, a.article_id, r.headline, v.words, c.risk, a.taken_by, t.name,
                   a.taken_at, case when a.rating is not null then v.rating end as first, a.rating as second, a.outcome
              from audit a join verdict v on v.id = a.verdict_id join claim c on c.id = a.claim_id
              join article r on r.id = a.article_id left join person t on t.id = a.taken_by""";
    /** Who may not audit it has no use for it. */
    private static final String WAITING = """
            where a.rating is null and (a.taken_by is null or a.taken_by = ?1)
              and not exists (select from sourcing s where s.claim_id = a.claim_id and s.person_id = ?1)
              and not exists (select from verdict w where w.claim_id = a.claim_id and w.given_by = ?1)
              and not exists (select from article_author w where w.article_id = a.article_id and w.person_id = ?1)
            order by a.taken_by is null, a.id limit ?2""";
    private static final String FINDINGS = " where not a.agrees and a.outcome is null order by a.id limit ?1";
    private static final String SHEET = """
            select v.revision, v.words, v.evidence, v.rating, v.rationale, v.waived, v.given_by, g.name as giver, v.given_at, v.ended,
                   a.rationale as own, a.audited_at, a.outcome, a.reason, a.decided_by, d.name as decider, a.decided_at,
                   c.verdict_id is not distinct from v.id and c.dropped_at is null as stands
              from audit a join verdict v on v.id = a.verdict_id join claim c on c.id = a.claim_id
              join person g on g.id = v.given_by left join person d on d.id = a.decided_by where a.id = ?1""";

    private final EntityManager database;
    private final ClaimReading claims;
    private final Surroundings surroundings;
    private final ExhibitReading exhibits;
    private final Blind blind;

    AuditReading(EntityManager database, ClaimReading claims, Surroundings surroundings, ExhibitReading exhibits,
            Blind blind) {
        this.database = database;
        this.claims = claims;
        this.surroundings = surroundings;
        this.exhibits = exhibits;
        this.blind = blind;
    }

    /** The verdicts of a draw after a place, in the order they were drawn. */
    List<AuditLine> ofDraw(long draw, int after, int limit) {
        return lines(" where a.draw_id = ?1 and a.place > ?2 order by a.place limit ?3", draw, after, limit);
    }

    /** What waits to be audited by somebody, what they have taken first. */
    public List<AuditLine> waiting(Acting who, int limit) {
        return lines(WAITING, who.id(), limit);
    }

    /** Findings that are open, the oldest first. */
    public List<AuditLine> findings(int limit) {
        return lines(FINDINGS, limit);
    }

    /** Who audits another verdict of the same claim sees no verdict of it. @throws Problem absent */
    AuditSheet sheet(long id, Acting who) {
        AuditLine line = lines(" where a.id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no audit " + id + "."));
        Tuple row = Rows.of(database, SHEET, id).get(0);
        int revision = row.get("revision", Integer.class);
        Surroundings.Words words = surroundings.of(line.claim(), revision);
        String refusal = Policy.refusalToAudit(claims.facts(line.claim()), who).map(Policy.Refusal::reason).orElse("");
        List<Long> pieces = Arrays.stream((Object[]) row.get("evidence"))
                .map(one -> ((Number) one).longValue())
                .toList();
        List<Exhibit> evidence = line.free() ? List.of() : exhibits.ofClaim(line.claim(), pieces);
        if (!line.given()) {
            return new AuditSheet(line, revision, words.before(), words.after(), evidence, null, null, null, null,
                    refusal);
        }
        String ended = row.get("ended", String.class);
        return new AuditSheet(line, revision, words.before(), words.after(), evidence,
                new AuditSheet.First(Rating.valueOf(row.get("rating", String.class)),
                        row.get("rationale", String.class), row.get("waived", String.class),
                        Name.of(row.get("given_by", UUID.class), row.get("giver", String.class)),
                        row.get("given_at", Instant.class), ended == null ? null : Verdict.Ended.valueOf(ended)),
                new AuditSheet.Own(line.second(), row.get("own", String.class), line.takenBy(),
                        row.get("audited_at", Instant.class)),
                line.outcome() == null
                        ? null
                        : new AuditSheet.Decided(line.outcome(), row.get("reason", String.class),
                                Name.of(row.get("decided_by", UUID.class), row.get("decider", String.class)),
                                row.get("decided_at", Instant.class)),
                row.get("stands", Boolean.class), refusal);
    }

    private List<AuditLine> lines(String tail, Object... parameters) {
        Blind.Hidden hidden = blind.hidden();
        return Rows.of(database, LINES + " " + tail, parameters)
                .stream()
                .map(row -> line(row, hidden.claims().contains(row.get(4, Long.class))))
                .collect(Collectors.toUnmodifiableList());
    }

    private static AuditLine line(Tuple row, boolean hidden) {
        return new AuditLine(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Integer.class),
                row.get(3, Long.class), row.get(4, Long.class), row.get(5, Long.class), Rows.text(row, 6),
                Rows.text(row, 7), Rows.constant(Risk.class, row, 8),
                Name.of(row.get(9, UUID.class), Rows.text(row, 10)), row.get(11, Instant.class),
                hidden ? null : Rows.constant(Rating.class, row, 12),
                hidden ? null : Rows.constant(Rating.class, row, 13),
                hidden ? null : Rows.constant(Audit.Outcome.class, row, 14));
    }
}
