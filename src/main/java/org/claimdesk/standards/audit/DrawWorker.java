package org.claimdesk.standards.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finishes draws as soon as their seed exists. Every instance looks each second; which one does it does not matter. */
@ApplicationScoped
class DrawWorker {

    private final Drawing drawing;
    private final boolean automatic;

    DrawWorker(Drawing drawing, @ConfigProperty(name = "claimdesk.audit.automatic") boolean automatic) {
        this.drawing = drawing;
        this.automatic = automatic;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (automatic && QuarkusTransaction.requiringNew().call(drawing::pending)) {
            QuarkusTransaction.requiringNew().call(drawing::complete);
        }
    }
}
