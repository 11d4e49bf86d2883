package org.claimdesk.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.SourceLine;
import org.claimdesk.evidence.SourceReading;
import org.claimdesk.evidence.Stance;
import org.claimdesk.ledger.Blind;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Name;
import org.claimdesk.problem.Problem;
import org.claimdesk.sql.Rows;

/** Reads what leans on a source: a fixed few statements, however much it is. */
@ApplicationScoped
public class LeaningReading {

    private static final String FROM_IT = "(e.source_id = ?1 or e.origin_id = ?1)";
    private static final String CLAIMS = " where c.id < ?2 and c.id in (select e.claim_id from evidence e where "
            + FROM_IT + ") order by c.id desc limit ?3";
    private static final String PIECES = """
            select e.claim_id, e.id, e.kind, e.stance, e.title, e.rank, e.origin_id is not distinct from ?1 as behind,
                   e.withdrawn_at is null as stands
              from evidence e where e.claim_id = any(?2) and %s order by e.id""".formatted(FROM_IT);
    private static final String VERDICTS = """
            select v.claim_id, v.id, v.rating, v.given_by, g.name, v.given_at, v.ended
              from verdict v join person g on g.id = v.given_by
             where v.claim_id = any(?2) and exists (select from evidence e where e.claim_id = v.claim_id and e.id = any(v.evidence) and %s)
             order by v.id desc"""
            .formatted(FROM_IT);
    private static final String ARTICLES = """
            select a.id, a.headline, count(distinct c.id) as claims
              from evidence e join claim c on c.id = e.claim_id join article a on a.id = c.article_id
             where %s group by a.id order by a.id desc limit 200""".formatted(FROM_IT);
    private static final String COUNTS = """
            select count(distinct e.id) as evidence, count(distinct c.id) as claims, count(distinct v.id) as verdicts,
                   count(distinct c.article_id) as articles,
                   count(distinct c.id) filter (where c.verdict_id = v.id and c.dropped_at is null) as verified
              from evidence e join claim c on c.id = e.claim_id
              left join verdict v on v.claim_id = c.id and e.id = any(v.evidence) where %s""".formatted(FROM_IT);

    private final EntityManager database;
    private final ClaimReading claims;
    private final SourceReading sources;
    private final Blind blind;

    LeaningReading(EntityManager database, ClaimReading claims, SourceReading sources, Blind blind) {
        this.blind = blind;
        this.database = database;
        this.claims = claims;
        this.sources = sources;
    }

    /**
     * A source with what leans on it.
     *
     * @param before claims have an id below this one
     * @param limit  how many claims at most
     * @throws Problem absent
     */
    public SourceSheet sheet(long source, long before, int limit, Acting who) {
        SourceLine line = sources.line(source);
        List<Leaning> leaning = leaning(source, before, limit + 1);
        boolean more = leaning.size() > limit;
        return new SourceSheet(line, counts(source), Rows.of(database, ARTICLES, source)
                .stream()
                .map(row -> new SourceSheet.ArticleRef(row.get(0, Long.class), Rows.text(row, 1),
                        row.get(2, Long.class)))
                .toList(), more ? leaning.subList(0, limit) : leaning, more,
                !line.discredited() && Policy.roleToDiscredit(who).isPresent());
    }

    /** Claims before an id that lean on a source, newest first. */
    public List<Leaning> leaning(long source, long before, int limit) {
        List<ClaimLine> lines = claims.lines(CLAIMS, source, before, limit);
        Long[] ids = lines.stream().map(ClaimLine::id).toArray(Long[]::new);
        Map<Long, List<Leaning.PieceLine>> pieces = Rows.of(database, PIECES, source, ids)
                .stream()
                .collect(Collectors.groupingBy(row -> row.get(0, Long.class),
                        Collectors.mapping(LeaningReading::piece, Collectors.toList())));
        Set<Long> hidden = blind.hidden().claims();
        Map<Long, List<Leaning.VerdictLine>> verdicts = Rows.of(database, VERDICTS, source, ids)
                .stream()
                .filter(row -> !hidden.contains(row.get(0, Long.class)))
                .collect(Collectors.groupingBy(row -> row.get(0, Long.class),
                        Collectors.mapping(LeaningReading::verdict, Collectors.toList())));
        return lines.stream()
                .map(line -> new Leaning(line, pieces.getOrDefault(line.id(), List.of()),
                        verdicts.getOrDefault(line.id(), List.of())))
                .toList();
    }

    private SourceSheet.Counts counts(long source) {
        Tuple row = Rows.of(database, COUNTS, source).get(0);
        return new SourceSheet.Counts(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class),
                row.get(3, Long.class), row.get(4, Long.class));
    }

    private static Leaning.PieceLine piece(Tuple row) {
        return new Leaning.PieceLine(row.get(1, Long.class), Rows.constant(Evidence.Kind.class, row, 2),
                Rows.constant(Stance.class, row, 3), Rows.text(row, 4), Rows.constant(Rank.class, row, 5),
                row.get(6, Boolean.class), row.get(7, Boolean.class));
    }

    private static Leaning.VerdictLine verdict(Tuple row) {
        return new Leaning.VerdictLine(row.get(1, Long.class), Rows.constant(Rating.class, row, 2),
                Name.of(row.get(3, UUID.class), Rows.text(row, 4)), row.get(5, Instant.class),
                Rows.constant(Verdict.Ended.class, row, 6));
    }
}
