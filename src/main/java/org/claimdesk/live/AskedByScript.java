package org.claimdesk.live;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Nobody signs in within a stream: where the session is over it is refused, and not sent to Keycloak's page. */
@ApplicationScoped
class AskedByScript implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext call) {
        return MediaType.SERVER_SENT_EVENTS.equals(call.request().getHeader(HttpHeaders.ACCEPT));
    }
}
