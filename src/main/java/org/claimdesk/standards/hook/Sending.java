package org.claimdesk.standards.hook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.fetch.Fetcher;
import org.claimdesk.fetch.Limits;
import org.claimdesk.fetch.Unfetched;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends messages to other systems (Standard Webhooks), each outside any transaction. Taken is what is answered with 2xx; all
 * else is sent again, with longer and longer waits, and given up in the end. 410 says that nothing is wanted there.
 */
@ApplicationScoped
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Limits LIMITS = new Limits(1 << 16, Duration.ofSeconds(15), Duration.ofSeconds(10), 0);
    /** Far more than one attempt takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;
    private static final int GONE = 410;
    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;

    private final Deliveries deliveries;
    private final Hooks hooks;
    private final Fetcher fetcher;
    private final Clock clock;
    private final boolean automatic;
    private final List<Duration> waits;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newCachedThreadPool(Sending::daemon);

    /** @param waits after each failure; there is one attempt more than waits */
    Sending(Deliveries deliveries, Hooks hooks, Fetcher fetcher, Clock clock,
            @ConfigProperty(name = "claimdesk.webhook.automatic") boolean automatic,
            @ConfigProperty(name = "claimdesk.webhook.waits") List<Duration> waits) {
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.fetcher = fetcher;
        this.clock = clock;
        this.automatic = automatic;
        this.waits = List.copyOf(waits);
    }

    @Scheduled(every = "2s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (automatic && !hooks.none()) {
            wake();
        }
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        deliveries.forget(clock.instant());
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Begins on what is due, as far as there is room. */
    private void wake() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    boolean more = true;
                    while (more) {
                        more = sendNext();
                    }
                } catch (RuntimeException failed) {
                    // The database is away, or the service is ending: the next look finds it again.
                    LOG.warnf("Messages go on later: %s", failed.getMessage());
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException ending) {
            free.release();
        }
    }

    /** Sends the message that is due first, if there is one. @return whether there was one */
    boolean sendNext() {
        Optional<Message> next = deliveries.next(clock.instant(), clock.instant().plus(LEASE));
        if (next.isPresent() && automatic) {
            // There may be one for another receiver.
            wake();
        }
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Message message) {
        Optional<Hook> hook = hooks.named(message.hook());
        if (hook.isEmpty()) {
            deliveries.givenUp(message, null, "No receiver of this name is set any more.", clock.instant());
            return;
        }
        try {
            int status = fetcher.post(hook.get().url(), headers(hook.get(), message),
                    message.body().getBytes(StandardCharsets.UTF_8), LIMITS);
            if (status / HUNDRED == SUCCESS) {
                deliveries.taken(message, status, clock.instant());
            } else if (status == GONE) {
                deliveries.givenUp(message, status, "The receiver says that it wants nothing more (410).",
                        clock.instant());
            } else {
                missed(message, status, "The receiver answered " + status + ".");
            }
        } catch (Unfetched nothing) {
            missed(message, null, nothing.getMessage());
        } catch (Problem busy) {
            missed(message, null, busy.getMessage());
        }
    }

    private Map<String, String> headers(Hook hook, Message message) {
        long timestamp = clock.instant().getEpochSecond();
        return Map.of("Content-Type", "application/json", "webhook-id", message.message(), "webhook-timestamp",
                Long.toString(timestamp), "webhook-signature",
                hook.signature(message.message(), timestamp, message.body()));
    }

    private void missed(Message message, Integer status, String trouble) {
        Instant now = clock.instant();
        if (message.attempt() > waits.size()) {
            LOG.warnf("A message to %s was given up: %s", message.hook(), trouble);
            deliveries.givenUp(message, status, trouble, now);
        } else {
            deliveries.wait(message, now.plus(waits.get(message.attempt() - 1)), status, trouble);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    }
}
