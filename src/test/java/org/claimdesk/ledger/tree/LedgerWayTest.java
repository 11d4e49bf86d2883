package org.claimdesk.ledger.tree;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.merkle.InclusionProofVerifier;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.tlog.Checkpoint;
import org.claimdesk.tlog.ConsistencyProof;
import org.claimdesk.tlog.EntryBundle;
import org.claimdesk.tlog.Frontier;
import org.claimdesk.tlog.Hash;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.tlog.Nodes;
import org.claimdesk.tlog.Note;
import org.claimdesk.tlog.Tile;
import org.claimdesk.tlog.Unproven;
import org.claimdesk.tlog.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger as a stranger reads it: over HTTP alone, checked with nothing of the service but hashing and formats. */
@NewsroomTest
class LedgerWayTest {

    private static final String LEDGER = "/api/v1/ledger";

    @Inject
    Sequencer sequencer;
    @Inject
    Checkpoints checkpoints;
    @Inject
    Proving proving;
    @Inject
    Story story;

    private long claim;
    private long entry;

    @BeforeEach
    void aVerifiedClaim() {
        claim = story.aVerifiedClaim();
        sequencer.run();
        entry = json("/api/v1/claims/" + claim + "/history").getLong("[0].id");
    }

    @Test
    void theWholeLogIsReadAndHashedAnew() {
        Checkpoint checkpoint = checkpoint();
        Frontier frontier = new Frontier();
        for (long n = 0; n * Tile.WIDTH < checkpoint.size(); n++) {
            int width = (int) Math.min(Tile.WIDTH, checkpoint.size() - n * Tile.WIDTH);
            Tile tile = new Tile(0, n, width);
            List<byte[]> entries = EntryBundle.read(bytes("/tile/entries/" + tile.entriesPath()));
            assertThat(entries).hasSize(width);
            entries.forEach(one -> frontier.append(Hash.leaf(one)));
        }

        assertThat(frontier.root()).isEqualTo(checkpoint.root());
        assertThat(new Nodes(tile -> bytes("/tile/" + tile.path()), checkpoint.size()).root())
                .isEqualTo(checkpoint.root());
    }

    @Test
    void anEntryIsProvedToBeIn() {
        JsonPath proved = json(LEDGER + "/entries/" + entry + "/proof");
        Hash leaf = Hash.leaf(proved.getString("body").getBytes(StandardCharsets.UTF_8));
        Checkpoint checkpoint = Checkpoint.open(Note.parse(proved.getString("checkpoint")), key());
        InclusionProof proof = new InclusionProof(proved.getLong("index"), checkpoint.size(), hashes(proved));

        proof.verify(leaf, checkpoint.root());
        assertThat(proved.getString("body")).contains("\"act\":\"VERIFY\"", "\"claim\":" + claim);
        Hash other = Hash.leaf(proved.getString("body").replace("VERIFY", "RETURN").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> proof.verify(other, checkpoint.root())).isInstanceOf(Unproven.class);
    }

    @Test
    void anotherImplementationAcceptsTheProofAndTheCheckpoint() throws Exception {
        JsonPath proved = json(LEDGER + "/entries/" + entry + "/proof");
        var checkpoint = dev.sigstore.rekor.client.Checkpoints.from(proved.getString("checkpoint"));

        InclusionProofVerifier.verify(Hash.ofBase64(proved.getString("leaf")).bytes(), proved.getLong("index"),
                checkpoint.getSize(), hashes(proved).stream().map(Hash::bytes).toList(),
                Hash.ofBase64(checkpoint.getBase64Hash()).bytes());
        assertThat(Verifiers.newVerifier(key().publicKey())
                .verify(
                        checkpoint.getSignedData().getBytes(StandardCharsets.UTF_8),
                        checkpoint.getSignatures().get(0).getSignature()))
                .isTrue();
    }

    @Test
    void anyTwoSizesAreProvedConsistent() {
        Checkpoint newest = checkpoint();
        long index = json(LEDGER + "/entries/" + entry + "/proof").getLong("index");
        for (long from : new long[]{1, index, index + 1, newest.size()}) {
            JsonPath proved = json(LEDGER + "/consistency?from=" + from);

            new ConsistencyProof(from, newest.size(), hashes(proved))
                    .verify(Hash.ofBase64(proved.getString("fromRoot")), newest.root());
            assertThat(Hash.ofBase64(proved.getString("toRoot"))).isEqualTo(newest.root());
        }
        JsonPath earlier = json(LEDGER + "/entries/" + entry + "/proof?size=" + (index + 1));
        new InclusionProof(index, index + 1, hashes(earlier)).verify(Hash.ofBase64(earlier.getString("leaf")),
                Hash.ofBase64(json(LEDGER + "/consistency?from=" + (index + 1)).getString("fromRoot")));
    }

