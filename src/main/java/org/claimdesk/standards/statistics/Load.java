package org.claimdesk.standards.statistics;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.sql.Rows;

/** Who has how much to do. */
@ApplicationScoped
@Priority(20)
class Load implements Section {

    private static final String SQL = """
            select c.desk, p.name, count(*) filter (where c.state = 'ASSIGNED') as assigned, count(*) filter (where c.state = 'DISPUTED') as disputed,
                   count(*) filter (where c.state = 'SOURCED') as sourced, count(*) filter (where c.deadline < ?2) as overdue, count(*) as every
              from claim c left join person p on p.id = c.assignee
             where c.dropped_at is null and c.state <> 'VERIFIED' and (?1 = '' or c.desk = ?1)
             group by c.desk, c.assignee, p.name order by every desc, c.desk, p.name, c.assignee limit 500""";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("a", "to source"),
            new Picture.Key("d", "to answer"),
            new Picture.Key("s", "with a reviewer"));

    private final EntityManager database;

    Load(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("load", "Load",
                "Open claims now, whatever the period, by desk and the person they are assigned to; at most 500 lines, the longest first. Sourced ones wait for a reviewer.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Rows.of(database, SQL, period.desk(), period.now());
        return new Figure("%s now: %d to source, %d to answer, %d with a reviewer; %d overdue.".formatted(
                Asked.some(Asked.sum(rows, 6), "open claim", "open claims"), Asked.sum(rows, 2), Asked.sum(rows, 3),
                Asked.sum(rows, 4), Asked.sum(rows, 5)),
                Figure.columns("desk", "person", "open", "to_source", "to_answer", "with_reviewer", "overdue"),
                rows.stream()
                        .map(row -> List.<Object>of(Rows.text(row, 0), person(row), Asked.count(row, 6),
                                Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4), Asked.count(row, 5)))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Load::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 2), Asked.count(row, 3), Asked.count(row, 4));
        return new Picture.Amounts(person(row) + ", " + Figure.shown(Rows.text(row, 0)),
                "%d to source, %d to answer, %d with a reviewer".formatted(parts.toArray()), parts);
    }

    private static String person(Tuple row) {
        return row.get(1) == null ? "nobody" : Rows.text(row, 1);
    }
}
