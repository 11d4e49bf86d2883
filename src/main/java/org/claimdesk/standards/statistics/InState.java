package org.claimdesk.standards.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.State;
import org.claimdesk.sql.Rows;

/** How long claims stay in a state before they leave it. */
@ApplicationScoped
@Priority(90)
class InState implements Section {

    /** A stay begins with an act that changes the state and ends with the next one that does; between DROP and RESTORE it rests. */
    private static final String SQL = """
            with gone as (
                select distinct it.claim_id from entry it
                 where""" + Asked.CHANGED + " and it.from_state <> it.to_state and it.at >= ?1 and it.at < ?2"
            + Asked.OF_DESK + """
                    ), step as (
                        select it.claim_id, it.at, it.act, it.to_state, lead(it.at) over story as until,
                               count(*) filter (where it.from_state is distinct from it.to_state) over story as stay
                          from entry it where""" + Asked.CHANGED
            + """
                                 and it.claim_id in (select claim_id from gone)
                        window story as (partition by it.claim_id order by it.claim_version)
                    ), stay as (
                        select min(to_state) as state, max(until) as ended,
                               cast(extract(epoch from sum(greatest(until - at, interval '0')) filter (where act <> 'DROP')) / 3600 as double precision) as hours
                          from step group by claim_id, stay having bool_and(until is not null)
                    ), spent as (
                        select state, count(*) as stays, percentile_cont(0.5) within group (order by hours) as median,
                               percentile_cont(0.9) within group (order by hours) as ninth
                          from stay where ended >= ?1 and ended < ?2 group by state
                    ), there as (
                        select c.state, count(*) as there from claim c where c.dropped_at is null"""
            + Asked.ON_DESK
            + """
                         group by c.state
                    )
                    select state, spent.stays, spent.median, spent.ninth, there.there from spent full join there using (state)""";

    private static final List<Picture.Key> KEY = List.of(new Picture.Key("v", "median"),
            new Picture.Key("n", "to the 90th percentile"));

    private final EntityManager database;

    InState(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("time-in-state", "Time in each state",
                "Hours from entering a state to leaving it, of the stays that ended in the period; time while a claim was dropped is left out. Stays that have not ended have no length yet: they are counted apart, as there now.");
    }

    @Override
    public Figure of(Period period) {
        List<Tuple> rows = new ArrayList<>(Asked.rows(database, SQL, period));
        rows.sort(Comparator.comparing(row -> Rows.constant(State.class, row, 0)));
        return new Figure(said(rows),
                Figure.columns("state", "stays_ended", "median_hours", "p90_hours", "there_now"),
                rows.stream()
                        .map(row -> Arrays.<Object>asList(state(row), Asked.count(row, 1), Asked.number(row, 2),
                                Asked.number(row, 3), Asked.count(row, 4)))
                        .toList(),
                Picture.bars(KEY, rows.stream().filter(row -> Asked.count(row, 1) > 0).map(InState::bar).toList()));
    }

    private static String said(List<Tuple> rows) {
        String said = rows.stream()
                .filter(row -> Asked.count(row, 1) > 0)
                .map(row -> state(row) + " " + span(Asked.number(row, 2)))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "No stay ended in the period." : "Half of the stays were shorter than: " + said + ".";
    }

    private static Picture.Amounts bar(Tuple row) {
        double median = Asked.number(row, 2);
        double ninth = Asked.number(row, 3);
        return new Picture.Amounts(state(row), "median %s, p90 %s, of %s".formatted(span(median), span(ninth),
                Asked.some(Asked.count(row, 1), "stay", "stays")), List.of(median, ninth - median));
    }

    private static String state(Tuple row) {
        return Rows.constant(State.class, row, 0).word();
    }

    static String span(double hours) {
        if (hours < 1) {
            return Math.round(hours * 60) + " min";
        }
        return hours < 48 ? Figure.shown(hours) + " h" : Figure.shown(hours / 24) + " days";
    }
}
