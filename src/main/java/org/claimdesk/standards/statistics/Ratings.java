package org.claimdesk.standards.statistics;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.Labels;
import org.claimdesk.claim.Rating;
import org.claimdesk.ledger.Blind;
import org.claimdesk.sql.Rows;

/** With what result claims were verified. */
@ApplicationScoped
@Priority(50)
class Ratings implements Section {

    private static final String SQL = """
            select it.rating, count(*) filter (where it.ended is null) as stand, count(*) filter (where it.ended is distinct from 'OVERTURNED' and it.ended is not null) as ended,
                   count(*) filter (where it.ended = 'OVERTURNED') as overturned, count(*) as every
              from verdict it where it.given_at >= ?1 and it.given_at < ?2"""
            + Asked.OF_DESK + Asked.SEEN
            + " group by it.rating order by array_position(array['ACCURATE', 'NEEDS_CONTEXT', 'MISLEADING', 'INACCURATE', 'UNSUPPORTED'], it.rating)";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("v", "stand"),
            new Picture.Key("a", "ended"),
            new Picture.Key("d", "overturned"));

    private final EntityManager database;
    private final Blind blind;

    Ratings(EntityManager database, Blind blind) {
        this.database = database;
        this.blind = blind;
    }

    @Override
    public Subject subject() {
        return new Subject("ratings", "Ratings",
                "Of the verdicts given in the period. Ended: disputed or reworded since. One that you audit blind is left out for you.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = Asked.rows(database, SQL, period, blind.hidden());
        long all = Asked.sum(rows, 4);
        return new Figure("%s%s.".formatted(Asked.some(all, "verdict", "verdicts"), rows.stream()
                .map(row -> "%d %s".formatted(Asked.count(row, 4), rating(row)))
                .collect(Collectors.joining(", ", rows.isEmpty() ? "" : ": ", ""))),
                Figure.columns("rating", "verdicts", "share_percent", "stand", "ended", "overturned"),
                rows.stream()
                        .map(row -> List.<Object>of(rating(row), Asked.count(row, 4),
                                Asked.share(Asked.count(row, 4), all), Asked.count(row, 1), Asked.count(row, 2),
                                Asked.count(row, 3)))
                        .toList(),
                Picture.bars(KEY, rows.stream().map(Ratings::bar).toList()));
    }

    private static Picture.Amounts bar(Tuple row) {
        List<Long> parts = List.of(Asked.count(row, 1), Asked.count(row, 2), Asked.count(row, 3));
        return new Picture.Amounts(rating(row), "%d stand, %d ended, %d overturned".formatted(parts.toArray()), parts);
    }

    private static String rating(Tuple row) {
        return Labels.of(Rows.constant(Rating.class, row, 0));
    }
}
