package org.claimdesk.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why an act was not done, in words for the person who tried it. Nothing has been changed. The API answers with it as a
 * problem detail (RFC 9457), a page shows the same words.
 */
public final class Problem extends RuntimeException {

    private final Kind kind;
    private final transient Map<String, Object> more;

    /** The kinds of problem with their HTTP status. */
    public enum Kind {
        BAD_INPUT(400, "That cannot be used"), FORBIDDEN(403, "Not for you to do"), ABSENT(404, "Not there"), CONFLICT(
                409, "Not possible now"), STALE(409, "It has changed since you opened it"), TOO_LARGE(413,
                        "Too large"), KEY_REUSED(422, "Idempotency key used for something else"), VERSION_NEEDED(428,
                                "Say which version you act on"), TOO_MANY(429, "Too many at once"), UNAVAILABLE(503,
                                        "Not reachable at the moment");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }
    }

    private Problem(Kind kind, String detail, Map<String, Object> more, Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.more = more;
    }

    /** @param field the name of the field in the form or JSON that is wrong */
    public static Problem badInput(String field, String detail) {
        return new Problem(Kind.BAD_INPUT, detail, Map.of("field", field), null);
    }

    public static Problem badInput(String field, String detail, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put("field", field);
        return new Problem(Kind.BAD_INPUT, detail, all, null);
    }

    public static Problem forbidden(String detail) {
        return new Problem(Kind.FORBIDDEN, detail, Map.of(), null);
    }

    public static Problem absent(String detail) {
        return new Problem(Kind.ABSENT, detail, Map.of(), null);
    }

    /** @param actions what is possible now */
    public static Problem conflict(String detail, List<String> actions) {
        return new Problem(Kind.CONFLICT, detail, Map.of("actions", actions), null);
    }

    public static Problem stale(String detail) {
        return new Problem(Kind.STALE, detail, Map.of(), null);
    }

    public static Problem tooLarge(String detail) {
        return new Problem(Kind.TOO_LARGE, detail, Map.of(), null);
    }

    public static Problem unavailable(String detail, Throwable cause) {
        return new Problem(Kind.UNAVAILABLE, detail, Map.of(), cause);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, Map.of(), null);
    }

    public Kind kind() {
        return kind;
    }

    /** Further members of the problem detail, by name. */
    public Map<String, Object> more() {
        return more;
    }

    /** The field that is wrong, or empty. */
    public String field() {
        return more.getOrDefault("field", "").toString();
    }
}
