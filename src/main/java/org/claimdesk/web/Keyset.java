package org.claimdesk.web;

import java.util.List;
import java.util.function.Function;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page of a long list, newest first, that goes on after the last id shown (keyset pagination): {@code ?after=ID&limit=N}.
 *
 * @param before rows have an id below this one
 * @param limit  1 to 200
 */
public record Keyset(long before, int limit) {

    public static final int MOST = 200;

    /** As the API has it in an address; empty counts as absent. */
    public static Keyset asked(String after, String limit) {
        return of(number("after", after), number("limit", limit) == null ? null : Form.number("limit", limit));
    }

    /** @throws Problem bad input where it is no whole number; null where nothing was given */
    public static Long number(String field, String value) {
        try {
            return value == null || value.isBlank() ? null : Long.valueOf(value.strip());
        } catch (NumberFormatException malformed) {
            throw Problem.badInput(field, "That is no whole number.");
        }
    }

    public static Keyset of(Long after, Integer limit) {
        int count = limit == null ? 50 : limit;
        if (count < 1 || count > MOST) {
            throw Problem.badInput("limit", "A page has 1 to " + MOST + " items.");
        }
        if (after != null && after < 1) {
            throw Problem.badInput("after", "That is no id.");
        }
        return new Keyset(after == null ? Long.MAX_VALUE : after, count);
    }

    /** What to ask the database for: one more than is shown, to know whether there is more. */
    public int ask() {
        return limit + 1;
    }

    /**
     * The page as JSON, with the Link header (RFC 8288) to the next one where there is one.
     *
     * @param place what to give as {@code after} to go on after an item: its id, in most lists
     */
    public <T> RestResponse<List<T>> page(List<T> asked, Function<T, ?> place, UriInfo uri) {
        boolean more = asked.size() > limit;
        List<T> shown = more ? asked.subList(0, limit) : asked;
        RestResponse.ResponseBuilder<List<T>> response = RestResponse.ResponseBuilder.ok(shown);
        if (more) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", place.apply(shown.get(limit - 1)))
                    .build()
                    .toString();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}
