package org.claimdesk.standards.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.claimdesk.claim.State;
import org.claimdesk.sql.Rows;

/** How many claims were in which state at the end of each day: from what is now, the acts since are taken back. */
@ApplicationScoped
@Priority(100)
class OverTime implements Section {

    /** In bucket n is what was done from the n-th moment on, and before the next; in 0 what is now. The moments are read once: cast in place they would be for every row. */
    private static final String SQL = """
            select done.since, counts.state, sum(counts.n) as n
              from (select width_bucket(it.at, (select cast(?1 as timestamptz[]))) as since, it.act, it.from_state, it.to_state
                      from entry it where"""
            + Asked.CHANGED + " and it.at >= ?2" + Asked.OF_DESK
            + """
                    ) done
                     cross join lateral (values (case when done.act <> 'RESTORE' then done.from_state end, -1),
                                                (case when done.act <> 'DROP' then done.to_state end, 1)) as counts (state, n)
                     where counts.state is not null group by done.since, counts.state
                     union all
                    select 0, c.state, count(*) from claim c where c.dropped_at is null"""
            + Asked.ON_DESK + " group by c.state";

    private final EntityManager database;

    OverTime(EntityManager database) {
        this.database = database;
    }

    @Override
    public Subject subject() {
        return new Subject("claims-by-state", "Claims by state",
                "At the end of each day, all on one scale. A dropped claim is not counted until it is restored. A claim counts for the desk it is with now.");
    }

    @Override
    public Figure of(Period period) {
        List<Period.Step> steps = period.steps();
        String[] ends = steps.stream().map(step -> step.end().toString()).toArray(String[]::new);
        Map<State, List<Long>> counted = counted(
                Rows.of(database, SQL, ends, steps.get(0).end(), period.desk()), steps.size());
        long most = counted.values().stream().flatMap(List::stream).mapToLong(Long::longValue).max().orElse(0);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; most > 0 && i < steps.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(steps.get(i).day().toString()));
            for (State state : State.values()) {
                row.add(counted.get(state).get(i));
            }
            rows.add(row);
        }
        String said = Arrays.stream(State.values())
                .map(state -> last(counted.get(state)) + " " + state.word())
                .collect(Collectors.joining(", ", "On " + steps.get(steps.size() - 1).day() + ": ", "."));
        return new Figure(said, Figure.columns("day", "assigned", "sourced", "disputed", "verified"), rows,
                Picture.trends(Arrays.stream(State.values())
                        .map(state -> trend(state, counted.get(state), Math.max(1, most)))
                        .toList()));
    }

    /** For each state, the number at each step: what is now without all that was done from then on. */
    private static Map<State, List<Long>> counted(List<Tuple> rows, int steps) {
        Map<State, long[]> done = new EnumMap<>(State.class);
        for (State state : State.values()) {
            done.put(state, new long[steps + 1]);
        }
        for (Tuple row : rows) {
            done.get(Rows.constant(State.class, row, 1))[(int) Asked.count(row, 0)] += Asked.count(row, 2);
        }
        Map<State, List<Long>> counted = new EnumMap<>(State.class);
        done.forEach((state, changes) -> {
            Long[] at = new Long[steps];
            long number = changes[0];
            for (int i = steps; i >= 1; i--) {
                number -= changes[i];
                at[i - 1] = number;
            }
            counted.put(state, List.of(at));
        });
        return counted;
    }

    private static Trend trend(State state, List<Long> counts, long most) {
        return Trend.of(state.word(), state.word(), counts, most,
                "%d at first, %d at the end, at most %d".formatted(counts.get(0), last(counts),
                        counts.stream().mapToLong(Long::longValue).max().orElse(0)));
    }

    private static long last(List<Long> counts) {
        return counts.get(counts.size() - 1);
    }
}
