package org.claimdesk.web;

import java.io.CharConversionException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.problem.NoRoom;
import org.claimdesk.problem.Problem;
import org.claimdesk.problem.Problem.Kind;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into an answer: a problem detail (RFC 9457) for the API, a page with the same words for a person. */
class Problems {

    private static final int RETRY_SECONDS = 2;
    static final String PROBLEM_JSON = "application/problem+json";
    static final String NOT_SIGNED_IN = "Not signed in";
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance problem(int status, String title, String detail, String request);
    }

    @Inject
    RequestId request;

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        if (problem.kind() == Kind.UNAVAILABLE) {
            LOG.warn(problem.getMessage(), problem);
        }
        int status = problem.kind() == Kind.STALE && api(uri) ? 412 : problem.kind().status();
        Response answer = answer(uri, status, problem.kind().title(), problem.getMessage(), problem.more());
        return problem.kind() == Kind.UNAVAILABLE
                ? Response.fromResponse(answer).header("Retry-After", RETRY_SECONDS).build()
                : answer;
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        return answer(uri, 403, Kind.FORBIDDEN.title(),
                "Your role does not include this. An administrator gives roles in Keycloak.", Map.of());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, UriInfo uri) {
        return invalid.getConstraintViolations().stream().findFirst().map(violation -> {
            String path = violation.getPropertyPath().toString();
            return problem(Problem.badInput(path.substring(path.lastIndexOf('.') + 1), violation.getMessage()), uri);
        }).orElseThrow(() -> invalid);
    }

    /** Takes the place of the framework's own mapper, which names our classes. */
    @ServerExceptionMapper
    Response misread(MismatchedInputException misread, UriInfo uri) {
        return problem(Misread.problem(misread), uri);
    }

    @ServerExceptionMapper
    Response undecodable(CharConversionException undecodable, UriInfo uri) {
        return problem(Problem.badInput(Misread.BODY, "The body is no well-formed JSON in UTF-8."), uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, UriInfo uri) {
        if (exception.getCause() instanceof JsonProcessingException misread) {
            return problem(Misread.problem(misread), uri);
        }
        Response response = exception.getResponse();
        if (response.getStatus() < 400 || response.hasEntity()) {
            return response;
        }
        int status = response.getStatus();
        String title = status == 404 ? Kind.ABSENT.title() : response.getStatusInfo().getReasonPhrase();
        return answer(uri, status, title, detail(status), Map.of());
    }

    @ServerExceptionMapper
    Response away(JDBCConnectionException away, UriInfo uri) {
        LOG.error("the database cannot be reached", away);
        return answer(uri, 503, Kind.UNAVAILABLE.title(),
                "The database cannot be reached. Nothing was done; try again in a moment.", Map.of());
    }

    @ServerExceptionMapper
    Response unforeseen(Exception exception, UriInfo uri) {
        Optional<Problem> known = SameMoment.in(exception);
        if (known.isPresent()) {
            return problem(known.get(), uri);
        }
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCConnectionException away) {
                return away(away, uri);
            }
        }
        if (NoRoom.in(exception)) {
            return problem(NoRoom.problem(exception), uri);
        }
        if (exception instanceof IOException && String.valueOf(exception.getMessage()).contains("multipart")) {
            return problem(Problem.badInput("form", "The form ends before its end. Send it again."), uri);
        }
        LOG.errorf(exception, "%s failed", uri.getPath());
        return answer(uri, 500, "Something went wrong here",
                "Nothing was done. Try again; if it stays so, tell whoever runs the service the number below.",
                Map.of());
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 401 -> "Sign in, or send a token made for this service.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "It is not to be had in that form.";
            case 413 -> "That is larger than is taken.";
            case 415 -> "It is not taken in that form.";
            default -> "The request was refused.";
        };
    }

    private Response answer(UriInfo uri, int status, String title, String detail, Map<String, Object> more) {
        if (api(uri)) {
            return Response.status(status)
                    .type(PROBLEM_JSON)
                    .entity(body(status, title, detail, request.id(), more))
                    .build();
        }
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.problem(status, title, detail, request.id()))
                .build();
    }

    static Map<String, Object> body(int status, String title, String detail, String request, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", "urn:request:" + request);
        body.putAll(more);
        return body;
    }

    private static boolean api(UriInfo uri) {
        return uri.getPath().startsWith("/api/");
    }
}
