package org.claimdesk.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.problem.Problem;

/**
 * The answer to an act: what is kept for a repeat.
 *
 * @param body an object to be written as JSON, or null
 */
public record Answer(int status, Map<String, String> headers, Object body) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    /** Done; the page to look at next. */
    public static Answer seeOther(String path) {
        return new Answer(303, Map.of(HttpHeaders.LOCATION, path), null);
    }

    public static Answer created(String path, int version, Object body) {
        return new Answer(201, new TreeMap<>(Map.of(HttpHeaders.LOCATION, path, HttpHeaders.ETAG, etag(version))),
                body);
    }

    public static Answer ok(int version, Object body) {
        return new Answer(200, Map.of(HttpHeaders.ETAG, etag(version)), body);
    }

    /** The entity tag of a version (RFC 9110, section 8.8.3). */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** Something to be read, tagged, or 304 where the one who asks has it already; to be asked again before each use. */
    public static Response tagged(Request asked, String tag, Object body) {
        return tagged(asked, tag, "private, no-cache", body);
    }

    /** As {@link #tagged(Request, String, Object)}, for what never changes: a year. */
    public static Response immutable(Request asked, String tag, Object body) {
        return tagged(asked, tag, "private, max-age=31536000, immutable", body);
    }

    private static Response tagged(Request asked, String tag, String keep, Object body) {
        EntityTag entity = new EntityTag(tag);
        Response.ResponseBuilder known = asked.evaluatePreconditions(entity);
        if (known != null && known.build().getStatus() != 304) {
            throw Problem.stale("It is no longer what If-Match says.");
        }
        Response.ResponseBuilder response = known == null ? Response.ok(body) : known;
        return response.tag(entity)
                .header(HttpHeaders.CACHE_CONTROL, keep)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    public Response response() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        return body == null ? response.build() : response.type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }

    /**
     * The answer to a page's form. A cookie tells the page's script that the form with this key is done, so that it
     * forgets what it has kept of it, and nothing else.
     *
     * @param key the form's key, or null
     */
    public Response toForm(String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            return response();
        }
        return Response.fromResponse(response())
                .cookie(new NewCookie.Builder("done-" + key).value("1")
                        .path("/")
                        .maxAge(60)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    Answer written(ObjectMapper json) {
        try {
            return new Answer(status, headers, body == null ? null : json.writeValueAsString(body));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an answer that cannot be written as JSON", unwritable);
        }
    }
}
