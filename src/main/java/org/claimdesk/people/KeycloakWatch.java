package org.claimdesk.people;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.claimdesk.problem.Problem;
import org.jboss.logging.Logger;

/** Knows without asking whether Keycloak answers: it is asked every few seconds. */
@ApplicationScoped
public class KeycloakWatch {

    private static final Logger LOG = Logger.getLogger(KeycloakWatch.class);

    private final KeycloakPeople keycloak;
    private volatile boolean away;

    KeycloakWatch(KeycloakPeople keycloak) {
        this.keycloak = keycloak;
    }

    public boolean away() {
        return away;
    }

    /** Before the first request, who might be sent to a Keycloak that is not there. */
    void begin(@Observes StartupEvent start) {
        look();
    }

    @Scheduled(delayed = "5s", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        boolean before = away;
        try {
            keycloak.ask();
            away = false;
        } catch (Problem problem) {
            away = true;
        }
        if (away != before) {
            LOG.warn(away ? "Keycloak is away" : "Keycloak is back");
        }
    }
}
