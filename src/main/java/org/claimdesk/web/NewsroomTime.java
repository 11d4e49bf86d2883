package org.claimdesk.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Times as the newsroom reads and types them: in its own zone. */
@Named("time")
@Unremovable
@ApplicationScoped
public class NewsroomTime {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss",
            Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Clock clock;
    private final ZoneId zone;

    NewsroomTime(Clock clock, @ConfigProperty(name = "claimdesk.zone") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    /** Short, as on a card: 14:20 today, tomorrow 9:00, Tue 3 Nov, 14:20, or with the year. */
    public String brief(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, there.toLocalDate());
        if (days == 0) {
            return CLOCK.format(there);
        }
        if (days == 1 || days == -1) {
            return (days == 1 ? "tomorrow " : "yesterday ") + CLOCK.format(there);
        }
        return (Math.abs(days) < 300 ? DAY : YEAR).format(there);
    }

    public String exact(Instant at) {
        return SECONDS.format(at.atZone(zone));
    }

    /** How long until then, in words: 3 h 10 min, 2 days; or overdue by as much. */
    public String left(Instant at) {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? "overdue by " + words(left.negated()) : words(left);
    }

    public boolean overdue(Instant at) {
        return at.isBefore(clock.instant());
    }

    /** Due within two hours, or past. */
    public boolean pressing(Instant at) {
        return at.isBefore(clock.instant().plus(Duration.ofHours(2)));
    }

    /** As a field of type datetime-local takes it. */
    public String field(Instant at) {
        return at == null ? "" : FIELD.format(at.atZone(zone));
    }

    public String zone() {
        return zone.getId();
    }

    /** @throws Problem bad input where it is no date and time; null where nothing was typed */
    public Instant typed(String field, String value) {
        if (Input.blank(value)) {
            return null;
        }
        try {
            return LocalDateTime.parse(value.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Problem.badInput(field, "That is not a date and time, such as 2026-11-03T18:00.");
        }
    }

    /** The date so many days from today, as a field of type date takes it. */
    public String date(int days) {
        return clock.instant().atZone(zone).toLocalDate().plusDays(days).toString();
    }

    /**
     * The moment in which a day begins that was typed, or one so many days after it.
     *
     * @throws Problem bad input where it is no date; null where nothing was typed
     */
    public Instant day(String field, String value, int later) {
        if (Input.blank(value)) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip()).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException notADate) {
            throw Problem.badInput(field, "That is not a date, such as 2026-11-03.");
        }
    }

    private static String words(Duration span) {
        long minutes = span.toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return minutes / (24 * 60) + " days";
    }
}
