package org.claimdesk.people;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether Keycloak can be asked. It is no condition of being ready: while Keycloak is away, those who are signed in go on
 * reading, and an instance taken out of service would end that too.
 */
@Wellness
class KeycloakCheck implements HealthCheck {

    private final KeycloakWatch keycloak;

    KeycloakCheck(KeycloakWatch keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Keycloak").status(!keycloak.away()).build();
    }
}
