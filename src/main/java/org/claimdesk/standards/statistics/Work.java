package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.ledger.Blind;
import org.claimdesk.sql.Rows;

/** Who has done how much. */
@ApplicationScoped
@Priority(10)
class Work implements Section {

    private static final String SQL = """
            select c.desk, p.name, count(*) filter (where it.act = 'MARK') as marked, count(*) filter (where it.act = 'SUBMIT') as submitted,
                   count(*) filter (where it.act = 'ANSWER') as answered, count(*) filter (where it.act = 'RETURN') as returned,
                   count(*) filter (where it.act = 'DISPUTE') as disputed, count(*) filter (where it.act = 'VERIFY') as verified,
                   count(*) filter (where it.act = 'OVERTURN') as overturned, count(*) as every
              from entry it join claim c on c.id = it.claim_id join person p on p.id = it.person_id
             where"""
            + Asked.CHANGED + " and it.at >= ?1 and it.at < ?2" + Asked.ON_DESK
            + """
                    and it.act in ('MARK', 'SUBMIT', 'ANSWER', 'RETURN', 'DISPUTE', 'VERIFY', 'OVERTURN')
                    and (it.act in ('MARK', 'SUBMIT', 'RETURN') or not it.claim_id = any(?4))
                    group by c.desk, it.person_id, p.name order by every desc, c.desk, p.name, it.person_id limit 500""";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("a", "marked"),
            new Picture.Key("s", "sourced or answered"),
            new Picture.Key("v", "judged"));

    private final EntityManager database;
    private final Blind blind;

    Work(EntityManager database, Blind blind) {
        this.database = database;
        this.blind = blind;
    }

    @Override
    public Subject subject() {
        return new Subject("work", "Work done",
                "Acts of the period by who did them and the desk that the claim is with now; at most 500 lines, the longest first. Claims that were dropped later count: the work was done.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Asked.rows(database, SQL, period, blind.hidden());
        return new Figure("%s by %s.".formatted(Asked.some(Asked.sum(rows, 9), "act", "acts"),
                Asked.some(rows.stream().map(row -> Rows.text(row, 1)).distinct().count(), "person", "people")),
                Figure.columns("desk", "person", "acts", "marked", "submitted", "answered", "returned", "disputed",
                        "verified", "overturned"),
                rows.stream()
                        .map(row -> List.<Object>of(Rows.text(row, 0), Rows.text(row, 1), Asked.count(row, 9),
                                Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4), Asked.count(row, 5),
                                Asked.count(row, 6), Asked.count(row, 7), Asked.count(row, 8)))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Work::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 2), Asked.count(row, 3) + Asked.count(row, 4),
                Asked.count(row, 5) + Asked.count(row, 6) + Asked.count(row, 7) + Asked.count(row, 8));
        return new Picture.Amounts(Rows.text(row, 1) + ", " + Figure.shown(Rows.text(row, 0)),
                "%d marked, %d sourced or answered, %d judged".formatted(parts.toArray()), parts);
    }
}