    @Test
    void whatIsNotThereOrNotYetIsSaidSo() {
        long size = checkpoint().size();
        for (String path : List.of("/tile/0/%03d".formatted(size / 256 + 1), "/tile/8/000", "/tile/0/0",
                "/tile/0/000.p/256",
                "/tile/entries/x999/999", "/tile/entries/abc", "/tile/0/x036/x028/x797/x018/x963/967",
                "/tile/entries/x999/x999/x999/x999/x999/999", "/tile/entries/x072/x057/x594/x037/x927/936",
                "/tile/0/" + "x001/".repeat(500) + "001", "/checkpoints/-1", "/checkpoints/99999999999999999999",
                "/entries/999999999", "/entries/999999999/proof",
                "/checkpoints/999999999")) {
            as("rafael").get(LEDGER + path).then().statusCode(404);
        }
        as("rafael").get(LEDGER + "/consistency?from=0").then().statusCode(400).body("field", equalTo("from"));
        as("rafael").get(LEDGER + "/consistency").then().statusCode(400);
        for (String number : List.of("-1", "99999999999999999999", "1.5", "1e3", "0x1", "1,2", "9".repeat(2000))) {
            as("rafael").get(LEDGER + "/consistency?from=" + number)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("from"));
            as("rafael").get(LEDGER + "/consistency?from=1&to=" + number)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("to"));
            as("rafael").get(LEDGER + "/entries/" + entry + "/proof?size=" + number)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("size"));
        }
        as("rafael").get(LEDGER + "/consistency?from=1&to=" + (size + 1))
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
        as("rafael").get(LEDGER + "/entries/" + entry + "/proof?size=1")
                .then()
                .statusCode(400)
                .body("field", equalTo("size"));
        as("rafael").get(LEDGER + "/entries/" + entry + "/proof?size=x").then().statusCode(400);
        long waiting = json("/api/v1/claims/" + story.anAssignedClaim() + "/history").getLong("[0].id");
        as("rafael").get(LEDGER + "/entries/" + waiting + "/proof")
                .then()
                .statusCode(409)
                .body("detail", containsString("within a second"));
    }

    @Test
    void tilesAreKeptForGoodAndTheCheckpointIsNot() {
        as("rafael").get(LEDGER + "/tile/0/000.p/1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Type", "application/octet-stream");
        as("rafael").get(LEDGER + "/checkpoint")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Type", containsString("text/plain"));
    }

    @Test
    void nobodyFromOutsideReadsIt() {
        for (String path : List.of("/checkpoint", "/tile/0/000.p/1", "/tile/entries/000.p/1", "/keys", "/entries",
                "/state",
                "/consistency?from=1", "/entries/1/proof", "/checkpoints/1")) {
            given().get(LEDGER + path).then().statusCode(401);
        }
    }

    /** As the newsroom may set it. */
    @Test
    void everybodyReadsTheLogWhereItIsOpen() {
        LogResource open = new LogResource(checkpoints, proving, null, true);

        for (Response answer : List.of(open.checkpoint(), open.keys())) {
            assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("public, no-cache");
        }
        for (Response answer : List.of(open.tile("0/000.p/1"), open.entries("000.p/1"))) {
            assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        }
    }

    @Test
    void everyEntryIsListedPageByPage() {
        List<Long> first = json(LEDGER + "/entries?limit=2").getList("id", Long.class);
        List<Long> next = json(LEDGER + "/entries?limit=2&after=" + first.get(1)).getList("id", Long.class);

        assertThat(first).hasSize(2);
        assertThat(next).hasSize(2).allMatch(id -> id < first.get(1));
        assertThat(json(LEDGER + "/entries/" + entry).getString("act")).isEqualTo("VERIFY");
    }

    @Test
    void thePageOfAnEntryShowsItsProofStepByStep() {
        Visitor stella = Visitor.signedIn("stella");
        Visitor.Seen page = stella.get("/claims/" + claim);
        assertThat(page.page().select("a.proof[href=/ledger/entries/" + entry + "]")).hasSize(1);

        Visitor.Seen proof = stella.get("/ledger/entries/" + entry);

        JsonPath told = json(LEDGER + "/entries/" + entry + "/proof");
        assertThat(proof.page().select("h1").text()).isEqualTo("Verified");
        assertThat(proof.page().select("main").text()).contains(told.getString("leaf"));
        List<String> given = proof.page().select(".timeline li").eachText();
        List<String> hashes = told.getList("hashes");
        assertThat(given).hasSameSizeAs(hashes);
        assertThat(IntStream.range(0, given.size()).allMatch(i -> given.get(i).contains(hashes.get(i)))).isTrue();
        assertThat(given.get(given.size() - 1)).contains("gives " + told.getString("root"));
        assertThat(stella.get("/ledger/entries/999999999").status()).isEqualTo(404);
    }

    @Test
    void thePageOfTheLedgerShowsTheCheckpointTheEntriesAndTheKeys() {
        Visitor.Seen page = Visitor.signedIn("rafael").get("/ledger");

        assertThat(page.page().select("pre.proof").text()).contains(key().name());
        assertThat(page.page().select("aside").text()).contains(key().toString());
        assertThat(page.page().select(".rows li").first().text())
                .startsWith(checkpoint().size() - 1 + " Verified · claim " + claim);
        assertThat(page.page().select("nav a[aria-current]").text()).isEqualTo("Ledger");
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.open(Note.parse(bytes("/checkpoint")), key());
    }

    private static VerifierKey key() {
        return VerifierKey.parse(json(LEDGER + "/keys").getString("[0].vkey"));
    }

    private static List<Hash> hashes(JsonPath proof) {
        return proof.getList("hashes", String.class).stream().map(Hash::ofBase64).toList();
    }

    private static byte[] bytes(String path) {
        return as("rafael").get(LEDGER + path).then().statusCode(200).extract().asByteArray();
    }

    private static JsonPath json(String path) {
        return as("rafael").get(path).then().statusCode(200).extract().jsonPath();
    }
}
