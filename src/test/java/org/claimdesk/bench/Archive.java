package org.claimdesk.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

import org.claimdesk.bench.Annals.By;

/**
 * Ten years of a newsroom, article by article. Nearly all of it is verified and published; what is open is as much whether
 * the archive is large or small. Every article has 25 claims, every claim five pieces of evidence.
 */
final class Archive {

    /** Of articles that are worked on: some 500 open claims among them. */
    static final int OPEN = 40;
    /** Of articles whose claims are there to be acted on by the measurement, assigned to mina. */
    static final int BENCH = 32;
    private static final int UNRELEASED = 10;
    private static final Duration SPAN = Duration.ofDays(3650);
    private static final String COURTS = "/desks/courts";
    private static final String IMMIGRATION = "/desks/immigration";

    private final Copying tables;
    private final Annals annals;
    private final Staff staff;
    private final SplittableRandom random;
    private final Words words;
    private final Claims claims;
    private final Instant now;
    private final int articles;
    private long sentences;

    Archive(Copying tables, Annals annals, Staff staff, SplittableRandom random, Instant now, int articles) {
        this.tables = tables;
        this.annals = annals;
        this.staff = staff;
        this.random = random;
        this.words = new Words(random);
        this.claims = new Claims(tables, annals, staff, random, words, articles * Story.CLAIMS);
        this.now = now;
        this.articles = articles;
    }

    void write() {
        staff.write(tables, now);
        for (int article = 1; article <= articles; article++) {
            boolean bench = article > articles - BENCH;
            boolean open = !bench && article > articles - BENCH - OPEN;
            write(article, bench, open);
        }
        claims.writeSources(now.minus(SPAN).minus(Duration.ofDays(1)));
    }

    private void write(long article, boolean bench, boolean open) {
        Instant filed = bench || open
                ? now.minus(Duration.ofHours(40)).plusSeconds(article % 3600)
                : now.minus(SPAN).plus(SPAN.minusDays(3).multipliedBy(article).dividedBy(articles));
        filed = Instant.ofEpochSecond(filed.getEpochSecond(), 1_000L * random.nextInt(1, 1_000_000));
        // A third of what is open is late; what the measurement acts on never is.
        Instant deadline = filed.plus(bench ? Duration.ofDays(3000) : Duration.ofHours(article % 3 == 0 ? 30 : 90));
        String desk = bench || random.nextInt(5) < 2 ? COURTS : IMMIGRATION;
        UUID editor = staff.any(staff.editors);
        UUID author = staff.any(staff.authors);
        Story story = Story.write(words);
        byte[] digest = Annals.sha256(story.text());
        tables.row("article (id, version, slug, headline, byline, desk, deadline, revision, filed_by, filed_at)",
                article,
                0, "STORY-" + article, story.headline(), "", desk, deadline, 1, editor, filed);
        tables.row("article_author (article_id, person_id)", article, author);
        tables.row("revision (id, article_id, number, text, blocks, digest, filed_by, filed_at)", article, article, 1,
                story.text(), story.blocks(), Annals.hex(digest), editor, filed);
        annals.entry("FILE", new By(editor, "EDITOR", filed), article, null,
                "{\"authors\":[\"%s\"],\"deadline\":\"%s\",\"desk\":\"%s\",\"revision\":1,\"sha256\":\"%s\"}"
                        .formatted(author, deadline, desk, Annals.hex(digest).substring(2)),
                "headline", story.headline());
        account(article, story, new By(editor, "EDITOR", filed.plusSeconds(300)));
        Claims.Of of = new Claims.Of(article, story, desk, deadline, editor, filed.plusSeconds(600), bench, open,
                article % UNRELEASED == 0);
        Claims.Written written = claims.write(of);
        if (!bench && !open && article % UNRELEASED != 0) {
            release(article, digest, written, editor);
        }
    }

    /** Sentences that are no claim are called so: two acts. */
    private void account(long article, Story story, By by) {
        List<Story.Sentence> others = story.sentences().stream().filter(sentence -> !sentence.claim()).toList();
        int half = others.size() / 2;
        long opinions = called(article, "OPINION", others.subList(0, half), by);
        long others2 = called(article, "NO_FACT", others.subList(half, others.size()),
                new By(by.person(), by.role(), by.at().plusSeconds(60)));
        for (Story.Sentence sentence : story.sentences()) {
            int place = others.indexOf(sentence);
            String disposition = place < 0 ? "UNREVIEWED" : place < half ? "OPINION" : "NO_FACT";
            tables.row("sentence (id, version, article_id, revision, number, start_at, end_at, disposition, entry_id,"
                    + " score, reasons, suggested)", ++sentences, place < 0 ? 0 : 1, article, 1, sentence.number(),
                    sentence.start(), sentence.end(), disposition, place < 0 ? null : place < half ? opinions : others2,
                    sentence.claim() ? 0.86 : 0.21, sentence.claim() ? "{\"past form: said\"}" : "{}",
                    sentence.claim() ? "FIGURE" : "EVENT");
        }
    }

    private long called(long article, String disposition, List<Story.Sentence> sentences, By by) {
        return annals.entry("ACCOUNT", by, article, null,
                "{\"before\":[%s],\"disposition\":\"%s\",\"revision\":1,\"sentences\":[%s]}".formatted(
                        sentences.stream().map(one -> "\"UNREVIEWED\"").collect(Collectors.joining(",")), disposition,
                        sentences.stream().map(one -> "" + one.number()).collect(Collectors.joining(","))));
    }

    private void release(long article, byte[] digest, Claims.Written written, UUID editor) {
        Instant at = written.last().plusSeconds(600);
        byte[] pinned = Annals.sha256(written.versions());
        long released = annals.entry("RELEASE", new By(editor, "EDITOR", at), article, null,
                "{\"claims\":\"%s\",\"revision\":1,\"sha256\":\"%s\",\"waivers\":[]}"
                        .formatted(Annals.hex(pinned).substring(2), Annals.hex(digest).substring(2)));
        tables.row(
                "release (id, article_id, revision, digest, claims, waivers, released_by, role, released_at, entry_id)",
                article, article, 1, Annals.hex(digest), Annals.hex(pinned), "{}", editor, "EDITOR", at, released);
        Instant went = at.plusSeconds(900);
        String address = "https://paper.example/" + article;
        long told = annals.entry("PUBLISH", new By(editor, "EDITOR", went), article, null,
                "{\"published\":\"%s\",\"release\":%d,\"revision\":1}".formatted(at.plusSeconds(600), article),
                "address",
                address);
        tables.row(
                "publication (id, article_id, release_id, revision, address, published_at, marked_by, role, marked_at,"
                        + " entry_id)",
                article, article, article, 1, address, at.plusSeconds(600), editor, "EDITOR", went, told);
    }
}
