package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;
import org.claimdesk.claim.Discrediting;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Quoting;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.capture.Bed;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.tlog.SigningKey;
import org.claimdesk.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** What somebody changed in a packet, who knows how packets are written, is found and named. */
@NewsroomTest
class AlteredPacketTest {

    @Inject
    Story story;
    @Inject
    Packets packets;
    @Inject
    Discrediting discredited;
    @Inject
    Bed bed;
    @Inject
    Quoting quoting;

    @Test
    void whatWasAlteredIsNamed() throws Exception {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        story.aVerifiedClaim(article, 2);
        byte[] packet = packets.of(article);
        String name = "claims/" + claim + ".json";

        packets.wrong(name + ": the rating MISLEADING is not what entry", new Forger(packet)
                .replace(name, "\"rating\":\"ACCURATE\"", "\"rating\":\"MISLEADING\""));
        packets.wrong(name + ": the rationale of verdict",
                new Forger(packet).replace(name, "The log says so.", "It is so."));
        packets.wrong(name + ": the state SOURCED is not what entry", new Forger(packet)
                .replace(name, "\"state\":\"VERIFIED\"", "\"state\":\"SOURCED\""));
        packets.wrong("entry of claim " + claim + " with version 1 is missing", new Forger(packet)
                .without("entries/1.jsonl", "\\\"claim\\\":" + claim + ",\\\"facts\\\":{\\\"evidence\\\""));
        packets.wrong("what follows it is missing", new Forger(packet).without("entries/1.jsonl", "VERIFY"));
        packets.wrong("the entry that files revision 1 is missing", new Forger(packet)
                .without("entries/1.jsonl", "\\\"act\\\":\\\"FILE\\\""));
        packets.wrong("is not in the ledger as it stands here: the proof of inclusion leads to another root",
                new Forger(packet).replace("entries/1.jsonl", "\\\"rating\\\":\\\"ACCURATE\\\"",
                        "\\\"rating\\\":\\\"MISLEADING\\\""));
        packets.wrong("the text “rationale” is not the one that entry", new Forger(packet)
                .replace("entries/1.jsonl", "\"text\":\"The log says so.\"", "\"text\":\"It is so.\""));
        packets.wrong("revisions/1.txt: its SHA-256 is not what entry", new Forger(packet)
                .replace("revisions/1.txt", "carried 11", "carried 12"));
        packets.wrong("checkpoint: ", new Forger(packet).replace("checkpoint", "\n\n", "\nmore\n\n"));
        Forger lost = new Forger(packet);
        lost.files().remove(name);
        packets.wrong(name + ": it is missing", lost);
        Forger more = new Forger(packet);
        more.files().remove("manifest.json");
        more.files().put("claims/../../x.json", new byte[0]);
        packets.wrong("a file that no packet has: claims/../../x.json", more.zip());
        packets.wrong(name + ": its size or SHA-256 is not what the manifest says", new Forger(packet)
                .replace(name, "\"desk\":\"", "\"desk\":\"x")
                .zip());
    }

    @Test
    void anEntryOrAClaimThatWasLeftOutIsMissed() throws Exception {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        story.aSourcedClaim(article, 2);
        byte[] early = packets.of(article);
        story.checking().drop(story.ref(claim), "Said twice.", story.person("edith"));
        byte[] packet = packets.of(article);

        Forger whole = new Forger(packet).without("entries/1.jsonl", "\\\"claim\\\":" + claim + ",");
        whole.files().remove("claims/" + claim + ".json");
        packets.wrong("entries: beside entry", whole);
        packets.wrong("entries: beside entry", new Forger(packet).without("entries/1.jsonl", "\\\"entries\\\":5,"));
        packets.wrong("the entry PACK, which says how many there are, is missing",
                new Forger(packet).without("entries/1.jsonl", "\\\"act\\\":\\\"PACK\\\""));
        assertThat(packets.check(early).code()).as("the packet from before").isZero();
    }

