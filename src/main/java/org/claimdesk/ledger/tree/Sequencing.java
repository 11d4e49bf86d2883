package org.claimdesk.ledger.tree;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks four times a second whether entries wait for their index. Every instance looks; which one takes them does not
 * matter. Acts in between go into one step and under one signature.
 */
@ApplicationScoped
class Sequencing {

    private static final Logger LOG = Logger.getLogger(Sequencing.class);
    private static final int EVERY_MILLIS = 250;

    private final Sequencer sequencer;
    private final boolean automatic;
    private final Counter sequenced;
    private final Counter failures;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Sequencing::daemon);
    private String trouble = "";

    Sequencing(Sequencer sequencer, MeterRegistry registry,
            @ConfigProperty(name = "claimdesk.ledger.automatic") boolean automatic) {
        this.sequencer = sequencer;
        this.automatic = automatic;
        this.sequenced = Counter.builder("claimdesk.ledger.sequenced")
                .description("Entries that this instance has given their index")
                .register(registry);
        this.failures = Counter.builder("claimdesk.ledger.failures")
                .description("How often this instance could not let the ledger grow")
                .register(registry);
    }

    /** After the key has been seen to. */
    void started(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
        if (automatic) {
            thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            sequenced.increment(sequencer.run());
            trouble = "";
        } catch (RuntimeException failed) {
            failures.increment();
            // The database is away, or the key is another's: said once, tried again.
            String said = String.valueOf(failed.getMessage());
            if (!said.equals(trouble)) {
                LOG.errorf(failed, "The ledger does not grow: %s", said);
            }
            trouble = said;
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ledger");
        thread.setDaemon(true);
        return thread;
    }
}
