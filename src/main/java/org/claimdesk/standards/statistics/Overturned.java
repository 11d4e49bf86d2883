package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;

/** What became of verdicts. */
@ApplicationScoped
@Priority(60)
class Overturned implements Section {

    private static final String SQL = """
            select c.desk, count(*) filter (where v.ended is null) as stand, count(*) filter (where v.ended = 'REWORDED') as reworded,
                   count(*) filter (where v.ended = 'DISPUTED') as disputed, count(*) filter (where v.ended = 'OVERTURNED') as overturned, count(*) as every
              from verdict v join claim c on c.id = v.claim_id where v.given_at >= ?1 and v.given_at < ?2"""
            + Asked.ON_DESK
            + " group by c.desk order by every desc, c.desk";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("v", "stand"),
            new Picture.Key("a", "reworded"),
            new Picture.Key("s", "disputed"),
            new Picture.Key("d", "overturned"));

    private final EntityManager database;

    Overturned(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("overturned", "Overturned verdicts",
                "Verdicts given in the period, by what has become of them since. The rate is those that the standards desk overturned, of all that were given. Reworded: a new revision has other words.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Asked.rows(database, SQL, period);
        long all = Asked.sum(rows, 5);
        return new Figure(
                "%d of %s overturned%s.".formatted(Asked.sum(rows, 4), Asked.some(all, "verdict was", "verdicts were"),
                        all == 0 ? "" : ": " + Figure.shown(Asked.share(Asked.sum(rows, 4), all)) + " %"),
                Figure.columns("desk", "verdicts", "stand", "reworded", "disputed", "overturned",
                        "overturn_rate_percent"),
                rows.stream()
                        .map(row -> List.<Object>of(Rows.text(row, 0), Asked.count(row, 5), Asked.count(row, 1),
                                Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4),
                                Asked.share(Asked.count(row, 4), Asked.count(row, 5))))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Overturned::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 1), Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4));
        return new Picture.Amounts(Figure.shown(Rows.text(row, 0)),
                "%d stand, %d reworded, %d disputed, %d overturned".formatted(parts.toArray()), parts);
    }
}
