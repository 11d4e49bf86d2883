package org.claimdesk.evidence.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Goes the rounds: has the pages captured again whose time has come. Every instance does, and no page is asked for twice. */
@ApplicationScoped
class Rounds {

    /** The most that wait at a time, so that what people ask for and what sites can bear is not swamped. */
    static final int AT_A_TIME = 20;
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Captures captures;
    private final Clock clock;
    private final boolean automatic;
    private final Optional<Duration> every;

    /** @param every nothing, or no time at all, for never */
    Rounds(Captures captures, Clock clock, @ConfigProperty(name = "claimdesk.capture.automatic") boolean automatic,
            @ConfigProperty(name = "claimdesk.capture.watch-every") Optional<Duration> every) {
        this.captures = captures;
        this.clock = clock;
        this.automatic = automatic;
        this.every = every.filter(time -> time.compareTo(Duration.ZERO) > 0);
    }

    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void go() {
        if (automatic) {
            go(clock.instant());
        }
    }

    /** Asks for what is due. @return how many pages that are */
    int go(Instant now) {
        if (every.isEmpty()) {
            return 0;
        }
        int asked = captures.due(now, now.plus(every.get()), AT_A_TIME);
        if (asked > 0) {
            LOG.debugf("%d pages are looked at again", asked);
        }
        return asked;
    }
}
