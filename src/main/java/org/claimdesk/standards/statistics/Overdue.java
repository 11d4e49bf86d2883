package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;

/** What is past its deadline, and what was verified after it. */
@ApplicationScoped
@Priority(80)
class Overdue implements Section {

    private static final String SQL = """
            select desk, cast(sum(waits) as bigint) as waits, cast(sum(overdue) as bigint) as overdue, cast(sum(verdicts) as bigint) as verdicts, cast(sum(late) as bigint) as late
              from (select c.desk, count(*) as waits, count(*) filter (where c.deadline < ?4) as overdue, 0 as verdicts, 0 as late
                      from claim c where c.dropped_at is null and c.state <> 'VERIFIED'"""
            + Asked.ON_DESK + """
                     group by c.desk
                    union all
                    select c.desk, 0, 0, count(*), count(*) filter (where v.given_at > c.deadline)
                      from verdict v join claim c on c.id = v.claim_id where v.given_at >= ?1 and v.given_at < ?2"""
            + Asked.ON_DESK + " group by c.desk) counted group by desk order by overdue desc, waits desc, desk";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("d", "overdue"),
            new Picture.Key("a", "open, in time"));

    private final EntityManager database;

    Overdue(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("overdue", "Overdue",
                "Open claims past their deadline now, whatever the period; and verdicts of the period given after the deadline that the claim has now. Dropped claims are not open.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Rows.of(database, SQL, period.begin(), period.end(), period.desk(), period.now());
        return new Figure(
                "%s of %s past the deadline now; %d of %s in the period came after it.".formatted(Asked.sum(rows, 2),
                        Asked.some(Asked.sum(rows, 1), "open claim is", "open claims are"), Asked.sum(rows, 4),
                        Asked.some(Asked.sum(rows, 3), "verdict", "verdicts")),
                Figure.columns("desk", "open_now", "overdue_now", "verdicts", "verdicts_after_deadline"),
                rows.stream()
                        .map(row -> List.<Object>of(Rows.text(row, 0), Asked.count(row, 1), Asked.count(row, 2),
                                Asked.count(row, 3), Asked.count(row, 4)))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Overdue::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        long over = Asked.count(row, 2);
        long rest = Asked.count(row, 1) - over;
        return new Picture.Amounts(Figure.shown(Rows.text(row, 0)), over + " overdue, " + rest + " in time",
                List.of(over, rest));
    }
}
