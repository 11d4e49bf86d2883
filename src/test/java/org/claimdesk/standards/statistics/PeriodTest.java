package org.claimdesk.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-04T03:00:00Z"), ZoneOffset.UTC);

    @Test
    void daysAreThoseOfTheNewsroom() {
        Period period = Period.asked("2026-10-31", "2026-11-01", "", CLOCK, NEW_YORK);

        assertThat(period.begin()).isEqualTo("2026-10-31T04:00:00Z");
        assertThat(period.end()).as("the day has 25 hours").isEqualTo("2026-11-02T05:00:00Z");
    }

    @Test
    void aPeriodThatIsNotOverEndsNow() {
        Period period = Period.asked("2026-11-03", "2027-01-01", "", CLOCK, NEW_YORK);

        assertThat(period.end()).isEqualTo(CLOCK.instant());
        assertThat(period.steps()).containsExactly(new Period.Step(LocalDate.of(2026, 11, 3), CLOCK.instant()));
    }

    @Test
    void nothingSaidIsTheLastThirtyDays() {
        Period period = Period.asked(null, " ", null, CLOCK, NEW_YORK);

        assertThat(period.from()).isEqualTo("2026-10-05");
        assertThat(period.to()).isEqualTo("2026-11-03");
        assertThat(period.steps()).hasSize(30);
    }

    @Test
    void theAddressOfADeskIsEncoded() {
        Period period = Period.asked("2026-11-01", "2026-11-02", "/desks/a&b", CLOCK, NEW_YORK);

        assertThat(period.query()).isEqualTo("from=2026-11-01&to=2026-11-02&desk=%2Fdesks%2Fa%26b");
    }

    @Property
    void howeverLongThereAreAtMostThirtyStepsAndTheLastIsTheEnd(
            @ForAll @IntRange(min = 1, max = Period.LONGEST) int days) {
        LocalDate to = LocalDate.of(2026, 11, 3);
        Period period = Period.asked(to.minusDays(days - 1L).toString(), to.toString(), "", CLOCK, NEW_YORK);

        List<Period.Step> steps = period.steps();

        assertThat(steps).hasSizeBetween(Math.min(days, 15), 30)
                .isSortedAccordingTo(
                        (one, other) -> one.end().compareTo(other.end()));
        assertThat(steps.get(0).day()).isAfterOrEqualTo(period.from());
        assertThat(steps.get(steps.size() - 1).end()).isEqualTo(period.end());
    }
}