    @Test
    void evidenceAndDisputesAreThoseOfTheEntries() throws Exception {
        long article = story.anArticle();
        long claim = story.aSourcedClaim(article, 1);
        story.checking().dispute(story.ref(claim), Grounds.FIGURE, "Eleven or twelve?", story.person("viktor"));
        byte[] packet = packets.of(article);
        String name = "claims/" + claim + ".json";

        packets.wrong(name + ": the stance CONTRADICTS is not what entry", new Forger(packet)
                .replace(name, "\"stance\":\"SUPPORTS\"", "\"stance\":\"CONTRADICTS\""));
        packets.wrong(" was never withdrawn", new Forger(packet)
                .replace(name, "\"withdrawnAt\":null", "\"withdrawnAt\":\"2026-01-02T03:04:05Z\""));
        packets.wrong("no entry here attaches evidence", new Forger(packet)
                .replace(name, "\"evidence\":[{\"id\":", "\"evidence\":[{\"id\":9"));
        packets.wrong("the statement of dispute", new Forger(packet)
                .replace(name, "Eleven or twelve?", "Nothing to say."));
        packets.wrong("grounds LEGAL is not what entry", new Forger(packet)
                .replace(name, "\"grounds\":\"FIGURE\"", "\"grounds\":\"LEGAL\""));
        Forger fewer = new Forger(packet);
        fewer.replace(name, fewer.text(name).replaceAll("(?s).*(\"disputes\":\\[.*?\\]).*", "$1"), "\"disputes\":[]");
        packets.wrong("0 disputes, but 1 entries open one", fewer);
        Forger without = new Forger(packet);
        without.replace(name, without.text(name).replaceAll("(?s).*(\"evidence\":\\[\\{.*\\]).*", "$1"),
                "\"evidence\":[]");
        packets.wrong("is missing, which entry", without);
    }

    @Test
    void passagesAndTheEvidenceOfVerdictsAreThoseOfTheEntries() throws Exception {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        long log = story.attach(claim, "rafael");
        String path = bed.path();
        bed.site().page(path, "<html><body><p>In the night eleven came ashore.</p></body></html>");
        long link = bed.captured(claim, path);
        bed.pick(claim, link, "eleven came ashore");
        long capture = bed.newest(claim, link).id();
        quoting.type(claim, log, "They came at night.", "00:12:31", story.person("rafael"));
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking()
                .verify(story.ref(claim), Rating.ACCURATE, "The log says so.", null, null, story.person("viktor"));
        byte[] packet = packets.of(article);
        String name = "claims/" + claim + ".json";

        assertThat(packets.check(packet).code()).as(packets.check(packet).text()).isZero();
        packets.wrong(name + ": the quote of passage ", new Forger(packet)
                .replace(name, "\"quote\":\"eleven came", "\"quote\":\"twelve came"));
        packets.wrong(name + ": the quote of passage ", new Forger(packet)
                .replace(name, "They came at night.", "They came at noon."));
        packets.wrong(name + ": the locator of passage ", new Forger(packet).replace(name, "00:12:31", "00:12:32"));
        packets.wrong(name + ": the capture of passage ", new Forger(packet)
                .replace(name, "\"capture\":" + capture + ",", "\"capture\":" + capture + "0,"));
        packets.wrong(name + ": the sha256 of passage ", new Forger(packet)
                .replace(name, "\"sha256\":null,\"pickedBy\"", "\"sha256\":\"00\",\"pickedBy\""));
        packets.wrong(name + ": the evidence of verdict ", new Forger(packet)
                .replace(name, "\"evidence\":[" + log + "," + link + "]", "\"evidence\":[" + log + "]"));
    }

    @Test
    void whyASourceWasDiscreditedIsProvedToo() throws Exception {
        long article = story.anArticle();
        String source = "Harbor office of article " + article;
        long claim = story.aClaimVerifiedOn(article, 1, new Provenance(source, null, Rank.PRIMARY));
        discredited.discredit(story.sheet(claim, "rafael").evidence().get(0).source().id(), "It made the log up.",
                story.person("stella"));
        byte[] packet = packets.of(article);

        assertThat(packets.check(packet).code()).as(packets.check(packet).text()).isZero();
        assertThat(new Forger(packet).text("around/1.jsonl")).contains("DISCREDIT", "It made the log up.");
        Forger without = new Forger(packet);
        without.files().remove("around/1.jsonl");
        packets.wrong("was discredited, and the entry of that is missing", without);
        packets.wrong("around/1.jsonl line 1: the text “reason”", new Forger(packet)
                .replace("around/1.jsonl", "It made the log up.", "It is fine."));
    }

