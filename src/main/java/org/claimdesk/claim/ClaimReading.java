package org.claimdesk.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import org.claimdesk.evidence.Bookmark;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.evidence.capture.Rot;
import org.claimdesk.evidence.Origins;
import org.claimdesk.ledger.Blind;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.placement.Placement;

/**
 * Reads claims for pages and the API: one statement for a list, a fixed few for a sheet, however much there is. Of a claim
 * that this person audits blind, verdicts and disputes are left out.
 */
@ApplicationScoped
public class ClaimReading {

    private static final String LINES = """
            select c.id, c.version, c.article_id, a.headline, c.revision, c.exact, c.start_at, c.end_at, c.state, c.type, c.risk, c.desk,
                   c.assignee, p.name as assignee_name, c.deadline, c.evidence, v.rating, c.verified_by, vp.name as verified_name,
                   c.dropped_at, d.statement, c.placement, c.changed_at,
                   (select max(case when cardinality(l.lost) > 0 then 3 when l.fate = 'GONE' then 2 when l.fate = 'CHANGED' then 1 else 0 end)
                      from watch w join capture l on l.id = w.look_id join evidence e on e.id = w.evidence_id
                     where w.claim_id = c.id and w.open and e.withdrawn_at is null) as rot
              from claim c join article a on a.id = c.article_id left join person p on p.id = c.assignee
              left join verdict v on v.id = c.verdict_id left join person vp on vp.id = c.verified_by
              left join dispute d on d.id = c.dispute_id""";
    private static final String SHEET = """
            select substr(r.text, greatest(c.start_at - %1$d + 1, 1), least(c.start_at, %1$d)) as before,
                   substr(r.text, c.end_at + 1, %1$d) as after, c.marked_by, m.name, c.marked_at, c.drop_reason, a.revision
              from claim c join revision r on r.article_id = c.article_id and r.number = c.revision
              join article a on a.id = c.article_id
              join person m on m.id = c.marked_by where c.id = ?1"""
            .formatted(Context.READ);
    private static final String DISPUTES = """
            select d.id, d.grounds, d.statement, d.opened_by, o.name as opener, d.opened_at, d.answer, d.answered_by, a.name as answerer,
                   d.answered_at,
                   d.outcome, d.decided_by, c.name as decider, d.decided_at
              from dispute d join person o on o.id = d.opened_by left join person a on a.id = d.answered_by
              left join person c on c.id = d.decided_by where d.claim_id = ?1 order by d.id desc limit 200""";
    private static final String VERDICTS = """
            select v.id, v.rating, v.rationale, v.revision, v.words, v.evidence, v.given_by, g.name as giver, v.given_at, v.ended, v.ended_by,
                   e.name as ender, v.ended_at, v.finding, v.waived
              from verdict v join person g on g.id = v.given_by left join person e on e.id = v.ended_by
             where v.claim_id = ?1 order by v.id desc limit 200""";

    private static final String PLACES = """
            select claim_id, revision, how, exact, start_at, end_at from placement
             where claim_id = ?1 order by id desc limit 200""";
    private static final String PLACES_OF_REVISION = """
            select distinct on (p.claim_id) p.claim_id, p.revision, p.how, p.exact, p.start_at, p.end_at
              from claim c join placement p on p.claim_id = c.id and p.revision = ?2
             where c.article_id = ?1 order by p.claim_id, p.id desc""";

    private final EntityManager database;
    private final Claims claims;
    private final ExhibitReading exhibits;
    private final Origins origins;
    private final Blind blind;

    ClaimReading(EntityManager database, Claims claims, ExhibitReading exhibits, Origins origins, Blind blind) {
        this.blind = blind;
        this.database = database;
        this.claims = claims;
        this.exhibits = exhibits;
        this.origins = origins;
    }

    /**
     * Which claims a list holds; null in a field for any.
     *
     * @param dropped whether dropped claims are in it
     */
    public record Filter(Long article, State state, Placement placement, String desk, UUID assignee, boolean dropped) {}

    /** Claims before an id, newest first. */
    public List<ClaimLine> list(Filter filter, long before, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where c.id < ?1");
        values.add(before);
        and(where, values, "c.article_id", filter.article());
        and(where, values, "c.state", filter.state() == null ? null : filter.state().name());
        and(where, values, "c.placement", filter.placement() == null ? null : filter.placement().name());
        and(where, values, "c.desk", filter.desk());
        and(where, values, "c.assignee", filter.assignee());
        if (!filter.dropped()) {
            where.append(" and c.dropped_at is null");
        }
        return lines(where + " order by c.id desc limit " + limit, values.toArray());
    }

    /** The claims of an article as they stand in its text; dropped ones too. */
    public List<ClaimLine> ofArticle(long article) {
        return lines(" where c.article_id = ?1 order by c.start_at, c.end_at desc, c.id", article);
    }

    /**
     * Claims by a condition of the caller's own, for queues.
     *
     * @param tail from "where" on, over c (claim) and a (article); parameters as ?1, ?2 …
     */
    public List<ClaimLine> lines(String tail, Object... parameters) {
        Set<Long> hidden = blind.hidden().claims();
        return Rows.of(database, LINES + tail, parameters)
                .stream()
                .map(ClaimReading::line)
                .map(line -> hidden.contains(line.id()) ? line.blindly() : line)
                .toList();
    }

