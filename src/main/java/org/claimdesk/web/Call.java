package org.claimdesk.web;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/** A request of the API that does something: by whom, on which version (If-Match), and once (Idempotency-Key). */
@RequestScoped
public class Call {

    static final String KEY = "Idempotency-Key";
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");
    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"\\p{Cntrl}]*\"");
    /** No claim has it: a tag that is none of ours is as stale as an old one. */
    private static final int NO_VERSION = -1;

    private final Once once;
    private final SignedIn signedIn;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Call(Once once, SignedIn signedIn, HttpHeaders headers, UriInfo uri) {
        this.once = once;
        this.signedIn = signedIn;
        this.headers = headers;
        this.uri = uri;
    }

    /**
     * The version that the one who asks has seen. {@code *} is none: it would act on what nobody has looked at.
     *
     * @throws Problem version needed, where there is none; bad input where it is no entity tag
     */
    public int version() {
        String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (Input.blank(tag) || tag.strip().equals("*")) {
            throw Problem.of(Problem.Kind.VERSION_NEEDED,
                    "Send the ETag of the claim as you last read it in If-Match, such as \"3\" with its quotes.");
        }
        Matcher version = VERSION.matcher(tag.strip());
        if (version.matches()) {
            return Integer.parseInt(version.group(1));
        }
        if (!TAG.matcher(tag.strip()).matches()) {
            throw Problem.badInput(HttpHeaders.IF_MATCH, "Send one ETag, as you got it, with its quotes.");
        }
        return NO_VERSION;
    }

    /**
     * Does what is asked, once for its key, in one transaction.
     *
     * @param body what was sent; null is refused
     * @param act  does it and makes the answer
     */
    public Response once(Object body, Function<Acting, Answer> act) {
        Acting who = signedIn.acting();
        return once.run(who, key(body), asked(body), () -> act.apply(who)).response();
    }

    /**
     * The same for an act that needs something first which takes long and is done outside the transaction.
     *
     * @param before what is needed first; it changes nothing, and is not done again for a repeat
     */
    public <T> Response once(Object body, Supplier<T> before, BiFunction<T, Acting, Answer> act) {
        Acting who = signedIn.acting();
        return once.run(who, key(body), asked(body), before, needed -> act.apply(needed, who)).response();
    }

    private String key(Object body) {
        Input.chosen(Misread.BODY, body, "Send a JSON object.");
        String key = headers.getHeaderString(KEY);
        if (key != null && key.isBlank()) {
            throw Problem.badInput(KEY,
                    "The key is empty. Send one of your own for each act, or leave the header out.");
        }
        return key;
    }

    private List<Object> asked(Object body) {
        String version = headers.getHeaderString(HttpHeaders.IF_MATCH);
        return List.of(uri.getPath(), version == null ? "" : version, body);
    }
}
