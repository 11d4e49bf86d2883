package org.claimdesk.local;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.specification.RequestSpecification;

/** Bearer tokens of the demo's people, by password, as only the demo's client gives them. */
public final class Tokens {

    static volatile String realm;
    private static final long FRESH = 200_000;
    private static final Map<String, Token> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Token(String value, long at) {}

    /** A token of this person that lasts for another minute at least. */
    public static String of(String username) {
        return KEPT.compute(username, (name, kept) -> kept == null || System.currentTimeMillis() - kept.at() > FRESH
                ? new Token(issue(name, "claimdesk-demo"), System.currentTimeMillis())
                : kept).value();
    }

    /** A token that this person got for another service. */
    public static String foreign(String username) {
        return issue(username, "claimdesk-foreign");
    }

    /** A token that is over after a second. */
    public static String brief(String username) {
        return issue(username, "claimdesk-brief");
    }

    /** A request to the API as this person. */
    public static RequestSpecification as(String username) {
        return given().auth().oauth2(of(username));
    }

    private static String issue(String username, String client) {
        return given().baseUri(realm)
                .port(-1)
                .formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", username)
                .formParam("password", "claimdesk")
                .post(realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
