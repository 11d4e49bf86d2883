package org.claimdesk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

    private static final Pattern FORM = Pattern.compile("^multipart/form-data(?=\\s*(;|$))", Pattern.CASE_INSENSITIVE);
    private static final int MOST_JSON = 15 << 20;

    @Inject
    RequestId request;

    @ServerRequestFilter(preMatching = true)
    void number(ContainerRequestContext context) {
        request.given(context.getHeaderString(RequestId.HEADER));
        MDC.put("request", request.id());
    }

    /**
     * The API knows nobody by a cookie, so no browser can be made to act for somebody there. The check of forms goes by
     * the media type and knows no exceptions; under a name of its own a form of the API is read, but not checked.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void noFormOfAPage(ContainerRequestContext context) {
        MultivaluedMap<String, String> headers = context.getHeaders();
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (type != null && headers.containsKey(HttpHeaders.AUTHORIZATION)
                && context.getUriInfo().getPath().startsWith("/api/")) {
            headers.putSingle(HttpHeaders.CONTENT_TYPE, FORM.matcher(type).replaceFirst("multipart/form-data.api"));
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
        Safety.HEADERS.forEach((name, value) -> headers.computeIfAbsent(name, none -> new ArrayList<>(List.of(value))));
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (answer.getStatus() >= 400 && !answer.hasEntity()) {
            say(asked, answer);
        }
        MDC.remove("request");
    }

    /** No refusal of the framework's own goes out without words. */
    private void say(ContainerRequestContext asked, ContainerResponseContext answer) {
        int status = answer.getStatus();
        if (asked.getUriInfo().getPath().startsWith("/api/")) {
            String title = status == 401 ? Problems.NOT_SIGNED_IN : answer.getStatusInfo().getReasonPhrase();
            answer.setEntity(Problems.body(status, title, Problems.detail(status), request.id(), Map.of()), null,
                    MediaType.valueOf(Problems.PROBLEM_JSON));
        } else {
            boolean form = status == 400 && asked.getMethod().equals("POST");
            answer.setEntity(Plain.Templates.plain(
                    form ? "That form is out of date" : answer.getStatusInfo().getReasonPhrase(),
                    form
                            ? "It was opened too long ago or in another browser. Nothing was done. Go back and load the page"
                                    + " again; what you typed is kept in this browser."
                            : Problems.detail(status))
                    .render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }
}
