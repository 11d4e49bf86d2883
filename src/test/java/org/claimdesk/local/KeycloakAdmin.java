package org.claimdesk.local;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Whoever gives and takes roles in Keycloak. */
public final class KeycloakAdmin {

    private final String address;
    private final String token;

    public KeycloakAdmin(SecondKeycloak keycloak) {
        this(keycloak.address(), keycloak.adminPassword());
    }

    public KeycloakAdmin(String address, String password) {
        this.address = address;
        this.token = given()
                .formParams("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password",
                        password)
                .post(address + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public void takes(String role, String username) {
        asked().body(List.of(role(role))).delete(roles(username)).then().statusCode(204);
    }

    public void gives(String role, String username) {
        asked().body(List.of(role(role))).post(roles(username)).then().statusCode(204);
    }

    public void enables(String username, boolean enabled) {
        asked().body(Map.of("enabled", enabled)).put(user(username)).then().statusCode(204);
    }

    /** Somebody new with an account and no role, with the password of all the demo's people. */
    public void hires(String username) {
        asked().body(Map.of("username", username, "firstName", "New", "lastName", "Here", "email",
                username + "@newsroom.example", "emailVerified", true, "enabled", true, "credentials",
                List.of(Map.of("type", "password", "value", "claimdesk", "temporary", false))))
                .post(realm() + "/users")
                .then()
                .statusCode(201);
    }

    public void fires(String username) {
        asked().delete(user(username)).then().statusCode(204);
    }

    private Map<String, Object> role(String name) {
        return asked().get(realm() + "/roles/" + name).then().statusCode(200).extract().path("");
    }

    private String roles(String username) {
        return user(username) + "/role-mappings/realm";
    }

    private String user(String username) {
        return realm() + "/users/" + asked().queryParam("username", username)
                .queryParam("exact", true)
                .get(realm() + "/users")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("[0].id");
    }

    private String realm() {
        return address + "/admin/realms/newsroom";
    }

    private RequestSpecification asked() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
