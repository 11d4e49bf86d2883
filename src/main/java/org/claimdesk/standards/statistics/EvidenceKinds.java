package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Labels;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.sql.Rows;

/** What stands behind claims. */
@ApplicationScoped
@Priority(30)
class EvidenceKinds implements Section {

    private static final String SQL = """
            select it.kind, count(*) filter (where it.stance = 'SUPPORTS') as supports, count(*) filter (where it.stance = 'CONTRADICTS') as contradicts,
                   count(*) filter (where it.stance = 'CONTEXT') as context, count(*) filter (where it.withdrawn_at is not null) as withdrawn, count(*) as every
              from evidence it where it.attached_at >= ?1 and it.attached_at < ?2"""
            + Asked.OF_DESK
            + " group by it.kind order by every desc, it.kind";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("v", "support"),
            new Picture.Key("d", "contradict"),
            new Picture.Key("a", "context"));

    private final EntityManager database;

    EvidenceKinds(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("evidence-kinds", "Kinds of evidence",
                "Pieces attached in the period, those that were withdrawn since among them.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Asked.rows(database, SQL, period);
        return new Figure("%s, %d of them withdrawn since.".formatted(
                Asked.some(Asked.sum(rows, 5), "piece", "pieces"), Asked.sum(rows, 4)),
                Figure.columns("kind", "pieces", "supports", "contradicts", "context", "withdrawn"),
                rows.stream()
                        .map(row -> List.<Object>of(kind(row), Asked.count(row, 5), Asked.count(row, 1),
                                Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4)))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(EvidenceKinds::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 1), Asked.count(row, 2), Asked.count(row, 3));
        return new Picture.Amounts(kind(row), "%d support, %d contradict, %d context".formatted(parts.toArray()),
                parts);
    }

    private static String kind(Tuple row) {
        return Labels.of(Rows.constant(Evidence.Kind.class, row, 0));
    }
}
