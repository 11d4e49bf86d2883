package org.claimdesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("It speaks German for a moment, and so does all of its JVM.")
class NewsroomTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** A Tuesday, 14:20 in New York. */
    private static final NewsroomTime TIME = at("2026-11-03T19:20:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-11-03T19:20:00Z | 14:20", "2026-11-03T05:00:00Z | 00:00",
            "2026-11-04T04:59:59Z | 23:59", "2026-11-04T05:00:00Z | tomorrow 00:00",
            "2026-11-03T04:59:59Z | yesterday 23:59", "2026-11-05T05:00:00Z | Thu 5 Nov, 00:00",
            "2026-11-01T17:00:00Z | Sun 1 Nov, 12:00", "2027-08-29T12:00:00Z | Sun 29 Aug, 08:00",
            "2027-08-30T12:00:00Z | 30 Aug 2027, 08:00", "2025-11-03T12:00:00Z | 3 Nov 2025, 07:00"})
    void timesAreBriefInTheNewsroomsZone(String at, String words) {
        assertThat(TIME.brief(Instant.parse(at))).isEqualTo(words);
    }

    /** The night of 1 November 2026 has 25 hours, that of 8 March 23. */
    @Test
    void tomorrowIsTheNextDayHoweverLongTheNight() {
        assertThat(at("2026-11-01T04:30:00Z").brief(Instant.parse("2026-11-02T04:30:00Z"))).isEqualTo("23:30");
        assertThat(at("2026-11-01T04:30:00Z").brief(Instant.parse("2026-11-02T05:30:00Z"))).isEqualTo("tomorrow 00:30");
        assertThat(at("2026-03-08T05:30:00Z").brief(Instant.parse("2026-03-09T04:30:00Z"))).isEqualTo("tomorrow 00:30");
    }

    @Test
    void theExactTimeHasSeconds() {
        assertThat(TIME.exact(Instant.parse("2026-11-03T19:20:07.9Z"))).isEqualTo("3 Nov 2026, 14:20:07");
        assertThat(TIME.zone()).isEqualTo("America/New_York");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-03T19:20:00Z,0 min", "2026-11-03T19:20:59Z,0 min", "2026-11-03T20:19:59Z,59 min",
            "2026-11-03T20:20:00Z,1 h", "2026-11-03T22:30:00Z,3 h 10 min", "2026-11-05T19:19:00Z,47 h 59 min",
            "2026-11-05T19:20:00Z,2 days", "2026-11-03T19:19:00Z,overdue by 1 min",
            "2026-11-02T13:20:00Z,overdue by 30 h", "2026-10-31T19:20:00Z,overdue by 3 days"})
    void whatIsLeftIsSaidInWords(String at, String words) {
        assertThat(TIME.left(Instant.parse(at))).isEqualTo(words);
    }

    @Test
    void aDeadlineIsOverdueOnlyOnceItHasPassed() {
        assertThat(TIME.overdue(Instant.parse("2026-11-03T19:20:00Z"))).isFalse();
        assertThat(TIME.overdue(Instant.parse("2026-11-03T19:19:59.999999Z"))).isTrue();
        assertThat(TIME.pressing(Instant.parse("2026-11-03T21:20:00Z"))).isFalse();
        assertThat(TIME.pressing(Instant.parse("2026-11-03T21:19:59Z"))).isTrue();
        assertThat(TIME.pressing(Instant.parse("2026-11-01T00:00:00Z"))).isTrue();
    }

    @Test
    void whatIsTypedIsInTheNewsroomsZone() {
        assertThat(TIME.typed("deadline", "2026-11-03T18:00")).isEqualTo("2026-11-03T23:00:00Z");
        assertThat(TIME.typed("deadline", " 2026-07-03T18:00:30 ")).isEqualTo("2026-07-03T22:00:30Z");
    }

    /** On 8 March 2026 there is no 2:30 in New York: the deadline is as long after midnight as it says. */
    @Test
    void aTimeThatTheClocksSkipIsAnHourLaterOnTheClock() {
        Instant skipped = TIME.typed("deadline", "2026-03-08T02:30");

        assertThat(skipped).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(TIME.field(skipped)).isEqualTo("2026-03-08T03:30");
    }

    /** On 1 November 2026 it is 1:30 twice: a deadline is the first of them, which is never too late. */
    @Test
    void aTimeThatComesTwiceIsTheFirst() {
        assertThat(TIME.typed("deadline", "2026-11-01T01:30")).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(TIME.field(Instant.parse("2026-11-01T05:30:00Z"))).isEqualTo("2026-11-01T01:30");
        assertThat(TIME.field(Instant.parse("2026-11-01T06:30:00Z"))).isEqualTo("2026-11-01T01:30");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u00A0"})
    void nothingTypedIsNoTime(String typed) {
        assertThat(TIME.typed("deadline", typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-11-03", "2026-11-03 18:00", "2026-02-30T10:00", "2026-11-03T24:01",
            "2026-11-03T18:00Z", "2026-11-03T18:00:00+02:00", "03/11/2026 18:00", "20261103T1800", "2026-11-03T18"})
    void whatIsNoTimeIsRefusedByItsField(String typed) {
        Problem problem = catchThrowableOfType(Problem.class, () -> TIME.typed("deadline", typed));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.field()).isEqualTo("deadline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59", "-999999999-01-01T00:00"})
    void theFurthestTimesBreakNothing(String typed) {
        Instant far = TIME.typed("deadline", typed);

        assertThat(TIME.brief(far)).isNotBlank();
        assertThat(TIME.left(far)).isNotBlank();
        assertThat(TIME.field(far)).isNotBlank();
    }

    @Test
    void noTimeIsAnEmptyField() {
        assertThat(TIME.field(null)).isEmpty();
    }

    @Test
    void timesAreInEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(TIME.brief(Instant.parse("2026-12-01T12:00:00Z"))).isEqualTo("Tue 1 Dec, 07:00");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void aFieldSentBackUnchangedIsTheSameMinute(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        Instant minute = Instant.ofEpochSecond(seconds - seconds % 60);
        Instant back = TIME.typed("deadline", TIME.field(minute));

        // In the hour that comes twice a year, the field cannot say which of the two is meant.
        boolean twice = NEW_YORK.getRules().getValidOffsets(minute.atZone(NEW_YORK).toLocalDateTime()).size() == 2;
        assertThat(back).isEqualTo(twice && !back.equals(minute) ? minute.minusSeconds(3600) : minute);
    }

    private static NewsroomTime at(String now) {
        return new NewsroomTime(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), NEW_YORK);
    }
}
