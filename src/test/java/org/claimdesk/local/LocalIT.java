package org.claimdesk.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The one command that starts everything on one machine, with all that can happen to it. */
@Isolated("It is about the seconds that a start takes.")
class LocalIT {

    private static final Path PLACE = Path.of(System.getProperty("claimdesk.build.directory"), "local-it")
            .toAbsolutePath();
    private static final List<String> PROCESSES = List.of("service", "keycloak", "postgres");
    private static final Duration QUICK = Duration.ofSeconds(30);

    private final int keycloak = FreePort.any();

    @BeforeEach
    void freshPlace() throws IOException {
        endWhatIsLeft();
        ThrowAway.delete(PLACE);
        Files.createDirectories(PLACE);
        String distribution = "keycloak-" + System.getProperty("claimdesk.keycloak.version");
        Files.createSymbolicLink(PLACE.resolve(distribution),
                Path.of(System.getProperty("claimdesk.local.directory"), distribution).toAbsolutePath());
    }

    @AfterEach
    void endWhatIsLeft() {
        new Children(PLACE.resolve("run"), PLACE.resolve("log")).endLeftovers();
    }

    @Test
    void everythingStartsStopsAndOutlivesAKill() throws Exception {
        Map<String, String> ports = ports();
        List<ProcessHandle> left = new ArrayList<>();
        try (ServerSocket taken = take(8080); Launched first = Launched.start(PLACE, ports)) {
            assertThat(taken == null || taken.isBound()).isTrue();
            String address = first.address();
            assertThat(address).isNotEqualTo("http://localhost:8080");
            assertThat(first.said()).contains("edith (editor)", "stella (standards)", "password claimdesk",
                    "The demo's article is loaded.");
            assertThat(headlines(address)).containsExactly("The night shift at Gate Six");
            aSecondOneSaysThatOneIsRunning(ports);

            first.kill();
            left.addAll(processes());
            assertThat(left).allMatch(ProcessHandle::isAlive);
        }
        try (Launched second = Launched.start(PLACE, ports)) {
            String address = second.address();
            assertThat(second.said()).contains("Ended what an earlier run had left.").doesNotContain("demo's article");
            assertThat(left).noneMatch(ProcessHandle::isAlive);
            assertThat(headlines(address)).hasSize(1);
            files(address, "What must not be lost");

            second.kill();
            left.clear();
            processes().forEach(ProcessHandle::destroyForcibly);
        }
        Instant started = Instant.now();
        try (Launched third = Launched.start(PLACE, ports)) {
            String address = third.address();
            assertThat(firstPage(address)).contains("kc-form-login");
            assertThat(Duration.between(started, Instant.now())).isLessThan(QUICK);
            assertThat(headlines(address)).containsExactly("What must not be lost", "The night shift at Gate Six");
            left.addAll(processes());

            third.end();

            assertThat(third.status()).isIn(0, 143);
            assertThat(left).hasSize(3);
            // Whoever inherits the last of them may take a moment to notice that it has ended.
            await().atMost(Duration.ofSeconds(5)).until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
            for (String port : ports.values()) {
                assertThatCode(() -> new ServerSocket(Integer.parseInt(port)).close()).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aPortThatIsSetAndTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> ports = ports();
            ports.put("CLAIMDESK_PORT", Integer.toString(taken.getLocalPort()));

            try (Launched launched = Launched.start(PLACE, ports)) {
                assertThat(launched.status()).isEqualTo(1);
                assertThat(launched.said().strip()).isEqualTo(
                        "Port %d is taken. Choose another with CLAIMDESK_PORT.".formatted(taken.getLocalPort()));
            }
        }
    }

    private static void aSecondOneSaysThatOneIsRunning(Map<String, String> ports) throws InterruptedException {
        try (Launched again = Launched.start(PLACE, ports)) {
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.said().strip())
                    .isEqualTo("Claimdesk is running from this directory already. Stop that one first.");
        }
    }

    /** All but the one of the pages, which is looked for. */
    private Map<String, String> ports() {
        Map<String, String> ports = new HashMap<>();
        ports.put("CLAIMDESK_KEYCLOAK_PORT", Integer.toString(keycloak));
        ports.put("CLAIMDESK_MANAGEMENT_PORT", Integer.toString(FreePort.any()));
        ports.put("CLAIMDESK_POSTGRES_PORT", Integer.toString(FreePort.any()));
        return ports;
    }

    /** Nothing where somebody else has it: it is taken either way. */
    private static ServerSocket take(int port) {
        try {
            return new ServerSocket(port);
        } catch (IOException taken) {
            return null;
        }
    }

    private static List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String name : PROCESSES) {
            String noted = Files.readString(PLACE.resolve("run").resolve(name + ".pid"));
            ProcessHandle.of(Long.parseLong(noted.split(" ")[0])).ifPresent(processes::add);
        }
        return processes;
    }

    private static String firstPage(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(new CookieManager())
                .build();
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private List<String> headlines(String address) {
        return edith().get(address + "/api/v1/articles").then().statusCode(200).extract().path("headline");
    }

    private void files(String address, String headline) {
        edith().contentType(ContentType.JSON)
                .body(Map.of("text", headline + "\n\nIt is told here.", "desk", "/desks/courts", "deadline",
                        Instant.now().plus(1, ChronoUnit.DAYS).toString()))
                .post(address + "/api/v1/articles")
                .then()
                .statusCode(201);
    }

    private RequestSpecification edith() {
        String token = given()
                .formParams("grant_type", "password", "client_id", "claimdesk-demo", "username", "edith", "password",
                        "claimdesk")
                .post(LocalKeycloak.address(keycloak) + "/realms/newsroom/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth().oauth2(token);
    }
}
