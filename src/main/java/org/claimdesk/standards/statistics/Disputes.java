package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Labels;
import org.claimdesk.ledger.Blind;
import org.claimdesk.sql.Rows;

/** On what grounds people disputed, and who was right. */
@ApplicationScoped
@Priority(70)
class Disputes implements Section {

    private static final String SQL = """
            select it.grounds, count(*) filter (where it.outcome = 'UPHELD') as upheld, count(*) filter (where it.outcome = 'REJECTED') as rejected,
                   count(*) filter (where it.outcome = 'ACCEPTED') as accepted, count(*) filter (where it.outcome is null) as undecided, count(*) as every
              from dispute it where it.opened_at >= ?1 and it.opened_at < ?2"""
            + Asked.OF_DESK + Asked.SEEN
            + " group by it.grounds order by every desc, it.grounds";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("d", "upheld"),
            new Picture.Key("v", "rejected"),
            new Picture.Key("s", "accepted"),
            new Picture.Key("a", "not decided"));

    private final EntityManager database;
    private final Blind blind;

    Disputes(EntityManager database, Blind blind) {
        this.database = database;
        this.blind = blind;
    }

    @Override
    public Subject subject() {
        return new Subject("disputes", "Disputes",
                "Those opened in the period, with the outcome they have now. Accepted: who opened it accepted the answer. The ground finding is a verdict that the standards desk overturned.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Asked.rows(database, SQL, period, blind.hidden());
        return new Figure("%s: %d upheld, %d rejected, %d accepted, %d not decided.".formatted(
                Asked.some(Asked.sum(rows, 5), "dispute", "disputes"), Asked.sum(rows, 1), Asked.sum(rows, 2),
                Asked.sum(rows, 3), Asked.sum(rows, 4)),
                Figure.columns("grounds", "upheld", "rejected", "accepted", "undecided", "disputes"),
                rows.stream()
                        .map(row -> List.<Object>of(grounds(row), Asked.count(row, 1), Asked.count(row, 2),
                                Asked.count(row, 3), Asked.count(row, 4), Asked.count(row, 5)))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Disputes::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 1), Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4));
        return new Picture.Amounts(grounds(row),
                "%d upheld, %d rejected, %d accepted, %d not decided".formatted(parts.toArray()), parts);
    }

    private static String grounds(Tuple row) {
        return Labels.of(Rows.constant(Grounds.class, row, 0));
    }
}
