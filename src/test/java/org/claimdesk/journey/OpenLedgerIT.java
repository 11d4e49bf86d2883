package org.claimdesk.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.KeycloakAdmin;
import org.claimdesk.local.PackagedService;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.junit.jupiter.api.Test;

/** Who reads the ledger where the newsroom has opened it to everybody, and where not; from its first second on. */
@EndToEnd
class OpenLedgerIT {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final List<String> STATIC = List.of("/checkpoint", "/checkpoints/0", "/keys");
    private static final List<String> NEVER_OPEN = List.of("/entries", "/entries/1", "/entries/1/proof", "/state",
            "/consistency?from=1");

    private final Newsroom newsroom;

    OpenLedgerIT(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void everybodyReadsAnOpenLedgerFromItsFirstSecondOn() {
        Map<String, String> environment = newsroom.servers().apart("open");
        environment.put("CLAIMDESK_LEDGER_PUBLIC", "true");
        try (PackagedService service = newsroom.servers().service("open", environment)) {
            Log log = Log.of(service);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> given().get(log.address() + "/checkpoint").statusCode() == 200);
            aTreeOfNone(log);
            Story story = new Cases(service).article();
            await().atMost(Duration.ofSeconds(10)).until(() -> log.checkpoint().size() > 0);
            aTreeOfOne(log, story.article());
            NEVER_OPEN.forEach(path -> given().get(log.address() + path).then().statusCode(401));
            given().auth().oauth2("no.token.atall").get(log.address() + "/checkpoint").then().statusCode(401);
        }
    }

    private static void aTreeOfNone(Log log) {
        Checkpoint none = log.checkpoint();
        assertThat(none.size()).isZero();
        assertThat(none.root()).isEqualTo(Hash.EMPTY);
        for (String path : STATIC) {
            given().get(log.address() + path).then().statusCode(200).header("Cache-Control", "public, no-cache");
        }
        for (String path : List.of("/tile/0/000", "/tile/0/000.p/1", "/tile/entries/000", "/tile/entries/000.p/1",
                "/tile/1/000.p/1", "/checkpoints/1")) {
            given().get(log.address() + path).then().statusCode(404);
        }
        for (String sizes : List.of("0", "1", "0&to=0", "1&to=1", "-1")) {
            as("rafael").get(log.address() + "/consistency?from=" + sizes).then().statusCode(400);
        }
        as("rafael").get(log.address() + "/entries").then().statusCode(200).body("", hasSize(0));
        as("rafael").get(log.address() + "/entries/1/proof").then().statusCode(404);
    }

    private static void aTreeOfOne(Log log, long article) {
        Checkpoint one = log.checkpoint();
        assertThat(one.size()).isEqualTo(1);
        Hash leaf = Hash.leaf(log.entries(1).get(0));
        assertThat(new String(log.entries(1).get(0))).contains("\"act\":\"FILE\"", "\"article\":" + article);
        assertThat(one.root()).isEqualTo(leaf);
        log.tilesAreThoseOf(List.of(leaf));
        for (String path : List.of("/tile/0/000.p/1", "/tile/entries/000.p/1")) {
            given().get(log.address() + path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", FOR_EVER)
                    .header("Content-Type", "application/octet-stream");
        }
        given().get(log.address() + "/checkpoint").then().header("Content-Type", startsWith("text/plain"));
        for (String path : List.of("/tile/0/000", "/tile/0/000.p/2", "/tile/0/001.p/1", "/tile/1/000.p/1",
                "/tile/entries/000.p/0", "/tile/entries/x072/x057/x594/x037/x927/936")) {
            given().get(log.address() + path).then().statusCode(404);
        }
        int entry = as("rafael").get(log.address() + "/entries").then().statusCode(200).extract().path("[0].id");
        JsonPath proved = as("rafael").get(log.address() + "/entries/" + entry + "/proof").jsonPath();
        assertThat(proved.getList("hashes")).isEmpty();
        new InclusionProof(0, 1, List.of()).verify(leaf, one.root());
        as("rafael").get(log.address() + "/entries/" + entry + "/proof?size=0")
                .then()
                .statusCode(400)
                .body("field", equalTo("size"));
        as("rafael").get(log.address() + "/consistency?from=1").then().statusCode(200).body("hashes", hasSize(0));
        as("rafael").get(log.address() + "/consistency?from=1&to=2").then().statusCode(400);
    }

    @Test
    void aLedgerThatIsNotOpenIsReadByThePeopleOfTheNewsroomAndNobodyElse() {
        String ledger = newsroom.service().address() + "/api/v1/ledger";
        KeycloakAdmin admin = new KeycloakAdmin(newsroom.servers().keycloak(), newsroom.servers().adminPassword());
        new Cases(newsroom).article();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> as("rafael").get(ledger + "/tile/0/000.p/1").statusCode() == 200);
        admin.hires("nobody");
        try {
            for (String path : List.of("/checkpoint", "/checkpoints/0", "/keys", "/tile/0/000.p/1",
                    "/tile/entries/000.p/1", "/entries", "/entries/1", "/entries/1/proof", "/state",
                    "/consistency?from=1")) {
                given().get(ledger + path).then().statusCode(401);
                as("nobody").get(ledger + path).then().statusCode(403);
            }
        } finally {
            admin.fires("nobody");
        }
        as("rafael").get(ledger + "/tile/entries/000.p/1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=31536000, immutable");
        as("rafael").get(ledger + "/checkpoint").then().statusCode(200).header("Cache-Control", "private, no-cache");
    }
}
