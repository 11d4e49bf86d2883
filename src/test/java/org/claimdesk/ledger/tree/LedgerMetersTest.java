package org.claimdesk.ledger.tree;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.net.URL;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What whoever watches over the service sees of the ledger, and nobody else. */
@NewsroomTest
class LedgerMetersTest {

    @Inject
    Sequencer sequencer;
    @Inject
    SelfChecks checks;
    @Inject
    Checkpoints checkpoints;
    @Inject
    LedgerDatabase database;
    @Inject
    WitnessCall call;
    @Inject
    LogKeys keys;
    @Inject
    LedgerMeters meters;
    @Inject
    Story story;
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;
    @ConfigProperty(name = "test.url")
    String service;

    @Test
    void sizeWaitingCheckpointAndSelfCheckAreInNumbers() throws SQLException {
        story.anArticle();
        sequencer.run();
        checks.run();
        story.anArticle();
        meters.look();

        Map<String, Double> told = told();

        assertThat(told).containsEntry("claimdesk_ledger_entries",
                (double) Sql.number("select max(size) from checkpoint"))
                .containsEntry("claimdesk_ledger_waiting_entries",
                        (double) Sql.number("select count(*) from unsequenced"))
                .containsEntry("claimdesk_ledger_selfcheck_findings", 0.0)
                .containsEntry("claimdesk_ledger_splitviews", 0.0)
                .containsKeys("claimdesk_ledger_sequenced_total", "claimdesk_ledger_failures_total");
        for (String age : new String[]{"waiting_age", "checkpoint_age", "selfcheck_age"}) {
            assertThat(told.get("claimdesk_ledger_" + age + "_seconds")).as(age).isBetween(0.0, 300.0);
        }
        sequencer.run();
        meters.look();
        assertThat(told()).containsEntry("claimdesk_ledger_waiting_entries", 0.0)
                .containsEntry("claimdesk_ledger_waiting_age_seconds", 0.0);
    }

    @Test
    void eachWitnessIsThereWithWhatItHasCosigned() {
        story.anArticle();
        sequencer.run();
        MeterRegistry registry = new SimpleMeterRegistry();
        try (WitnessServer server = new WitnessServer("4d", keys.key().verifier())) {
            Witnesses witnesses = new Witnesses(database, checkpoints, call, Clock.systemUTC(),
                    Optional.of(server.witness().key() + " " + server.address("")));
            LedgerMeters own = new LedgerMeters(database, checkpoints, checks, witnesses, registry,
                    Clock.systemUTC());
            own.started(new StartupEvent());
            assertThat(witness(registry, "entries")).isZero();
            assertThat(witness(registry, "age")).isNaN();

            witnesses.look();
            own.look();

            assertThat(witness(registry, "entries")).isEqualTo(checkpoints.newest().orElseThrow().size());
            assertThat(witness(registry, "age")).isNotNaN();
        }
    }

    @Test
    void nobodySeesThemWhereThePagesAre() {
        assertThat(metrics.getPort()).isNotEqualTo(java.net.URI.create(service).getPort());
        assertThat(given().redirects().follow(false).get("/q/metrics").statusCode()).isNotEqualTo(200);
        assertThat(as("stella").get("/q/metrics").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn("stella").get("/q/metrics").status()).isEqualTo(404);
    }

    private static double witness(MeterRegistry registry, String what) {
        return registry.get("claimdesk.ledger.witness." + what).gauge().value();
    }

    private Map<String, Double> told() {
        return given().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("claimdesk_ledger_"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Double.valueOf(parts[1]),
                        (one, other) -> other));
    }
}
