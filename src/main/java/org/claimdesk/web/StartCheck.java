package org.claimdesk.web;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with a setting that is missing or a secret that is no secret. */
class StartCheck {

    private static final List<String> SETTINGS = List.of("CLAIMDESK_DB_URL", "CLAIMDESK_DB_USER", "CLAIMDESK_DB_OWNER",
            "CLAIMDESK_OIDC_URL", "CLAIMDESK_KEYCLOAK_URL", "CLAIMDESK_EVIDENCE_DIRECTORY");
    private static final List<String> PASSWORDS = List.of("CLAIMDESK_DB_PASSWORD", "CLAIMDESK_DB_OWNER_PASSWORD",
            "CLAIMDESK_OIDC_SECRET", "CLAIMDESK_DIRECTORY_SECRET");
    private static final List<String> KEYS = List.of("CLAIMDESK_SESSION_SECRET", "CLAIMDESK_CSRF_SECRET");
    private static final int SHORTEST_KEY = 32;

    void check(@Observes @Priority(1) StartupEvent start, Config config) {
        Stream.of(SETTINGS, PASSWORDS, KEYS).flatMap(List::stream).forEach(name -> {
            if (value(config, name).isBlank()) {
                throw new IllegalStateException(name + " is not set.");
            }
        });
        for (String key : KEYS) {
            if (value(config, key).length() < SHORTEST_KEY) {
                throw new IllegalStateException(key + " is shorter than " + SHORTEST_KEY + " characters.");
            }
        }
    }

    private static String value(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