    /** @throws Problem absent */
    public ClaimLine line(long id) {
        return lines(" where c.id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no claim " + id + "."));
    }

    /** What the policy judges a claim by. @throws Problem absent */
    public Facts facts(long id) {
        return claims.facts(claims.get(id));
    }

    /** How the claims of an article stood in a revision, dropped ones too: one line each. */
    public List<PlaceLine> places(long article, int revision) {
        return Rows.of(database, PLACES_OF_REVISION, article, revision).stream().map(ClaimReading::place).toList();
    }

    /**
     * The whole sheet of a claim for somebody, with the first of its evidence.
     *
     * @throws Problem absent
     */
    @Transactional
    public ClaimSheet sheet(long id, Acting who) {
        return sheet(id, null, who);
    }

    /**
     * The same with evidence after a place in the list of it.
     *
     * @param after null for the first of it
     */
    @Transactional
    public ClaimSheet sheet(long id, Bookmark after, Acting who) {
        return Rows.unchanged(database, () -> read(id, after, who));
    }

    private ClaimSheet read(long id, Bookmark after, Acting who) {
        ClaimLine line = line(id);
        Facts facts = claims.facts(claims.get(id));
        boolean hidden = blind.hidden().claims().contains(id);
        List<Action> actions = Policy.possible(facts, who)
                .stream()
                .filter(action -> !hidden || action != Action.OVERTURN)
                .toList();
        Tuple row = Rows.of(database, SHEET, id).get(0);
        // One more than is shown, to know whether there is more.
        List<Exhibit> found = exhibits.ofClaim(id, after, ClaimSheet.PIECES + 1);
        boolean more = found.size() > ClaimSheet.PIECES;
        List<Exhibit> shown = more ? found.subList(0, ClaimSheet.PIECES) : found;
        return new ClaimSheet(line, Context.before(row.get(0, String.class)), Context.after(row.get(1, String.class)),
                name(row, 2),
                row.get(4, Instant.class),
                row.get(5, String.class), row.get(6, Integer.class), shown,
                more ? Bookmark.at(shown.get(shown.size() - 1)).toString() : null,
                origins.of(id, line.desk()),
                hidden
                        ? List.of()
                        : Rows.of(database, DISPUTES, id).stream().map(ClaimReading::dispute).toList(),
                hidden
                        ? List.of()
                        : Rows.of(database, VERDICTS, id).stream().map(ClaimReading::verdict).toList(),
                Rows.of(database, PLACES, id).stream().map(ClaimReading::place).toList(), actions, facts);
    }

    private static void and(StringBuilder where, List<Object> values, String column, Object value) {
        if (value != null) {
            values.add(value);
            where.append(" and ").append(column).append(" = ?").append(values.size());
        }
    }

    private static ClaimLine line(Tuple row) {
        String rating = row.get("rating", String.class);
        return new ClaimLine(row.get("id", Long.class), row.get("version", Integer.class),
                row.get("article_id", Long.class),
                row.get("headline", String.class), row.get("revision", Integer.class), row.get("exact", String.class),
                row.get("start_at", Integer.class), row.get("end_at", Integer.class),
                State.valueOf(row.get("state", String.class)), type(row.get("type", String.class)),
                Risk.valueOf(row.get("risk", String.class)), row.get("desk", String.class),
                Name.of(row.get("assignee", UUID.class), row.get("assignee_name", String.class)),
                row.get("deadline", Instant.class),
                row.get("evidence", Integer.class), rating == null ? null : Rating.valueOf(rating),
                Name.of(row.get("verified_by", UUID.class), row.get("verified_name", String.class)),
                row.get("dropped_at") != null,
                row.get("statement", String.class), Placement.valueOf(row.get("placement", String.class)),
                row.get("changed_at", Instant.class), rot(row.get("rot", Integer.class)));
    }

    private static Rot rot(Integer gravity) {
        return gravity == null ? null : Rot.values()[gravity];
    }

    private static ClaimType type(String name) {
        return name == null ? null : ClaimType.valueOf(name);
    }

    private static PlaceLine place(Tuple row) {
        return new PlaceLine(row.get(0, Long.class), row.get(1, Integer.class),
                Placement.valueOf(row.get(2, String.class)), row.get(3, String.class), row.get(4, Integer.class),
                row.get(5, Integer.class));
    }

    private static ClaimSheet.DisputeLine dispute(Tuple row) {
        String outcome = row.get(10, String.class);
        return new ClaimSheet.DisputeLine(row.get(0, Long.class), Grounds.valueOf(row.get(1, String.class)),
                row.get(2, String.class),
                name(row, 3), row.get(5, Instant.class), row.get(6, String.class), name(row, 7),
                row.get(9, Instant.class),
                outcome == null ? null : Dispute.Outcome.valueOf(outcome), name(row, 11), row.get(13, Instant.class));
    }

    private static ClaimSheet.VerdictLine verdict(Tuple row) {
        String ended = row.get(9, String.class);
        return new ClaimSheet.VerdictLine(row.get(0, Long.class), Rating.valueOf(row.get(1, String.class)),
                row.get(2, String.class), row.get("waived", String.class),
                row.get(3, Integer.class), row.get(4, String.class),
                Arrays.stream((Object[]) row.get(5)).map(id -> ((Number) id).longValue()).toList(), name(row, 6),
                row.get(8, Instant.class), ended == null ? null : Verdict.Ended.valueOf(ended), name(row, 10),
                row.get(12, Instant.class), row.get(13, String.class));
    }

    /** The name whose id is in this column and whose name is in the next. */
    private static Name name(Tuple row, int column) {
        return Name.of(row.get(column, UUID.class), row.get(column + 1, String.class));
    }
}
