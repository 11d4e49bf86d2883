package org.claimdesk.standards.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.ThrowAway;
import org.claimdesk.local.Tokens;
import org.junit.jupiter.api.Test;

/** The system that publishes has an account of its own: it asks gates, marks what went out, and can do nothing else. */
@NewsroomTest
class PublishingSystemTest {

    private static final Duration SECONDS = Duration.ofSeconds(30);

    @Inject
    Story story;
    @Inject
    Press press;

    private static RequestSpecification publisher() {
        return given().auth().oauth2(token());
    }

    private static String token() {
        ThrowAway servers = NewsroomServers.running();
        return given()
                .formParams("grant_type", "client_credentials", "client_id", "claimdesk-publisher", "client_secret",
                        servers.publisherSecret())
                .post(servers.realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static String gate(long article) {
        return "/api/v1/articles/" + article + "/gate";
    }

    @Test
    void itAsksTheGateAgainAndAgainUntilTheArticleIsReleased() {
        long article = press.anOpenArticle(1);
        String known = publisher().get(gate(article))
                .then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("released", equalTo(false))
                .extract()
                .header("ETag");
        publisher().header("If-None-Match", known).get(gate(article)).then().statusCode(304);

        press.release(article, "edith");

        String sha256 = publisher().header("If-None-Match", known)
                .get(gate(article))
                .then()
                .statusCode(200)
                .body("released", equalTo(true))
                .extract()
                .path("sha256");
        publisher().get(gate(article) + "/releases")
                .then()
                .statusCode(200)
                .body("sha256", contains(sha256))
                .body("revision", contains(1));
    }

    @Test
    void itFindsTheGateByTheAddressThatTheArticleWasFiledWith() {
        String address = "https://paper.example/" + press.anOpenArticle(1);
        long first = filed(address);
        long second = filed(address);

        publisher().queryParam("address", address)
                .get("/api/v1/gates")
                .then()
                .statusCode(200)
                .body("article.collect { it as long }", contains(second, first))
                .body("released", contains(false, false));
        publisher().queryParam("address", address + "0").get("/api/v1/gates").then().body("size()", equalTo(0));
        for (String none : List.of("", " ", "paper", "ftp://paper.example/1")) {
            publisher().queryParam("address", none)
                    .get("/api/v1/gates")
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("address"));
        }
    }

    private static long filed(String address) {
        return Tokens.as("edith")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Night\n\nThe gate took 138 people.", "address", address, "desk", "/desks/courts",
                        "deadline", Instant.now().plus(Duration.ofDays(1)).toString()))
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void itMarksWhereWhatWasReleasedWentOut() {
        long article = press.anOpenArticle(1);
        Map<String, Object> went = Map.of("revision", 1, "address", "https://paper.example/night");
        marked(article, went).then().statusCode(409);
        press.release(article, "edith");

        marked(article, went).then().statusCode(200).body("released", equalTo(true));

        publisher().get(gate(article) + "/publications")
                .then()
                .statusCode(200)
                .body("address", contains("https://paper.example/night"))
                .body("by.name", contains("Publishing system"));
        Tokens.as("stella")
                .get("/api/v1/articles/" + article + "/history")
                .then()
                .body("find { it.act == 'PUBLISH' }.role", equalTo("PUBLISHER"));
        marked(article, went).then().statusCode(409);
    }

    private static Response marked(long article, Map<String, Object> went) {
        return publisher().contentType(ContentType.JSON).body(went).post(gate(article) + "/publications");
    }

    @Test
    void theDatabaseTakesNoReleaseFromIt() {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");

        assertThatThrownBy(
                () -> Press.sql("insert into release (article_id, revision, digest, claims, waivers, released_by,"
                        + " role, released_at, entry_id) select article_id, revision, digest, claims, waivers, released_by,"
                        + " 'PUBLISHER', released_at, entry_id from release where article_id = " + article))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("release_role_check");
    }

    /** Of all that the API describes. Who they are everybody with a token is told. */
    @Test
    @SuppressWarnings("unchecked")
    void everythingElseIsRefused() {
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/api/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        List<String> open = new ArrayList<>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            Map<String, Object> body = (Map<String, Object>) operation.get("requestBody");
            List<String> forms = body == null
                    ? List.of("*/*")
                    : List.copyOf(((Map<String, Object>) body.get("content")).keySet());
            for (String form : forms) {
                if (status(method, path.replace("{path}", "0/000").replaceAll("\\{[^}]+}", "1"), form) != 403) {
                    open.add(method + " " + path);
                }
            }
        }));

        assertThat(paths).hasSizeGreaterThan(50);
        assertThat(open).containsExactlyInAnyOrder("get /api/v1/me", "get /api/v1/gates",
                "get /api/v1/articles/{id}/gate", "get /api/v1/articles/{id}/gate/releases",
                "get /api/v1/articles/{id}/gate/publications", "post /api/v1/articles/{id}/gate/publications");
    }

    private static int status(String method, String path, String form) {
        RequestSpecification asked = publisher();
        if (form.startsWith("multipart/")) {
            asked.multiPart("nothing", "");
        } else if (method.equals("post")) {
            asked.contentType(form).body("{}");
        }
        return asked.request(method.toUpperCase(Locale.ROOT), path).statusCode();
    }

    @Test
    void aRoleThatIsTakenAwayCountsWithoutARestart() {
        long article = press.anOpenArticle(1);
        String token = token();
        String realm = NewsroomServers.running().keycloak() + "/admin/realms/newsroom";
        String roles = realm + "/users/" + given().auth().oauth2(token).get("/api/v1/me").path("id")
                + "/role-mappings/realm";
        Map<String, Object> role = administrator().get(realm + "/roles/publisher").path("");
        assertThat(asked(article, token)).isEqualTo(200);

        administrator().body(List.of(role)).delete(roles).then().statusCode(204);
        try {
            await().atMost(SECONDS).until(() -> asked(article, token), is(403));
        } finally {
            administrator().body(List.of(role)).post(roles).then().statusCode(204);
        }
        await().atMost(SECONDS).until(() -> asked(article, token), is(200));
    }

    private static int asked(long article, String token) {
        return given().auth().oauth2(token).get(gate(article)).statusCode();
    }

    private static RequestSpecification administrator() {
        ThrowAway servers = NewsroomServers.running();
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(given()
                        .formParams("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password",
                                servers.adminPassword())
                        .post(servers.keycloak() + "/realms/master/protocol/openid-connect/token")
                        .path("access_token"));
    }
}
