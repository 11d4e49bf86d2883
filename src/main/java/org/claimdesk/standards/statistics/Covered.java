package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;

/** How much of the articles is accounted for. */
@ApplicationScoped
@Priority(40)
class Covered implements Section {

    private static final String SQL = """
            select a.desk, count(distinct a.id) as articles, count(*) filter (where touched.by_claim) as claims,
                   count(*) filter (where not touched.by_claim and s.disposition = 'OPINION') as opinions,
                   count(*) filter (where not touched.by_claim and s.disposition = 'NO_FACT') as no_fact,
                   count(*) filter (where not touched.by_claim and s.disposition = 'UNREVIEWED') as unreviewed, count(*) as every
              from article a join sentence s on s.article_id = a.id and s.revision = a.revision
             cross join lateral (select exists (select from claim c where c.article_id = a.id and c.dropped_at is null and c.placement <> 'ORPHANED'
                                                   and c.start_at < s.end_at and c.end_at > s.start_at) as by_claim) touched
             where a.filed_at >= ?1 and a.filed_at < ?2 and (?3 = '' or a.desk = ?3)
             group by a.desk order by every desc, a.desk""";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("v", "with claims"),
            new Picture.Key("s", "opinion"),
            new Picture.Key("a", "no fact"),
            new Picture.Key("n", "unaccounted for"));

    private final EntityManager database;

    Covered(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("coverage", "Coverage",
                "Sentences of the revision that stands, of the articles filed in the period, by the desk of the article. A sentence that a claim touches is accounted for, and one that a person called an opinion or no fact.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Asked.rows(database, SQL, period);
        long all = Asked.sum(rows, 6);
        return new Figure("%d of %s accounted for.".formatted(all - Asked.sum(rows, 5),
                Asked.some(all, "sentence is", "sentences are")),
                Figure.columns("desk", "articles", "sentences", "with_claims", "opinion", "no_fact", "unaccounted",
                        "coverage_percent"),
                rows.stream()
                        .map(row -> List.<Object>of(Rows.text(row, 0), Asked.count(row, 1), Asked.count(row, 6),
                                Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4), Asked.count(row, 5),
                                Asked.share(Asked.count(row, 6) - Asked.count(row, 5), Asked.count(row, 6))))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Covered::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4), Asked.count(row, 5));
        return new Picture.Amounts(Figure.shown(Rows.text(row, 0)),
                "%d with claims, %d opinion, %d no fact, %d unaccounted for".formatted(parts.toArray()), parts);
    }
}
