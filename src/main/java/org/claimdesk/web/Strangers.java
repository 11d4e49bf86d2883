package org.claimdesk.web;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers calls of the API with a token that is expired, damaged or not ours: they end before any endpoint is reached. */
@ApplicationScoped
class Strangers {

    private final ObjectMapper json;

    Strangers(ObjectMapper json) {
        this.json = json;
    }

    void watch(@Observes Router router) {
        router.route("/api/*").failureHandler(this::refuse);
    }

    private void refuse(RoutingContext call) {
        if (!(call.failure() instanceof AuthenticationFailedException) || call.response().ended()) {
            call.next();
            return;
        }
        RequestId request = new RequestId();
        request.given(call.request().getHeader(RequestId.HEADER));
        call.response()
                .setStatusCode(401)
                .putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.PROBLEM_JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(RequestId.HEADER, request.id())
                .end(body(request.id()));
    }

    private String body(String request) {
        try {
            return json.writeValueAsString(
                    Problems.body(401, Problems.NOT_SIGNED_IN, Problems.detail(401), request, Map.of()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a problem that cannot be written as JSON", unwritable);
        }
    }
}
