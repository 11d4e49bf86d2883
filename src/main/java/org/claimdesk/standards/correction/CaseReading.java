package org.claimdesk.standards.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.matching.SameClaims;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads cases and corrections: a fixed number of statements, however many there are. */
@ApplicationScoped
class CaseReading {

    private static final String CASES = """
            select k.id, k.article_id, a.headline, k.claim_id, c.exact, k.opened_at,
                   (select string_agg(distinct x.kind, ' ') from case_cause x where x.case_id = k.id) as causes,
                   k.outcome, k.reason, p.id, p.name, k.decided_at
              from correction_case k join article a on a.id = k.article_id join claim c on c.id = k.claim_id
              left join person p on p.id = k.decided_by
             where""";
    private static final String ONE = CASES + " k.id = ?1";
    private static final String OPEN = CASES
            + " k.decided_at is null and (?1 = 0 or k.article_id = ?1) and k.id > ?2 order by k.id limit ?3";
    private static final String ALL = CASES
            + " (?1 = 0 or k.article_id = ?1) and k.id < ?2 order by k.id desc limit ?3";
    private static final String CAUSES = """
            select x.kind, x.claim_id, x.evidence_id, x.entry_id, x.at from case_cause x
             where x.case_id = ?1 order by x.id limit 200""";
    private static final String CORRECTIONS = """
            select q.id, q.case_id, q.article_id, q.follows, q.kind, q.text, q.dated, q.placed, q.placed_at, q.headline,
                   q.address, p.id, p.name, q.issued_at
              from correction q join person p on p.id = q.issued_by
             where""";
    private static final String OF_CASE = CORRECTIONS + " q.case_id = ?1 order by q.id";
    private static final String ISSUED = CORRECTIONS
            + " (?1 = 0 or q.article_id = ?1) and q.id < ?2 order by q.id desc limit ?3";
    private static final String ELSEWHERE = """
            select c.id, c.exact, a.id, a.headline, exists (select from publication p where p.article_id = a.id) as published, k.id, k.outcome, q.text
              from claim c join article a on a.id = c.article_id
              left join lateral (select x.id, x.outcome from correction_case x where x.claim_id = c.id order by x.id desc limit 1) k on true
              left join lateral (select y.text from correction y where y.case_id = k.id order by y.id desc limit 1) q on true
             where c.id = any(?1) and c.dropped_at is null order by published desc, c.id""";
    private static final String PART = """
            select exists (select from sourcing s where s.claim_id = k.claim_id and s.person_id = ?2)
                or exists (select from verdict v where v.claim_id = k.claim_id and v.given_by = ?2)
                or exists (select from article_author w where w.article_id = k.article_id and w.person_id = ?2)
              from correction_case k where k.id = ?1""";

    private final EntityManager database;
    private final SameClaims same;

    CaseReading(EntityManager database, SameClaims same) {
        this.database = database;
        this.same = same;
    }

    /** Cases that wait for a decision, the oldest first. @param article 0 for all @param after the id of a case, or 0 */
    List<CaseLine> open(long article, long after, int limit) {
        return Rows.of(database, OPEN, article, after, limit).stream().map(CaseReading::line).toList();
    }

    /** All cases, the newest first. @param article 0 for all */
    List<CaseLine> all(long article, long before, int limit) {
        return Rows.of(database, ALL, article, before, limit).stream().map(CaseReading::line).toList();
    }

    /** Corrections, the newest first. @param article 0 for all */
    List<CorrectionLine> issued(long article, long before, int limit) {
        return Rows.of(database, ISSUED, article, before, limit).stream().map(CaseReading::correction).toList();
    }

    /** @throws Problem absent */
    CaseSheet sheet(long id) {
        CaseLine line = Rows.of(database, ONE, id)
                .stream()
                .findFirst()
                .map(CaseReading::line)
                .orElseThrow(() -> Problem.absent("There is no correction case " + id + "."));
        Long[] others = same.sameClaims(line.claim()).stream().map(SameClaims.Same::claim).toArray(Long[]::new);
        return new CaseSheet(line, Rows.of(database, CAUSES, id).stream().map(CaseReading::cause).toList(),
                Rows.of(database, OF_CASE, id).stream().map(CaseReading::correction).toList(),
                Rows.of(database, ELSEWHERE, (Object) others).stream().map(CaseReading::elsewhere).toList());
    }

    /** Whether somebody sourced or verified the claim of a case, or wrote its article. */
    boolean hadPart(long id, UUID person) {
        return Rows.of(database, PART, id, person).stream().anyMatch(row -> row.get(0, Boolean.class));
    }

    private static CaseLine line(Tuple row) {
        return new CaseLine(row.get(0, Long.class), row.get(1, Long.class), Rows.text(row, 2), row.get(3, Long.class),
                Rows.text(row, 4), row.get(5, Instant.class),
                Arrays.stream(Rows.text(row, 6).split(" ")).map(Cause::valueOf).sorted().toList(),
                Rows.constant(Outcome.class, row, 7), Rows.text(row, 8),
                Name.of(row.get(9, UUID.class), Rows.text(row, 10)), row.get(11, Instant.class));
    }

    private static CauseLine cause(Tuple row) {
        return new CauseLine(Rows.constant(Cause.class, row, 0), row.get(1, Long.class), row.get(2, Long.class),
                row.get(3, Long.class), row.get(4, Instant.class));
    }

    private static CorrectionLine correction(Tuple row) {
        return new CorrectionLine(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class),
                row.get(3, Long.class), Rows.constant(CorrectionKind.class, row, 4), Rows.text(row, 5),
                row.get(6, LocalDate.class),
                Rows.constant(Spot.class, row, 7), Rows.text(row, 8), Rows.text(row, 9), Rows.text(row, 10),
                Name.of(row.get(11, UUID.class), Rows.text(row, 12)), row.get(13, Instant.class));
    }

    private static SameElsewhere elsewhere(Tuple row) {
        return new SameElsewhere(row.get(0, Long.class), Rows.text(row, 1), row.get(2, Long.class), Rows.text(row, 3),
                row.get(4, Boolean.class), row.get(5, Long.class), Rows.constant(Outcome.class, row, 6),
                Rows.text(row, 7));
    }
}
