package org.claimdesk.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The newsroom's people, roles and desks, as last read from Keycloak. Nobody waits for Keycloak but the first: what is
 * older than {@code claimdesk.directory.kept} is given out once more while it is read again.
 */
@ApplicationScoped
public class Directory {

    private static final Logger LOG = Logger.getLogger(Directory.class);
    /** Reading takes at most this part of Keycloak's time, however large the newsroom. */
    private static final int SHARE = 10;
    /** What is older than this is never given out while Keycloak can be read. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final KeycloakPeople keycloak;
    private final Clock clock;
    private final Duration kept;
    private final Executor executor;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Reading last;

    Directory(KeycloakPeople keycloak, Clock clock, @ConfigProperty(name = "claimdesk.directory.kept") Duration kept,
            Executor executor) {
        this.keycloak = keycloak;
        this.clock = clock;
        this.kept = kept;
        this.executor = executor;
    }

    private record Reading(Newsroom newsroom, Instant from, Instant next) {}

    /**
     * The newsroom as it was a few seconds ago. While Keycloak is away: as last read.
     *
     * @throws Problem unavailable, where Keycloak is away and has never been read
     */
    public Newsroom newsroom() {
        Reading known = last;
        Instant now = clock.instant();
        if (known == null || known.from().plus(OLDEST).isBefore(now) && !known.next().isAfter(now)) {
            return read(known).newsroom();
        }
        if (known.next().isBefore(now) && reading.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    read(known);
                } finally {
                    reading.set(false);
                }
            });
        }
        return known.newsroom();
    }

    /**
     * The roles a person has in Keycloak now; none for somebody unknown there or disabled. Kept for eight seconds.
     *
     * @throws Problem unavailable
     */
    @CacheResult(cacheName = "roles")
    public Set<Role> rolesOf(UUID person) {
        return keycloak.rolesOf(person);
    }

    /** One at a time; who waited takes what the other has read. */
    private synchronized Reading read(Reading before) {
        if (last != before) {
            return last;
        }
        Instant from = clock.instant();
        try {
            Newsroom newsroom = keycloak.newsroom();
            Instant to = clock.instant();
            Duration rest = Duration.between(from, to).multipliedBy(SHARE);
            last = new Reading(newsroom, from, to.plus(rest.compareTo(kept) > 0 ? rest : kept));
        } catch (Problem away) {
            if (before == null) {
                throw away;
            }
            LOG.warnf("Going on with the people and desks of %s: %s", before.from(), away.getMessage());
            last = new Reading(before.newsroom(), before.from(), clock.instant().plus(kept));
        }
        return last;
    }
}
