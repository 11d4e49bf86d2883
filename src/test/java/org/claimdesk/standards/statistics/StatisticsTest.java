package org.claimdesk.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers of a small story, against those worked out by hand. */
@NewsroomTest
class StatisticsTest {

    @Inject
    March march;
    @Inject
    Statistics statistics;
    @Inject
    Clock clock;

    private March.Told told;

    @BeforeEach
    void aYearOfItsOwn() {
        told = march.begin();
    }

    @Test
    void claimsCountInTheirStateAtTheEndOfEachDayAndNotWhileTheyAreDropped() {
        march.tell(told);

        List<List<Object>> days = figure("claims-by-state", told.day(3, 1).minusDays(1)).rows();

        assertThat(days).hasSize(11);
        List<Object> before = days.get(0);
        assertThat(before.get(0)).isEqualTo(told.day(3, 1).minusDays(1).toString());
        assertThat(since(before, days)).containsExactly(List.of(0L, 0L, 0L, 0L), List.of(1L, 0L, 1L, 1L),
                List.of(0L, 0L, 0L, 2L), List.of(0L, 1L, 0L, 2L), List.of(0L, 1L, 1L, 1L), List.of(0L, 1L, 1L, 1L),
                List.of(0L, 0L, 1L, 2L), List.of(0L, 1L, 1L, 1L), List.of(0L, 1L, 1L, 1L), List.of(0L, 1L, 1L, 1L),
                List.of(0L, 1L, 1L, 1L));
    }

    /** C was assigned from 10 to 12, dropped for two days, and assigned from 12 to 16: six hours. D has not left. */
    @Test
    void timeInAStateIsOfStaysThatEndedWithoutTheTimeOfBeingDropped() {
        march.end(told);
        Map<Object, List<Object>> before = byFirst(figure("time-in-state"));
        march.tell(told);

        Figure figure = figure("time-in-state");

        assertThat(byFirst(figure).get("assigned").subList(1, 4)).containsExactly(3L, 6.0, 6.0);
        assertThat(byFirst(figure).get("sourced").subList(1, 4)).containsExactly(4L, 2.5, 48.5);
        assertThat(byFirst(figure).get("disputed").subList(1, 4)).containsExactly(2L, 13.5, 21.9);
        assertThat(byFirst(figure).get("verified").subList(1, 4)).containsExactly(3L, 36.0, 64.8);
        assertThat(there(figure, "sourced") - there(before, "sourced")).isEqualTo(1);
        assertThat(there(figure, "assigned") - there(before, "assigned")).isZero();
        assertThat(figure.said()).contains("assigned 6.0 h", "sourced 2.5 h", "disputed 13.5 h");
        assertThat(figure.picture().bars()).extracting(Picture.Bar::words)
                .contains("median 2.5 h, p90 2.0 days, of 4 stays");
    }

    /** Those that ended in an earlier or later period are not in this one. */
    @Test
    void aStayCountsWhereItEnded() {
        march.tell(told);

        Figure figure = figure("time-in-state", told.day(3, 2), told.day(3, 3));

        assertThat(byFirst(figure).get("assigned").subList(1, 4)).containsExactly(1L, 6.0, 6.0);
        assertThat(byFirst(figure).get("sourced").subList(1, 4)).containsExactly(1L, 3.0, 3.0);
        assertThat(byFirst(figure).get("disputed").subList(1, 4)).containsExactly(1L, 24.0, 24.0);
    }

    @Test
    void whatIsOverdueNowAndWhatWasVerifiedAfterItsDeadline() {
        List<Object> before = byFirst(figure("overdue")).getOrDefault(March.DESK, List.of(March.DESK, 0L, 0L, 0L, 0L));
        march.tell(told);

        List<Object> after = byFirst(figure("overdue")).get(March.DESK);

        assertThat((Long) after.get(1) - (Long) before.get(1)).as("open").isEqualTo(2);
        assertThat((Long) after.get(2) - (Long) before.get(2)).as("overdue").isEqualTo(2);
        assertThat(after.subList(3, 5)).containsExactly(4L, 1L);
    }

    @Test
    void disputesByTheirGroundsAndOutcomes() {
        march.tell(told);

        assertThat(figure("disputes").rows()).containsExactlyInAnyOrder(List.of("figure", 0L, 0L, 1L, 0L, 1L),
                List.of("source", 1L, 0L, 0L, 0L, 1L), List.of("finding", 0L, 0L, 0L, 1L, 1L));
    }

