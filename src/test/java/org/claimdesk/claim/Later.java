package org.claimdesk.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.quarkus.test.junit.QuarkusMock;

/** A clock that goes on at once, until the end of the test. */
public final class Later {

    private Later() {}

    public static void by(Duration duration) {
        QuarkusMock.installMockForType(
                Clock.offset(Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)), duration), Clock.class);
    }
}
