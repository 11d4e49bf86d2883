package org.claimdesk.bench;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

import org.claimdesk.bench.Annals.By;
import org.claimdesk.bench.Annals.Change;

/** The evidence of the archive: of each claim a link with its capture, an interview and three references. */
final class Pieces {

    /** Seconds between two acts on a claim. */
    static final int BETWEEN = 420;
    private static final int EACH = 5;
    private static final int CLAIMS_OF_SOURCE = 50;
    private static final int FEWEST = 200;
    private static final String EVIDENCE = "evidence (id, claim_id, kind, stance, title, locator, note, address, interviewee,"
            + " function, channel, held_at, attribution, citation, attached_by, attached_at, source_id, rank, quotes)";

    private final Copying tables;
    private final Annals annals;
    private final SplittableRandom random;
    private final Words words;
    private final int sources;
    private long pieces;
    private long captures;

    Pieces(Copying tables, Annals annals, SplittableRandom random, Words words, int claims) {
        this.tables = tables;
        this.annals = annals;
        this.random = random;
        this.words = words;
        this.sources = FEWEST + claims / CLAIMS_OF_SOURCE;
    }

    /** When an act was done, and what it changed. */
    record Step(Instant at, Change change) {}

    /** @return the ids of the five */
    long[] attach(long article, long claim, UUID by, Supplier<Step> steps) {
        long[] ids = new long[EACH];
        long first = source();
        for (int i = 0; i < EACH; i++) {
            Step step = steps.get();
            // Five sources that are not the same.
            long source = (first + (long) i * 37) % sources + 1;
            long id = ++pieces;
            ids[i] = id;
            switch (i) {
                case 0 -> link(article, claim, id, source, by, step);
                case 1 -> interview(article, claim, id, source, by, step);
                default -> reference(article, claim, id, source, by, step);
            }
        }
        return ids;
    }

    /** Few sources have most of the evidence. */
    private long source() {
        return (long) (sources * Math.pow(random.nextDouble(), 3));
    }

    void writeSources(Staff staff, Instant made) {
        for (int source = 1; source <= sources; source++) {
            tables.row("source (id, name, made_by, made_at)", source, name(source), staff.any(staff.reporters), made);
        }
    }

    private static String name(long source) {
        return "Office of " + Words.name((int) source) + " " + source;
    }

    private static String facts(long id, String kind, String rank, long source) {
        return "{\"evidence\":" + id + ",\"kind\":\"" + kind + "\",\"rank\":\"" + rank + "\",\"source\":" + source
                + ",\"stance\":\"SUPPORTS\"}";
    }

    private void link(long article, long claim, long id, long source, UUID by, Step step) {
        String address = "https://office-%d.example/log/%d".formatted(source, id);
        String title = words.phrase(6);
        By who = new By(by, "REPORTER", step.at());
        long asked = annals.entry("ATTACH", who, article, step.change(), facts(id, "LINK", "PRIMARY", source),
                "address",
                address, "source", name(source), "title", title);
        tables.row(EVIDENCE, id, claim, "LINK", "SUPPORTS", title, "", "", address, null, null, null, null, null, null,
                by,
                step.at(), source, "PRIMARY", "{}");
        long capture = ++captures;
        String digest = Annals.hex(Annals.sha256(address));
        Instant done = step.at().plusSeconds(9);
        long told = annals.entry("CAPTURE", new By(by, "REPORTER", done), article, null,
                "{\"capture\":%d,\"claim\":%d,\"evidence\":%d,\"result\":\"DONE\",\"sha256\":\"%s\",\"warc\":\"%s\"}"
                        .formatted(capture, claim, id, digest.substring(2), digest.substring(2)));
        tables.row(
                "capture (id, evidence_id, address, state, attempts, due_at, fetched, asked_by, asked_at, asked_entry,"
                        + " started_at, finished_at, status, final_address, redirects, media_type, size, digest, warc_digest, warc_size,"
                        + " no_text, entry_id)",
                capture, id, address, "DONE", 1, step.at(), 20_000, by, step.at(), asked,
                step.at().plusSeconds(2), done, 200, address, "[]", "application/pdf", 20_000, digest, digest, 21_000,
                "It has no text of its own.", told);
        tables.row("watch (evidence_id, claim_id, reference_id, next_at)", id, claim, capture,
                "2999-01-01T00:00:00Z");
    }

    private void interview(long article, long claim, long id, long source, UUID by, Step step) {
        String person = Words.name(random.nextInt(40_000));
        String title = "Interview with " + person;
        String quote = words.sentence();
        annals.entry("ATTACH", new By(by, "REPORTER", step.at()), article, step.change(),
                facts(id, "INTERVIEW", "SECONDARY", source), "person", person, "quotes", quote, "source", name(source),
                "title", title);
        tables.row(EVIDENCE, id, claim, "INTERVIEW", "SUPPORTS", title, "", "", null, person, "Clerk", "PHONE",
                step.at().minusSeconds(3600), "ON_THE_RECORD", null, by, step.at(), source, "SECONDARY",
                "{\"" + quote + "\"}");
    }

    private void reference(long article, long claim, long id, long source, UUID by, Step step) {
        String citation = words.phrase(14);
        String title = words.phrase(5);
        String locator = "page " + random.nextInt(1, 400);
        annals.entry("ATTACH", new By(by, "REPORTER", step.at()), article, step.change(),
                facts(id, "REFERENCE", "SECONDARY", source), "citation", citation, "locator", locator, "source",
                name(source), "title", title);
        tables.row(EVIDENCE, id, claim, "REFERENCE", "SUPPORTS", title, locator, "", null, null, null, null, null, null,
                citation, by, step.at(), source, "SECONDARY", "{}");
    }
}
