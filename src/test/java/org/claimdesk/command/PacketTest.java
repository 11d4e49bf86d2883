package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.ledger.tree.Sequenced;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packet is taken from the service, and checked by somebody who has it and a key and nothing else. */
@NewsroomTest
class PacketTest {

    @Inject
    Story story;
    @Inject
    Sequenced sequenced;
    @Inject
    SessionFactory sessions;

    @TempDir
    Path place;

    /** What the command prints and ends with. */
    private record Said(int code, String text) {}

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

        byte[] packet = packet(article);
        Forger files = new Forger(packet);

        Said said = check(packet, sequenced.key());
        assertThat(said.text).contains("Whole and unaltered: article " + article + " of", "2 revisions, 3 claims");
        assertThat(said.code).isZero();
        assertThat(files.text("revisions/2.txt")).isEqualTo(story.text(article));
        JsonPath file = JsonPath.from(files.text("claims/" + claim + ".json"));
        assertThat(file.getString("state")).isEqualTo(story.line(claim).state().name());
        assertThat(file.getString("verdicts[0].rationale")).isEqualTo("The log says so.");
        assertThat(file.getString("disputes[0].statement")).isEqualTo("Eleven or twelve?");
        assertThat(file.getString("evidence[0].title")).isEqualTo("Log of the harbor");
        assertThat(files.text("claims/" + dropped + ".json")).contains("Said twice.");
    }

    @Test
    void whatWasAlteredIsNamed() throws Exception {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        story.aVerifiedClaim(article, 2);
        byte[] packet = packet(article);
        String name = "claims/" + claim + ".json";

        wrong(name + ": the rating MISLEADING is not what entry", new Forger(packet)
                .replace(name, "\"rating\":\"ACCURATE\"", "\"rating\":\"MISLEADING\""));
        wrong(name + ": the rationale of verdict", new Forger(packet).replace(name, "The log says so.", "It is so."));
        wrong(name + ": the state SOURCED is not what entry", new Forger(packet)
                .replace(name, "\"state\":\"VERIFIED\"", "\"state\":\"SOURCED\""));
        wrong("entry of claim " + claim + " with version 1 is missing", new Forger(packet)
                .without("entries/1.jsonl", "\\\"claim\\\":" + claim + ",\\\"facts\\\":{\\\"evidence\\\""));
        wrong("what follows it is missing", new Forger(packet).without("entries/1.jsonl", "VERIFY"));
        wrong("the entry that files revision 1 is missing", new Forger(packet)
                .without("entries/1.jsonl", "\\\"act\\\":\\\"FILE\\\""));
        wrong("is not in the ledger as it stands here: the proof of inclusion leads to another root",
                new Forger(packet).replace("entries/1.jsonl", "\\\"rating\\\":\\\"ACCURATE\\\"",
                        "\\\"rating\\\":\\\"MISLEADING\\\""));
        wrong("the text “rationale” is not the one that entry", new Forger(packet)
                .replace("entries/1.jsonl", "\"text\":\"The log says so.\"", "\"text\":\"It is so.\""));
        wrong("revisions/1.txt: its SHA-256 is not what entry", new Forger(packet)
                .replace("revisions/1.txt", "carried 11", "carried 12"));
        wrong("checkpoint: ", new Forger(packet).replace("checkpoint", "\n\n", "\nmore\n\n"));
        Forger lost = new Forger(packet);
        lost.files().remove(name);
        wrong(name + ": it is missing", lost);
        Forger more = new Forger(packet);
        more.files().remove("manifest.json");
        more.files().put("claims/../../x.json", new byte[0]);
        wrong("a file that no packet has: claims/../../x.json", more.zip());
        wrong(name + ": its size or SHA-256 is not what the manifest says", new Forger(packet)
                .replace(name, "\"desk\":\"", "\"desk\":\"x")
                .zip());
    }

    @Test
    void anErasedTextPassesOnlyWithTheEntryThatErasesIt() throws Exception {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        sequenced.now();
        List<Long> entries = as("stella").get("/api/v1/claims/" + claim + "/history")
                .jsonPath()
                .getList("findAll { it.act == 'VERIFY' }.id", Long.class);
        as("stella").contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("rationale"), "ground", "DEFAMATION", "explanation", "Settled."))
                .post("/api/v1/ledger/entries/" + entries.get(0) + "/erasure")
                .then()
                .statusCode(200);
        byte[] packet = packet(article);

        Said said = check(packet, sequenced.key());
        assertThat(said.text).contains("Whole and unaltered", "1 erased by an entry that says why");
        assertThat(said.code).isZero();
        Forger files = new Forger(packet);
        assertThat(files.files().keySet().stream().map(files::text))
                .noneMatch(file -> file.contains("The log says so."));
        assertThat(JsonPath.from(files.text("claims/" + claim + ".json")).getString("verdicts[0].rationale"))
                .contains("for a legal reason");
        wrong("is said to be erased, and the entry that erases it is missing",
                new Forger(packet).without("entries/1.jsonl", "\\\"act\\\":\\\"ERASE\\\""));
        wrong("which is not said to be erased",
                new Forger(packet).replace("entries/1.jsonl", ",\"erased\":[\"rationale\"]", ""));
        wrong("is said to be erased, and is there or never was",
                new Forger(packet).replace("entries/1.jsonl", "\"erased\":[\"rationale\"]",
                        "\"erased\":[\"finding\"]"));
    }

    @Test
    void anotherPacketsFileIsNotTakenForThisOnes() throws Exception {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        long other = story.anArticle();
        long foreign = story.aVerifiedClaim(other, 1);
        Forger from = new Forger(packet(other));
        byte[] packet = packet(article);

        Forger swapped = new Forger(packet);
        swapped.files().put("claims/" + claim + ".json", from.files().get("claims/" + foreign + ".json"));
        wrong("claims/" + claim + ".json: it is the file of claim " + foreign, swapped);
        Forger text = new Forger(packet);
        text.files().put("revisions/1.txt", from.files().get("revisions/1.txt"));
        wrong("revisions/1.txt: its SHA-256", text);
        Forger checkpoint = new Forger(packet);
        checkpoint.files().put("entries/1.jsonl", from.files().get("entries/1.jsonl"));
        wrong("revisions/1.txt: its SHA-256", checkpoint);
    }

    @Test
    void aForeignKeyDoesNotPass() throws IOException {
        byte[] packet = packet(story.anArticle());
        String origin = VerifierKey.parse(sequenced.key()).name();
        SigningKey foreign = SigningKey.of(origin, VerifierKey.Kind.NOTE, "5a".repeat(32));

        Said said = check(packet, foreign.verifier().toString());

        assertThat(said.code).isEqualTo(2);
        assertThat(said.text).contains("keys.json: the key " + origin, "is not one of this ledger");
        assertThat(check(packet, "no key").code).isEqualTo(1);
    }

    @Test
    void everyBitThatIsFlippedIsFound() throws IOException {
        long article = story.anArticle(1, "");
        story.anAssignedClaim(article, 1);
        byte[] packet = packet(article);
        assertThat(check(packet, sequenced.key()).code).isZero();
        String vkey = sequenced.key();
        IntStream.range(0, packet.length * Byte.SIZE).parallel().forEach(bit -> {
            byte[] flipped = packet.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(check(flipped, vkey).code).as("byte %d, bit %d", bit / Byte.SIZE, bit % Byte.SIZE).isEqualTo(2);
        });
    }

    @Test
    void aPacketThatIsCutOffAnywhereOrGoesOnIsFound() throws IOException {
        byte[] packet = packet(story.anArticle(1, ""));
        String vkey = sequenced.key();
        for (int length = 0; length < packet.length; length++) {
            assertThat(check(Arrays.copyOf(packet, length), vkey).code).as("%d bytes", length).isEqualTo(2);
        }
        assertThat(check(Arrays.copyOf(packet, packet.length + 1), vkey).text).contains("after its end");
    }

    @Test
    void aZipThatWouldGrowIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("checkpoint"));
            zip.write(new byte[50_000_000]);
        }

        assertThat(check(bytes.toByteArray(), sequenced.key()).text).contains("checkpoint: it is compressed");
        assertThat(check("no zip".getBytes(UTF_8), sequenced.key()).text).contains("it is no zip");
    }

    @Test
    void nobodyIsNamedWhoseTermsForbidIt() throws IOException {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        story.attach(claim, "rafael");
        interview(claim, "Odalys Quennebury", Attribution.OFF_THE_RECORD, false);
        interview(claim, "Peregrine Sallowfield", Attribution.BACKGROUND, false);
        interview(claim, "Isolde Thornquist", Attribution.DEEP_BACKGROUND, false);
        interview(claim, "Ptolemy Wexcombe", Attribution.ON_THE_RECORD, true);
        interview(claim, "Barnaby Oakhollow", Attribution.ON_THE_RECORD, false);
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking()
                .dispute(story.ref(claim), Grounds.SOURCE, "Is it Quennebury who says that?", story.person("viktor"));
        long off = story.sheet(claim, "rafael").evidence().get(1).id();

        byte[] packet = packet(article);
        Forger files = new Forger(packet);
        String all = String.join("\n", files.files().keySet().stream().map(files::text).toList());

        assertThat(check(packet, sequenced.key()).code).isZero();
        assertThat(all).doesNotContainIgnoringCase("Quennebury")
                .doesNotContainIgnoringCase("Sallowfield")
                .doesNotContainIgnoringCase("Thornquist")
                .doesNotContainIgnoringCase("Wexcombe")
                .contains("Barnaby Oakhollow", "what was learnt from Oakhollow");
        List<Integer> told = JsonPath.from(files.text("claims/" + claim + ".json")).getList("evidence.id");
        assertThat(told).hasSize(5).doesNotContain((int) off);
    }

    @Test
    void onlyEditorsAndTheStandardsDeskTakeIt() {
        long article = story.anArticle();
        sequenced.now();
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
    void itWaitsForTheLedger() {
        long article = story.anArticle();

        as("stella").get("/api/v1/articles/" + article + "/packet")
                .then()
                .statusCode(503)
                .header("Retry-After", "2");
        sequenced.now();
        as("stella").get("/api/v1/articles/" + article + "/packet").then().statusCode(200);
        Awaitility.await().untilAsserted(() -> {
            try (Stream<Path> kept = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(kept).noneMatch(file -> file.getFileName().toString().matches("packet-\\d+\\.zip"));
            }
        });
    }

    @Test
    void aPacketOfManyClaimsTakesAsManyStatementsAsOneOfFew() throws IOException {
        long few = story.anArticle(45, "");
        long many = story.anArticle(45, "");
        story.anAssignedClaim(few, 1);
        story.attach(story.anAssignedClaim(few, 2), "rafael");
        for (int i = 1; i <= 45; i++) {
            story.attach(story.anAssignedClaim(many, i), "rafael");
        }
        packet(few);

        assertThat(statements(many)).isEqualTo(statements(few)).isLessThan(16);
    }

    private void interview(long claim, String person, Attribution terms, boolean sealed) {
        String note = sealed ? "" : "what was learnt from " + person.substring(person.indexOf(' ') + 1);
        story.checking()
                .attach(story.ref(claim), new Piece.Interview(
                        new Piece.About(sealed ? null : "Talk with " + person, Stance.SUPPORTS, "", note,
                                new Provenance(null, null, Rank.SECONDARY)),
                        new Identity(person, "keeper", ""), Piece.Channel.PHONE,
                        Instant.parse("2026-01-02T03:04:05Z"), terms, List.of("They came at night."), null,
                        "an official with knowledge of the talks", sealed), story.person("rafael"));
    }

    private int statements(long article) {
        sessions.getStatistics().clear();
        as("stella").get("/api/v1/articles/" + article + "/packet").then().statusCode(200);
        return (int) sessions.getStatistics().getPrepareStatementCount();
    }

    private byte[] packet(long article) {
        sequenced.now();
        return as("stella").get("/api/v1/articles/" + article + "/packet")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private void wrong(String what, Forger forged) throws Exception {
        wrong(what, forged.packet());
    }

    private void wrong(String what, byte[] packet) {
        Said said = check(packet, sequenced.key());
        assertThat(said.text).contains(what);
        assertThat(said.code).as(said.text).isEqualTo(2);
    }

    private Said check(byte[] packet, String vkey) {
        try {
            Path file = Files.write(place.resolve("packet-" + Thread.currentThread().getId() + ".zip"), packet);
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            int code = CheckPacket.main(new PrintStream(printed, true, UTF_8), "check-packet", file.toString(), "--key",
                    vkey);
            return new Said(code, printed.toString(UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
