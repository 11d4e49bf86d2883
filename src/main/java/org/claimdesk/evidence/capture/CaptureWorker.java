package org.claimdesk.evidence.capture;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.claimdesk.fetch.Limits;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs captures: a few at once, each outside any transaction. Every instance looks every two seconds; where one is asked
 * for, at once. An instance that is ended loses its lease, and another takes over.
 */
@ApplicationScoped
class CaptureWorker {

    /** Without a sign of life for this long an instance is thought dead. It is far more than clocks differ. */
    static final Duration LEASE = Duration.ofSeconds(60);
    private static final Logger LOG = Logger.getLogger(CaptureWorker.class);
    private static final int BEAT_SECONDS = 2;

    private final Captures captures;
    private final Taking taking;
    private final Clock clock;
    private final boolean automatic;
    private final List<Duration> waits;
    private final Limits limits;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newCachedThreadPool(CaptureWorker::daemon);
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(CaptureWorker::daemon);

    /**
     * @param automatic whether it looks by itself
     * @param atOnce    how many it runs at once
     * @param waits     how long to wait after each failure that may pass; there is one attempt more than waits
     * @param time      how long one may take
     */
    CaptureWorker(Captures captures, Taking taking, Clock clock,
            @ConfigProperty(name = "claimdesk.capture.automatic") boolean automatic,
            @ConfigProperty(name = "claimdesk.capture.at-once") int atOnce,
            @ConfigProperty(name = "claimdesk.capture.waits") List<Duration> waits,
            @ConfigProperty(name = "claimdesk.capture.time") Duration time) {
        this.captures = captures;
        this.taking = taking;
        this.clock = clock;
        this.automatic = automatic;
        this.waits = waits;
        this.limits = new Limits(Limits.CAPTURE.bytes(), time, Limits.CAPTURE.silence(), Limits.CAPTURE.redirects());
        this.free = new Semaphore(atOnce);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (automatic) {
            wake();
        }
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Captures.Asked asked) {
        if (automatic) {
            wake();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        beat.shutdownNow();
    }

    /** Begins on what is due, as far as there is room. */
    void wake() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    boolean more = true;
                    while (more) {
                        more = runNext();
                    }
                } catch (RuntimeException failed) {
                    // The database is away, or the service is ending: the next look finds it again.
                    LOG.warnf("A capture goes on later: %s", failed.getMessage());
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException ending) {
            free.release();
        }
    }

    /** Runs the capture that is due first, if there is one. @return whether there was one */
    boolean runNext() {
        Optional<Job> job = captures.next(clock.instant(), clock.instant().plus(LEASE));
        if (job.isPresent() && automatic) {
            // There may be more, for another thread.
            wake();
        }
        job.ifPresent(this::run);
        return job.isPresent();
    }

    private void run(Job job) {
        if (job.attempt() > waits.size() + 1) {
            captures.failed(job, Miss.interrupted(), clock.instant());
            return;
        }
        AtomicLong fetched = new AtomicLong();
        ScheduledFuture<?> beats = beat.scheduleWithFixedDelay(() -> beat(job, fetched.get()), BEAT_SECONDS,
                BEAT_SECONDS, TimeUnit.SECONDS);
        try {
            Taken taken = taking.take(job.address(), limits, fetched::set,
                    page -> captures.worthKeeping(job, page));
            beats.cancel(false);
            captures.done(job, taken, clock.instant());
        } catch (Miss miss) {
            missed(job, miss);
        } catch (Problem busy) {
            missed(job, Miss.ours(busy));
        } finally {
            beats.cancel(false);
        }
    }

    private void missed(Job job, Miss miss) {
        if (miss.kind().equals("NOT_KEPT")) {
            LOG.errorf(miss.getCause(), "Capture %d could not be kept", job.id());
        }
        if (miss.passing() && job.attempt() <= waits.size()) {
            Duration own = waits.get(job.attempt() - 1);
            Duration asked = miss.comeBackAfter();
            captures.later(job, miss, clock.instant().plus(asked.compareTo(own) > 0 ? asked : own));
        } else {
            captures.failed(job, miss, clock.instant());
        }
    }

    private void beat(Job job, long fetched) {
        try {
            captures.going(job, fetched, clock.instant().plus(LEASE));
        } catch (RuntimeException away) {
            LOG.debugf("No sign of life from capture %d: %s", job.id(), away.getMessage());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "capture");
        thread.setDaemon(true);
        return thread;
    }
}
