package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.content.ContentStore;
import org.claimdesk.content.Stored;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.capture.Bed;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Recording;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

/** The content of evidence is in a packet where somebody asks for it, as far as it may leave the house. */
@NewsroomTest
class ContentPacketTest {

    @Inject
    Story story;
    @Inject
    Packets packets;
    @Inject
    ContentStore store;
    @Inject
    Bed bed;

    @Test
    void filesAndCapturesAreInItUnderTheirDigests() throws Exception {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        Stored file = file("the log of article " + article);
        attach(claim, file, "log.txt");
        String path = bed.path();
        bed.site()
                .page(path, "<html><body><p>In the night of " + article + " eleven came ashore at the old harbor."
                        + "</p></body></html>");
        long link = bed.captured(claim, path);
        long passage = bed.pick(claim, link, "eleven came ashore");
        String name = "claims/" + claim + ".json";

        byte[] plain = packets.of(article);
        byte[] packet = packets.withContent(article);

        assertThat(packets.check(plain).code()).isZero();
        assertThat(new Forger(plain).files().keySet()).noneMatch(one -> one.startsWith("content/"));
        JsonPath left = JsonPath.from(new Forger(plain).text(name));
        assertThat(left.getList("evidence.content.leftOut.flatten()", String.class)).hasSize(3)
                .containsOnly("NOT_ASKED");
        assertThat(left.getList("evidence.passages.flatten().quote")).isEqualTo(List.of("eleven came ashore"));
        assertThat(left.getLong("evidence.passages.flatten()[0].id")).isEqualTo(passage);
        Forger files = new Forger(packet);
        Packets.Said said = packets.check(packet);
        assertThat(said.text()).contains("3 files of evidence");
        assertThat(said.code()).isZero();
        assertThat(files.text("content/" + file.digest())).isEqualTo("the log of article " + article);
        JsonPath in = JsonPath.from(files.text(name));
        assertThat(in.getList("evidence.content.flatten().what")).isEqualTo(List.of("FILE", "WARC", "TEXT"));
        String text = in.getString("evidence[1].content[1].file");
        assertThat(files.text(text)).contains("eleven came ashore at the old harbor");
        assertThat(files.files().get(in.getString("evidence[1].content[0].file"))).startsWith(0x1f, 0x8b);
    }

    @Test
    void aSwappedFileIsFound() throws Exception {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        Stored file = file("what was found, " + article);
        attach(claim, file, "found.txt");
        byte[] packet = packets.withContent(article);
        String name = "content/" + file.digest();

        packets.wrong(name + ": it is another file than was kept", new Forger(packet)
                .replace(name, "what was found", "what was hidden"));
        Forger without = new Forger(packet);
        without.files().remove(name);
        packets.wrong(name + ": it is missing", without);
        Forger renamed = new Forger(packet);
        renamed.replace("claims/" + claim + ".json", file.digest(), "0".repeat(64));
        packets.wrong("claims/" + claim + ".json: the SHA-256 " + "0".repeat(64) + " is not what entry", renamed);
    }

    @Test
    void whatTermsForbidStaysInTheHouse() throws IOException {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        Stored tape = file("a voice on tape, " + article);
        Stored open = file("an open voice, " + article);
        attach(claim, tape, "voice.txt");
        interview(claim, "Ottoline Graveswood", Attribution.BACKGROUND, tape);
        interview(claim, "Leopold Marchbanks", Attribution.OFF_THE_RECORD, file("never to be heard, " + article));
        interview(claim, "Cressida Fairlamb", Attribution.ON_THE_RECORD, open);

        byte[] packet = packets.withContent(article);
        Forger files = new Forger(packet);

        assertThat(packets.check(packet).code()).isZero();
        assertThat(files.files().keySet().stream().filter(one -> one.startsWith("content/")))
                .containsExactly("content/" + open.digest());
        JsonPath evidence = JsonPath.from(files.text("claims/" + claim + ".json"));
        assertThat(evidence.getList("evidence.content.leftOut")).isEqualTo(
                List.of(List.of("NAMES"), List.of("TERMS"), Collections.singletonList(null)));
    }

    @Test
    void whatTheStoreHasLostOrDamagedIsSaid() throws IOException {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        Stored lost = file("lost, " + article);
        Stored damaged = file("damaged, " + article);
        attach(claim, lost, "lost.txt");
        attach(claim, damaged, "damaged.txt");
        Path gone = store.find(lost.digest()).orElseThrow();
        Path kept = store.find(damaged.digest()).orElseThrow();
        byte[] wasThere = Files.readAllBytes(gone);
        byte[] was = Files.readAllBytes(kept);
        Files.delete(gone);
        kept.toFile().setWritable(true);
        try {
            Files.writeString(kept, "changed, " + article);

            byte[] packet = packets.withContent(article);

            assertThat(packets.check(packet).code()).isZero();
            assertThat(JsonPath.from(new Forger(packet).text("claims/" + claim + ".json"))
                    .getList("evidence.content.leftOut.flatten()")).isEqualTo(List.of("MISSING", "DAMAGED"));
        } finally {
            Files.write(gone, wasThere);
            Files.write(kept, was);
        }
    }

    private Stored file(String content) throws IOException {
        return store.keep(new ByteArrayInputStream(content.getBytes(UTF_8)), "file.txt");
    }

    private void attach(long claim, Stored file, String name) {
        story.checking()
                .attach(story.ref(claim),
                        new Piece.File(new Piece.About("A file", Stance.SUPPORTS, "", ""), file, name),
                        story.person("rafael"));
    }

    private void interview(long claim, String person, Attribution terms, Stored tape) {
        story.checking()
                .attach(story.ref(claim), new Piece.Interview(
                        new Piece.About("A talk", Stance.SUPPORTS, "", "",
                                new Provenance(null, null, Rank.SECONDARY)),
                        new Identity(person, "keeper", ""), Piece.Channel.PHONE,
                        Instant.parse("2026-01-02T03:04:05Z"), terms, List.of("They came at night."),
                        Recording.open(tape, "tape of " + person + ".txt"), "an official", false),
                        story.person("rafael"));
    }
}
