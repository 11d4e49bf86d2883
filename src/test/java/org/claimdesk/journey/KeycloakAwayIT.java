package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.options.LoadState;
import org.claimdesk.local.KeycloakAdmin;
import org.claimdesk.local.PackagedService;
import org.claimdesk.local.SecondKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** What Keycloak says counts soon, and its absence stops nobody from reading. With a Keycloak and a service of its own. */
@EndToEnd
@Isolated("It is about seconds, and takes roles away from people of the other tests.")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakAwayIT {

    /** Ten seconds that roles are kept, and two for the rest. */
    private static final Duration SOON = Duration.ofSeconds(12);

    private final Newsroom newsroom;
    private final Cases cases;
    private SecondKeycloak keycloak;
    private PackagedService service;

    KeycloakAwayIT(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.cases = new Cases(newsroom);
    }

    @BeforeAll
    void start() {
        keycloak = newsroom.servers().secondKeycloak();
        service = newsroom.servers().service(keycloak);
    }

    @AfterAll
    void stop() {
        try (SecondKeycloak last = keycloak; PackagedService first = service) {
            assertThat(first).isNotSameAs(last);
        }
    }

    @Test
    void whoIsSignedInReadsOnAndNobodyElseGetsInWhileKeycloakIsAway(Staff staff) {
        long claim = cases.sourced();
        Colleague viktor = signedIn(staff, "viktor");
        Colleague stranger = staff.at(service.address(), browser -> {});

        keycloak.stop();
        try {
            await().atMost(SOON).until(() -> !keycloakIsWell());
            assertThat(get(service.management() + "/q/health/ready").statusCode()).isEqualTo(200);
            viktor.opens("/claims/" + claim);
            assertThat(viktor.page().locator("h1.quote mark")).hasText(Story.FIGURE);
            assertThat(viktor.canDo()).contains("Verify");
            viktor.opens("/articles");
            stranger.opens("/desk");
            stranger.expected("503 for GET " + service.address() + "/keycloak-away");
            assertThat(stranger.page().locator("h1")).hasText("Nobody can sign in at the moment");
            // The browsers may still be loading the page's icon.
            List.of(viktor, stranger).forEach(one -> one.page().waitForLoadState(LoadState.NETWORKIDLE));
            service.kill();
            service.start();
            stranger.opens("/articles");
            stranger.expected("503 for GET " + service.address() + "/keycloak-away");
            assertThat(stranger.page().locator("h1")).hasText("Nobody can sign in at the moment");
        } finally {
            keycloak.start();
        }

        await().atMost(SOON).until(this::keycloakIsWell);
        stranger.signsIn("wanda");
        viktor.opens("/claims/" + claim)
                .fills("verify", "rating", "ACCURATE", "rationale", "So it is.")
                .sends("verify");
        assertThat(cases.history(claim)).startsWith("VERIFY");
    }

    @Test
    void whatKeycloakTakesAwayIsGoneSoonWithoutARestart(Staff staff) {
        long claim = cases.sourced();
        Colleague viktor = signedIn(staff, "viktor").opens("/claims/" + claim);
        Colleague bo = signedIn(staff, "bo").opens("/claims/" + claim);
        Colleague mina = signedIn(staff, "mina").opens("/claims/" + claim);
        bo.fills("verify", "rating", "ACCURATE", "rationale", "Typed while bo still might.");
        assertThat(viktor.canDo()).contains("Verify");
        KeycloakAdmin admin = new KeycloakAdmin(keycloak);

        admin.takes("reviewer", "viktor");
        admin.takes("reviewer", "bo");
        admin.enables("mina", false);
        try {
            await().atMost(SOON).until(() -> status(viktor, claim) == 403 && status(mina, claim) == 403);
            viktor.opensInVain("/claims/" + claim, 403);
            mina.opensInVain("/desk", 403);
            bo.sendsInVain("verify", 403);
            assertThat(bo.page().locator("section.now [role=alert]")).containsText("Typed while bo still might.");
            assertThat(bo.opens("/claims/" + claim).canDo()).isEmpty();
            assertThat(cases.history(claim)).startsWith("SUBMIT");
        } finally {
            admin.gives("reviewer", "viktor");
            admin.gives("reviewer", "bo");
            admin.enables("mina", true);
        }
        await().atMost(SOON).until(() -> status(viktor, claim) == 200);
    }

    private Colleague signedIn(Staff staff, String username) {
        return staff.at(service.address(), browser -> {}).signsIn(username);
    }

    private boolean keycloakIsWell() {
        return get(service.management() + "/q/health/well").jsonPath()
                .getString("checks.find { it.name == 'Keycloak' }.status")
                .equals("UP");
    }

    private static int status(Colleague reader, long claim) {
        return reader.browser().request().get("/claims/" + claim).status();
    }
}
