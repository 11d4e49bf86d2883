package org.claimdesk.web;

import java.net.URI;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

/** The headers that bind the browser, on every answer that does not say otherwise. */
final class Safety {

    /** Forms go to us, and on to Keycloak where the session is over; everything else comes from us alone. */
    static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self';"
                    + " form-action 'self' " + signInOrigin() + "; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy",
            "same-origin", "Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()");

    private Safety() {}

    private static String signInOrigin() {
        URI keycloak = URI.create(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class));
        return keycloak.getScheme() + "://" + keycloak.getAuthority();
    }
}