    @Test
    void anotherPacketsFileIsNotTakenForThisOnes() throws Exception {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 1);
        long other = story.anArticle();
        long foreign = story.aVerifiedClaim(other, 1);
        packets.of(other);
        byte[] packet = packets.of(article);
        Forger from = new Forger(packets.of(other));

        Forger swapped = new Forger(packet);
        swapped.files().put("claims/" + claim + ".json", from.files().get("claims/" + foreign + ".json"));
        packets.wrong("claims/" + claim + ".json: it is the file of claim " + foreign, swapped);
        Forger text = new Forger(packet);
        text.files().put("revisions/1.txt", from.files().get("revisions/1.txt"));
        packets.wrong("revisions/1.txt: its SHA-256", text);
        Forger checkpoint = new Forger(packet);
        checkpoint.files().put("entries/1.jsonl", from.files().get("entries/1.jsonl"));
        packets.wrong("revisions/1.txt: its SHA-256", checkpoint);
    }

    @Test
    void aForeignKeyDoesNotPass() throws IOException {
        byte[] packet = packets.of(story.anArticle());
        String origin = VerifierKey.parse(packets.key()).name();
        SigningKey foreign = SigningKey.of(origin, VerifierKey.Kind.NOTE, "5a".repeat(32));

        Packets.Said said = Packets.check(packet, foreign.verifier().toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("keys.json: the key " + origin, "is not one of this ledger");
        assertThat(Packets.check(packet, "no key").code()).isEqualTo(1);
    }

    @Test
    void everyBitThatIsFlippedIsFound() throws IOException {
        long article = story.anArticle(1, "");
        story.anAssignedClaim(article, 1);
        byte[] packet = packets.of(article);
        String vkey = packets.key();
        assertThat(Packets.checkInMemory(packet, vkey)).isZero();
        // Within a copy one bit is like the next: every hundredth byte has to do.
        BitSet copies = inside(packet, "article.html", "article.pdf", "annotations.jsonld");
        try (Remembering signatures = Remembering.begun()) {
            IntStream.range(0, packet.length * Byte.SIZE)
                    .parallel()
                    .filter(bit -> !copies.get(bit / Byte.SIZE) || bit % (100 * Byte.SIZE + 1) == 0)
                    .forEach(bit -> {
                        byte[] flipped = packet.clone();
                        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                        assertThat(Packets.checkInMemory(flipped, vkey))
                                .as("byte %d, bit %d", bit / Byte.SIZE, bit % Byte.SIZE)
                                .isEqualTo(2);
                    });
            assertThat(signatures.verified()).as("signatures that were verified").isPositive();
        }
    }

    /** The bytes of the content of files. */
    private static BitSet inside(byte[] packet, String... names) throws IOException {
        BitSet inside = new BitSet();
        Forger files = new Forger(packet);
        String bytes = new String(packet, ISO_8859_1);
        for (String name : names) {
            byte[] content = files.files().get(name);
            int at = bytes.indexOf(new String(content, ISO_8859_1));
            inside.set(at, at + content.length);
        }
        return inside;
    }

    @Test
    void aPacketThatIsCutOffAnywhereOrGoesOnIsFound() throws IOException {
        byte[] packet = packets.of(story.anArticle(1, ""));
        String vkey = packets.key();
        for (int length = 0; length < packet.length; length += length < 2_000 || length > packet.length - 2_000
                ? 1
                : 61) {
            assertThat(Packets.checkInMemory(Arrays.copyOf(packet, length), vkey)).as("%d bytes", length).isEqualTo(2);
        }
        assertThat(Packets.check(Arrays.copyOf(packet, packet.length + 1), vkey).text()).contains("after its end");
    }

    @Test
    void aZipThatWouldGrowIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("checkpoint"));
            zip.write(new byte[50_000_000]);
        }

        assertThat(Packets.check(bytes.toByteArray(), packets.key()).text()).contains("checkpoint: it is compressed");
        assertThat(Packets.check("no zip".getBytes(UTF_8), packets.key()).text()).contains("it is no zip");
    }
}