    @Test
    void verdictsByWhatBecameOfThemAndTheRateOfThoseOverturned() {
        march.tell(told);

        Figure figure = figure("overturned");

        assertThat(figure.rows()).containsExactly(List.of(March.DESK, 4L, 1L, 1L, 1L, 1L, 25.0));
        assertThat(figure.said()).isEqualTo("1 of 4 verdicts were overturned: 25.0 %.");
    }

    @Test
    void verdictsByTheirRating() {
        march.tell(told);

        assertThat(figure("ratings").rows()).containsExactly(List.of("accurate", 1L, 25.0, 0L, 0L, 1L),
                List.of("needs context", 1L, 25.0, 0L, 1L, 0L), List.of("misleading", 1L, 25.0, 1L, 0L, 0L),
                List.of("inaccurate", 1L, 25.0, 0L, 1L, 0L));
    }

    /** The headline and the sentence of the dropped claim are unaccounted for. */
    @Test
    void coverageIsOfTheRevisionThatStands() {
        march.tell(told);

        assertThat(figure("coverage").rows()).containsExactly(List.of(March.DESK, 1L, 6L, 3L, 1L, 0L, 2L, 66.67));
    }

    @Test
    void evidenceByItsKindTheWithdrawnAmongIt() {
        march.tell(told);

        assertThat(figure("evidence-kinds").rows()).containsExactly(List.of("reference", 5L, 4L, 0L, 1L, 1L));
    }

    @Test
    void whoHasHowMuchToDo() {
        march.tell(told);

        assertThat(figure("load").rows()).contains(List.of(March.DESK, told.rita().name(), 2L, 0L, 1L, 1L, 2L));
    }

    @Test
    void whoHasDoneHowMuch() {
        march.tell(told);

        assertThat(figure("work").rows()).containsExactlyInAnyOrder(
                List.of(March.DESK, told.ada().name(), 4L, 4L, 0L, 0L, 0L, 0L, 0L, 0L),
                List.of(March.DESK, told.rita().name(), 4L, 0L, 3L, 1L, 0L, 0L, 0L, 0L),
                List.of(March.DESK, told.vera().name(), 4L, 0L, 0L, 0L, 0L, 1L, 3L, 0L),
                List.of(March.DESK, told.olga().name(), 2L, 0L, 0L, 0L, 0L, 1L, 1L, 0L),
                List.of(March.DESK, told.sten().name(), 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L));
    }

    @Test
    void anEmptyNewsroomHasNothingYetInEverySection() {
        Period period = Period.asked("1999-01-01", "1999-12-31", "/desks/nobody", clock, ZoneOffset.UTC);

        List<Statistics.Answered> answers = QuarkusTransaction.requiringNew().call(() -> statistics.all(period));

        assertThat(answers).hasSizeGreaterThanOrEqualTo(10).allMatch(answer -> answer.figure().empty());
    }

    @Test
    void otherDesksAreNotCounted() {
        march.tell(told);
        Period elsewhere = Period.asked(told.day(3, 1).toString(), told.day(3, 10).toString(), "/desks/nobody", clock,
                ZoneOffset.UTC);

        List<Statistics.Answered> answers = QuarkusTransaction.requiringNew().call(() -> statistics.all(elsewhere));

        assertThat(answers).allMatch(answer -> answer.figure().empty());
    }

    private Figure figure(String name) {
        return figure(name, told.day(3, 1));
    }

    private Figure figure(String name, LocalDate from) {
        return figure(name, from, told.day(3, 10));
    }

    private Figure figure(String name, LocalDate from, LocalDate to) {
        Period period = Period.asked(from.toString(), to.toString(), March.DESK, clock, ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew().call(() -> statistics.one(name, period).figure());
    }

    /** How many more than before, in each state, row by row. */
    private static List<List<Long>> since(List<Object> before, List<List<Object>> rows) {
        return rows.stream()
                .map(row -> IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> (Long) row.get(i) - (Long) before.get(i))
                        .toList())
                .toList();
    }

    private static Map<Object, List<Object>> byFirst(Figure figure) {
        return figure.rows().stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
    }

    private static long there(Figure figure, String state) {
        return there(byFirst(figure), state);
    }

    private static long there(Map<Object, List<Object>> rows, String state) {
        return rows.containsKey(state) ? (Long) rows.get(state).get(4) : 0;
    }
}
