package org.claimdesk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer carries: the request's number, headers that bind the browser, and no place in a cache. */
class Filters {

    @Inject
    RequestId request;

    @ServerRequestFilter(preMatching = true)
    void number(ContainerRequestContext context) {
        request.given(context.getHeaderString(RequestId.HEADER));
        MDC.put("request", request.id());
    }

    @ServerResponseFilter
    void headers(ContainerRequestContext asked, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle(RequestId.HEADER, request.id());
        Safety.HEADERS.forEach((name, value) -> headers.computeIfAbsent(name, none -> new ArrayList<>(List.of(value))));
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (answer.getStatus() == 401 && !answer.hasEntity() && asked.getUriInfo().getPath().startsWith("/api/")) {
            answer.setEntity(Problems.body(401, "Not signed in", Problems.detail(401), request.id(), Map.of()));
            headers.putSingle(HttpHeaders.CONTENT_TYPE, Problems.PROBLEM_JSON);
        }
        MDC.remove("request");
    }
}
