package org.claimdesk.evidence.capture;

import java.time.Duration;

import org.claimdesk.fetch.Unfetched;
import org.claimdesk.problem.Problem;

/** Why nothing was captured; the message says it in words for a person. */
final class Miss extends RuntimeException {

    private final String kind;
    private final boolean passing;
    private final Integer status;
    private Duration wait = Duration.ZERO;

    /**
     * @param kind    one word in capitals, for the history
     * @param passing whether it may go better in a while
     * @param status  of the site's answer, or null where there was none
     */
    Miss(String kind, boolean passing, Integer status, String why, Throwable cause) {
        super(why, cause);
        this.kind = kind;
        this.passing = passing;
        this.status = status;
    }

    static Miss of(Unfetched nothing) {
        return new Miss(nothing.kind().name(), nothing.kind().passing(), null, nothing.getMessage(), nothing);
    }

    /** For an answer that is no page: any but 2xx. */
    static Miss of(int status) {
        return switch (status) {
            case 404, 410 -> new Miss("NOT_THERE", false, status, "The site says there is no such page (" + status
                    + ").", null);
            case 401, 403, 407, 451 -> new Miss("REFUSED", false, status,
                    "The site does not show it to everybody (" + status + ").", null);
            case 408, 425, 429 -> new Miss("BUSY", true, status,
                    "The site asks to come back later (" + status + ").", null);
            default -> status >= 500
                    ? new Miss("SITE_ERROR", true, status, "The site has an error (" + status + ").", null)
                    : new Miss("NO_PAGE", false, status, "The site answers with " + status + ", which is no page.",
                            null);
        };
    }

    static Miss empty(int status) {
        return new Miss("EMPTY", false, status, "The site answers with nothing.", null);
    }

    /** The service was ended in the middle of it, again and again. */
    static Miss interrupted() {
        return new Miss("INTERRUPTED", false, null, "It was broken off here each time it was tried.", null);
    }

    /** It failed here, not there. */
    static Miss ours(Throwable failed) {
        String why = failed instanceof Problem known ? " " + known.getMessage() : "";
        return new Miss("NOT_KEPT", true, null, "It could not be kept here." + why, failed);
    }

    /** The site says how long to stay away. @return this */
    Miss comeBackAfter(Duration asked) {
        wait = asked;
        return this;
    }

    /** How long the site asks to stay away; zero where it does not say. */
    Duration comeBackAfter() {
        return wait;
    }

    String kind() {
        return kind;
    }

    boolean passing() {
        return passing;
    }

    Integer status() {
        return status;
    }
}
