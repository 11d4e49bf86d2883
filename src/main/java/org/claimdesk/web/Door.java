package org.claimdesk.web;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.claimdesk.people.KeycloakWatch;
import org.claimdesk.problem.Problem.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before everything else and says in words what would else be a bare status, or lost: a request that is too large,
 * a form sent when the session is over, a Keycloak that is away.
 */
@ApplicationScoped
class Door {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_WITH_FILE = "multipart/form-data";
    private static final String SESSION = "q_session";
    private static final String FORM_TOKEN = "csrf-token";
    /** How long a request that is too large is read and thrown away, so that the answer is seen; milliseconds. */
    private static final long PATIENCE = 60_000;
    private static final int FOUND = 302;
    private static final int UNAUTHORIZED = 401;
    private static final int FIELDS = 8 << 20;

    private final long most;
    private final String realm;
    private final KeycloakWatch keycloak;

    Door(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm, KeycloakWatch keycloak) {
        this.most = most.asLongValue();
        this.realm = realm;
        this.keycloak = keycloak;
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (length(request) > most) {
            tooLarge(context);
        } else if (fromAnotherSite(request)) {
            Plain.answer(context, 403, Kind.FORBIDDEN.title(), "Another site has sent this. Nothing was done.");
        } else if (formWithoutSession(request)) {
            keepWhatWasTyped(context);
        } else {
            context.addHeadersEndHandler(head -> {
                stayWhereKeycloakIsAway(request, context.response());
                if (request.path().startsWith("/api/")) {
                    context.response().removeCookies(FORM_TOKEN, false);
                }
            });
            context.next();
        }
    }

    /** Sends nobody to a Keycloak that does not answer, and leaves nobody with nothing who cannot be sent there. */
    private void stayWhereKeycloakIsAway(HttpServerRequest request, HttpServerResponse response) {
        String next = response.headers().get(HttpHeaders.LOCATION);
        boolean sent = next != null && next.startsWith(realm);
        boolean stuck = response.getStatusCode() == UNAUTHORIZED && !request.path().startsWith("/api/");
        if ((sent || stuck) && keycloak.away()) {
            response.setStatusCode(FOUND).putHeader(HttpHeaders.LOCATION, SignInPage.AWAY);
        }
    }

    private void tooLarge(RoutingContext context) {
        HttpServerRequest request = context.request();
        String detail = "At most %,d MB are taken. Nothing was kept.".formatted(most >> 20);
        Runnable answer = () -> Plain.answer(context, 413, "Too large", detail);
        long timer = context.vertx().setTimer(PATIENCE, late -> {
            context.response().endHandler(sent -> request.connection().close());
            answer.run();
        });
        request.handler(thrownAway -> {});
        request.endHandler(end -> {
            context.vertx().cancelTimer(timer);
            answer.run();
        });
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.resume();
    }

    /** Says the browser itself (Fetch Metadata); also of a sibling of our domain, which could plant cookies. */
    private static boolean fromAnotherSite(HttpServerRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return HttpMethod.POST.equals(request.method()) && ("cross-site".equals(from) || "same-site".equals(from));
    }

    /** A page's form from a browser whose session cookie has run out; the API has no cookies. */
    private static boolean formWithoutSession(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return HttpMethod.POST.equals(request.method()) && type != null
                && (type.startsWith(FORM) || type.startsWith(FORM_WITH_FILE))
                && !request.path().startsWith("/api/") && !request.path().startsWith("//") && length(request) <= FIELDS
                && request.cookies().stream().noneMatch(cookie -> cookie.getName().startsWith(SESSION));
    }

    /** Gives the form back, to be sent again when its person has signed in beside it. A file has to be chosen again. */
    private static void keepWhatWasTyped(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.setExpectMultipart(true);
        request.endHandler(end -> {
            List<Map.Entry<String, String>> typed = StreamSupport
                    .stream(request.formAttributes().spliterator(), false)
                    .toList();
            Plain.page(context, 401, Plain.Templates.ended(request.path(), typed,
                    request.getHeader(HttpHeaders.CONTENT_TYPE).startsWith(FORM_WITH_FILE)));
        });
        request.exceptionHandler(context::fail);
        request.resume();
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
