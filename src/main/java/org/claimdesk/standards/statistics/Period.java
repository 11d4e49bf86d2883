package org.claimdesk.standards.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * Whole days in the newsroom's zone, and perhaps one desk.
 *
 * @param to    the last day
 * @param begin the first moment
 * @param end   the moment after the last; now, where the period is not over
 * @param desk  its path, or empty for all
 */
public record Period(LocalDate from, LocalDate to, Instant begin, Instant end, Instant now, String desk, ZoneId zone) {

    /** In days, where nothing is said. */
    static final int USUAL = 30;
    /** In days, ten years. */
    static final int LONGEST = 3_653;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final int MOST_STEPS = 30;

    /** A day of the period and the moment it ends. */
    public record Step(LocalDate day, Instant end) {}

    /**
     * As typed; what is empty is the last 30 days, and all desks.
     *
     * @throws Problem bad input, by the field
     */
    static Period asked(String from, String to, String desk, Clock clock, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last == null) {
            last = today;
        }
        if (first == null) {
            first = last.minusDays(USUAL - 1L);
        }
        if (first.isAfter(today)) {
            throw Problem.badInput("from", "That day has not come yet.");
        }
        if (first.isAfter(last)) {
            throw Problem.badInput("from", "The period ends before it begins.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw Problem.badInput("from", "A period is ten years long at most.");
        }
        String asked = Input.line("desk", desk);
        if (!asked.isEmpty() && !asked.startsWith("/desks/")) {
            throw Problem.badInput("desk", "That is no desk of the newsroom.");
        }
        return new Period(first, last, start(first, zone), earlier(start(last.plusDays(1), zone), now), now, asked,
                zone);
    }

    /** Days to count at: all, or so many that they are no more than 30, the last of the period among them. */
    List<Step> steps() {
        LocalDate last = LocalDate.ofInstant(end.minus(1, ChronoUnit.MICROS), zone);
        last = last.isBefore(from) ? from : last;
        long each = (ChronoUnit.DAYS.between(from, last) + MOST_STEPS) / MOST_STEPS;
        List<Step> steps = new ArrayList<>();
        for (LocalDate day = last; !day.isBefore(from); day = day.minusDays(each)) {
            steps.add(new Step(day, earlier(start(day.plusDays(1), zone), end)));
        }
        Collections.reverse(steps);
        return steps;
    }

    /** As the query of an address. */
    public String query() {
        return "from=" + from + "&to=" + to
                + (desk.isEmpty() ? "" : "&desk=" + URLEncoder.encode(desk, StandardCharsets.UTF_8));
    }

    private static LocalDate day(String field, String typed) {
        if (Input.blank(typed)) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (!day.isBefore(EARLIEST) && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeParseException noDate) {
            throw Problem.badInput(field, "That is not a date, such as 2026-11-03.");
        }
        throw Problem.badInput(field, "Take a day of the years 1970 to 9999.");
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
