package org.claimdesk.web;

import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer carries: the request's number, headers that bind the browser, and no place in a cache. */
class Filters {

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int MOST_JSON = 4 << 20;

    @Inject
    RequestId request;

    @ServerRequestFilter(preMatching = true)
    void number(ContainerRequestContext context) {
        request.given(context.getHeaderString(RequestId.HEADER));
        MDC.put("request", request.id());
    }

    /**
     * The API knows nobody by a cookie, so no browser can be made to act for somebody there. The check of forms, which
     * goes by the media type and has no exceptions, is led past its files; they have been read by then.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void noFormOfAPage(ContainerRequestContext context) {
        if (context.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)
                && context.getUriInfo().getPath().startsWith("/api/")
                && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(context.getMediaType())) {
            context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    /** No body of JSON is larger than the largest article with every character escaped. */
    @ServerRequestFilter
    public void bound(ContainerRequestContext context) {
        if (context.getUriInfo().getPath().startsWith("/api/")
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            context.setEntityStream(new Bounded(context.getEntityStream(), MOST_JSON));
        }
    }

    @ServerResponseFilter
    void headers(ContainerRequestContext asked, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle(RequestId.HEADER, request.id());
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "same-origin");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (!headers.containsKey("Content-Security-Policy")) {
            headers.putSingle("Content-Security-Policy", CONTENT_POLICY);
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (answer.getStatus() == 401 && !answer.hasEntity() && asked.getUriInfo().getPath().startsWith("/api/")) {
            answer.setEntity(Problems.body(401, Problems.NOT_SIGNED_IN, Problems.detail(401), request.id(), Map.of()),
                    null, MediaType.valueOf(Problems.PROBLEM_JSON));
        }
        MDC.remove("request");
    }
}
