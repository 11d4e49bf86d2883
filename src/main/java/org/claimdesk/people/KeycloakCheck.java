package org.claimdesk.people;

import io.smallrye.health.api.Wellness;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether Keycloak can be asked. It is no condition of being ready: while Keycloak is away, those who are signed in go on
 * reading, and an instance taken out of service would end that too.
 */
@Wellness
class KeycloakCheck implements HealthCheck {

    private final KeycloakPeople keycloak;

    KeycloakCheck(KeycloakPeople keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            keycloak.ask();
            return HealthCheckResponse.up("Keycloak");
        } catch (Problem away) {
            return HealthCheckResponse.down("Keycloak");
        }
    }
}
