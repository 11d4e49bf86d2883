package org.claimdesk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Story;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

/** What the terms of interviews forbid is nowhere in a packet, in none of its formats. */
@NewsroomTest
class DiscreetPacketTest {

    @Inject
    Story story;
    @Inject
    Packets packets;
    @Inject
    ContentStore store;

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

        byte[] packet = packets.withContent(article);
        Forger files = new Forger(packet);
        String all = String.join("\n", files.files().keySet().stream().map(files::text).toList())
                + ReadPacketTest.pdf(files.files().get("article.pdf"));

        assertThat(packets.check(packet).code()).isZero();
        assertThat(all).doesNotContainIgnoringCase("Quennebury")
                .doesNotContainIgnoringCase("Sallowfield")
                .doesNotContainIgnoringCase("Thornquist")
                .doesNotContainIgnoringCase("Wexcombe")
                .contains("Barnaby Oakhollow", "what was learnt from Oakhollow");
        assertThat(files.text("article.html")).contains("an official with knowledge of the talks")
                .containsOnlyOnce("Talk with Barnaby Oakhollow");
        List<Integer> told = JsonPath.from(files.text("claims/" + claim + ".json")).getList("evidence.id");
        assertThat(told).hasSize(5).doesNotContain((int) off);
    }

    @Test
    void aDigestIsToldThoughAHiddenNameStandsInItByChance() throws IOException {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        String content = IntStream.range(0, 100_000)
                .mapToObj(n -> "Sheet " + n + " of " + article)
                .filter(sheet -> digest(sheet).contains("bad"))
                .findFirst()
                .orElseThrow();
        story.checking()
                .attach(story.ref(claim), new Piece.File(new Piece.About("A sheet", Stance.SUPPORTS, "", ""),
                        store.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "sheet.txt"),
                        "sheet.txt"),
                        story.person("rafael"));
        interview(claim, "Lucius Grendelmark", new Provenance("BAD", null, Rank.SECONDARY));

        byte[] packet = packets.of(article);

        JsonPath told = JsonPath.from(new Forger(packet).text("claims/" + claim + ".json"));
        assertThat(told.getList("evidence.sha256", String.class)).contains(digest(content));
        assertThat(packets.check(packet).code()).isZero();
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void interview(long claim, String person, Provenance from) {
        story.checking()
                .attach(story.ref(claim), new Piece.Interview(
                        new Piece.About("A talk", Stance.SUPPORTS, "", "what was learnt", from),
                        new Identity(person, "keeper", ""), Piece.Channel.PHONE,
                        Instant.parse("2026-01-02T03:04:05Z"), Attribution.BACKGROUND,
                        List.of("They came at night."), null, "an official", false), story.person("rafael"));
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
}
