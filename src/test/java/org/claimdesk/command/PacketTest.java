package org.claimdesk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A packet is taken from the service, and checked by somebody who has it and a key and nothing else. */
@NewsroomTest
class PacketTest {

    @Inject
    Story story;
    @Inject
    Packets packets;
    @Inject
    SessionFactory sessions;

    @Test
    void aPacketOfAnArticleThatWentThroughEverythingIsWhole() throws IOException {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        story.checking()
                .dispute(story.ref(claim), Grounds.FIGURE, "Eleven or twelve?", story.person("wanda"));
        story.aSourcedClaim(article, 2);
        long dropped = story.anAssignedClaim(article, 3);
        story.checking().drop(story.ref(dropped), "Said twice.", story.person("edith"));
        story.revise(article, 1, story.text(article).replace("carried 11", "carried 12"));

        byte[] packet = packets.of(article);
        Forger files = new Forger(packet);

        Packets.Said said = packets.check(packet);
        assertThat(said.text()).contains("Whole and unaltered: article " + article + " of", "2 revisions, 3 claims");
        assertThat(said.code()).isZero();
        assertThat(files.text("revisions/2.txt")).isEqualTo(story.text(article));
        JsonPath file = JsonPath.from(files.text("claims/" + claim + ".json"));
        assertThat(file.getString("state")).isEqualTo(story.line(claim).state().name());
        assertThat(file.getString("verdicts[0].rationale")).isEqualTo("The log says so.");
        assertThat(file.getString("disputes[0].statement")).isEqualTo("Eleven or twelve?");
        assertThat(file.getString("evidence[0].title")).isEqualTo("Log of the harbor");
        assertThat(files.text("claims/" + dropped + ".json")).contains("Said twice.");
    }

    @Test
    void anErasedTextPassesOnlyWithTheEntryThatErasesIt() throws Exception {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        packets.of(article);
        List<Long> entries = as("stella").get("/api/v1/claims/" + claim + "/history")
                .jsonPath()
                .getList("findAll { it.act == 'VERIFY' }.id", Long.class);
        as("stella").contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("rationale"), "ground", "DEFAMATION", "explanation", "Settled."))
                .post("/api/v1/ledger/entries/" + entries.get(0) + "/erasure")
                .then()
                .statusCode(200);
        byte[] packet = packets.of(article);

        Packets.Said said = packets.check(packet);
        assertThat(said.text()).contains("Whole and unaltered", "1 erased by an entry that says why");
        assertThat(said.code()).isZero();
        Forger files = new Forger(packet);
        assertThat(files.files().keySet().stream().map(files::text))
                .noneMatch(file -> file.contains("The log says so."));
        assertThat(JsonPath.from(files.text("claims/" + claim + ".json")).getString("verdicts[0].rationale"))
                .contains("for a legal reason");
        packets.wrong("is said to be erased, and the entry that erases it is missing",
                new Forger(packet).without("entries/1.jsonl", "\\\"act\\\":\\\"ERASE\\\""));
        packets.wrong("which is not said to be erased",
                new Forger(packet).replace("entries/1.jsonl", ",\"erased\":[\"rationale\"]", ""));
        packets.wrong("is said to be erased, and is there or never was",
                new Forger(packet).replace("entries/1.jsonl", "\"erased\":[\"rationale\"]",
                        "\"erased\":[\"finding\"]"));
    }

    @Test
    void onlyEditorsAndTheStandardsDeskTakeIt() {
        long article = story.anArticle();
        for (String person : List.of("rafael", "viktor")) {
            as(person).get("/api/v1/articles/" + article + "/packet").then().statusCode(403);
            assertThat(Visitor.signedIn(person).get("/articles/" + article + "/packet").status()).isEqualTo(403);
            assertThat(Visitor.signedIn(person).get("/articles/" + article).page().select("a[href$=/packet]"))
                    .isEmpty();
        }
        for (String person : List.of("edith", "stella")) {
            as(person).get("/api/v1/articles/" + article + "/packet").then().statusCode(200);
            assertThat(Visitor.signedIn(person).get("/articles/" + article).page().select("a[href$=/packet]").text())
                    .isEqualTo("sign-off packet");
        }
        as("stella").get("/api/v1/articles/999999999/packet").then().statusCode(404);
    }

    @Test
    void theGalleyOffersItWithTheContentOfItsEvidence() {
        long article = story.anArticle();
        Visitor edith = Visitor.signedIn("edith");
        String form = "main form[action=/articles/" + article + "/packet]";

        assertThat(edith.get("/articles/" + article).page().select(form + " button[name=content]").eachAttr("value"))
                .containsExactly("true");
        assertThat(Visitor.signedIn("rafael").get("/articles/" + article).page().select(form)).isEmpty();
        assertThat(edith.get("/articles/" + article + "/packet?content=true").status()).isEqualTo(200);
    }

    /** What has been done a moment ago is in it; where another instance keeps the ledger, one waits for that. */
    @Test
    void itWaitsForTheLedger() throws SQLException {
        long article = story.anArticle();
        Map<String, String> environment = NewsroomServers.running().environment();
        try (Connection other = DriverManager.getConnection(environment.get("CLAIMDESK_DB_URL"),
                environment.get("CLAIMDESK_DB_OWNER"), environment.get("CLAIMDESK_DB_OWNER_PASSWORD"));
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x6C65_6467_6572L + ")");

            as("stella").get("/api/v1/articles/" + article + "/packet")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2");
        }
        Awaitility.await()
                .untilAsserted(() -> as("stella").get("/api/v1/articles/" + article + "/packet")
                        .then()
                        .statusCode(200));
        Awaitility.await().untilAsserted(() -> {
            try (Stream<Path> kept = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(kept).noneMatch(file -> file.getFileName().toString().matches("packet-\\d+\\.(zip|part)"));
            }
        });
    }

    @Test
    void takingItTwiceIsOneEntry() throws IOException {
        long article = story.anArticle();
        byte[] first = packets.of(article);

        String entries = new Forger(first).text("entries/1.jsonl");
        assertThat(new Forger(packets.of(article)).text("entries/1.jsonl")).isEqualTo(entries);
        assertThat(entries.lines().filter(line -> line.contains("PACK"))).hasSize(1);
        story.anAssignedClaim(article, 1);
        byte[] later = packets.of(article);
        assertThat(new Forger(later).text("entries/1.jsonl").lines().filter(line -> line.contains("PACK"))).hasSize(2);
        assertThat(packets.check(later).code()).isZero();
    }

    @Test
    void aPacketOfManyClaimsTakesAsManyStatementsAsOneOfFew() {
        long few = story.anArticle(45, "");
        long many = story.anArticle(45, "");
        story.anAssignedClaim(few, 1);
        story.attach(story.anAssignedClaim(few, 2), "rafael");
        for (int i = 1; i <= 45; i++) {
            story.attach(story.anAssignedClaim(many, i), "rafael");
        }
        packets.of(few);
        packets.of(many);

        assertThat(statements(many)).isEqualTo(statements(few)).isLessThan(30);
    }

    private int statements(long article) {
        sessions.getStatistics().clear();
        packets.withContent(article);
        return (int) sessions.getStatistics().getPrepareStatementCount();
    }
}
