package org.claimdesk.people;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
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

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
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
