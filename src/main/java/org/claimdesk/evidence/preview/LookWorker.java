package org.claimdesk.evidence.preview;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.evidence.apart.Findings;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at content that nobody has looked at yet, outside any transaction and any request. Every instance asks every two
 * seconds; one that is ended loses its lease, and another takes over.
 */
@ApplicationScoped
class LookWorker {

    /** Far longer than looking at anything may take. */
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final Logger LOG = Logger.getLogger(LookWorker.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration STALE = Duration.ofHours(1);

    private final Looks looks;
    private final Looking looking;
    private final Pictures pictures;
    private final Clock clock;
    private final boolean automatic;
    private final Semaphore free = new Semaphore(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "look");
        made.setDaemon(true);
        return made;
    });

    /** @param automatic whether it looks by itself */
    LookWorker(Looks looks, Looking looking, Pictures pictures, Clock clock,
            @ConfigProperty(name = "claimdesk.preview.automatic") boolean automatic) {
        this.looks = looks;
        this.looking = looking;
        this.pictures = pictures;
        this.clock = clock;
        this.automatic = automatic;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!automatic || !free.tryAcquire()) {
            return;
        }
        try {
            thread.execute(() -> {
                try {
                    boolean more = true;
                    while (more) {
                        more = runNext();
                    }
                } catch (RuntimeException away) {
                    // The database is away, or the service is ending: the next look finds it again.
                    LOG.warnf("A look goes on later: %s", away.getMessage());
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException ending) {
            free.release();
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prune() throws IOException {
        pictures.prune(clock.instant().minus(STALE));
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }

    /** Looks at what is due first, if there is anything. @return whether there was */
    boolean runNext() {
        Optional<Looks.Job> job = looks.next(clock.instant(), clock.instant().plus(LEASE));
        job.ifPresent(this::run);
        return job.isPresent();
    }

    private void run(Looks.Job job) {
        try {
            Findings found = looking.read(job.digest());
            looks.done(job, found, clock.instant());
        } catch (IOException | RuntimeException failed) {
            LOG.warnf(failed, "Content %s could not be looked at", job.digest());
            looks.later(job, "It cannot be looked at now.",
                    clock.instant().plus(wait(job.attempt())));
        }
    }

    /** A reason of ours passes: a minute, two, four, at most an hour. */
    private static Duration wait(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
