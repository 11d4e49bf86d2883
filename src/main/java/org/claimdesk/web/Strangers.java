package org.claimdesk.web;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers calls of the API with a token that is expired, damaged or not ours: they end before any endpoint is reached. */
@ApplicationScoped
class Strangers {

    void watch(@Observes Router router) {
        router.route("/api/*").failureHandler(Strangers::refuse);
    }

    private static void refuse(RoutingContext call) {
        if (!(call.failure() instanceof AuthenticationFailedException) || call.response().ended()) {
            call.next();
            return;
        }
        call.response().putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        Plain.answer(call, 401, Problems.NOT_SIGNED_IN, Problems.detail(401));
    }
}
