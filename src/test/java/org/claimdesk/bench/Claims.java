package org.claimdesk.bench;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

import org.claimdesk.bench.Annals.By;
import org.claimdesk.bench.Annals.Change;

/** The claims of the archive with what was done with each of them, from mark to verdict. */
final class Claims {

    private static final int DISPUTED = 20;
    private static final int RISKY = 8;
    private static final String CLAIM = "claim (id, version, article_id, revision, exact, prefix, suffix, start_at, end_at, state,"
            + " risk, desk, assignee, deadline, evidence, dispute_id, verdict_id, verified_by, marked_by, marked_at, changed_at,"
            + " placement, type)";

    private final Copying tables;
    private final Annals annals;
    private final Staff staff;
    private final SplittableRandom random;
    private final Words words;
    private final Pieces pieces;
    private final byte[] meaning = new byte[384];
    private long claims;
    private long verdicts;
    private long disputes;

    Claims(Copying tables, Annals annals, Staff staff, SplittableRandom random, Words words, int all) {
        this.tables = tables;
        this.annals = annals;
        this.staff = staff;
        this.random = random;
        this.words = words;
        this.pieces = new Pieces(tables, annals, random, words, all);
    }

    /** The article whose claims they are. @param mixed whether verdicts say all kinds of things */
    record Of(long article, Story story, String desk, Instant deadline, UUID editor, Instant from, boolean bench,
            boolean open, boolean mixed) {}

    /** What a release of the article pins, and when the last act was. */
    record Written(String versions, Instant last) {}

    void writeSources(Instant made) {
        pieces.writeSources(staff, made);
    }

    Written write(Of of) {
        StringBuilder versions = new StringBuilder();
        Instant at = of.from();
        int number = 0;
        for (Story.Sentence sentence : of.story().sentences()) {
            if (sentence.claim()) {
                at = at.plusSeconds(7);
                Past past = new Past(of, sentence, ++claims, at, state(of, number++));
                at = past.live();
                versions.append(past.id).append(' ').append(past.version).append('\n');
            }
        }
        return new Written(versions.toString(), at);
    }

    /** Where a claim has come to. */
    private enum Now {
        FREE, ASSIGNED, SOURCED, DISPUTED, VERIFIED
    }

    private static Now state(Of of, int number) {
        if (of.bench()) {
            return Now.ASSIGNED;
        }
        if (!of.open() || number >= 13) {
            return Now.VERIFIED;
        }
        return number == 0 ? Now.FREE : number < 5 ? Now.ASSIGNED : number < 10 ? Now.SOURCED : Now.DISPUTED;
    }

    /** One claim on its way. */
    private final class Past {
        private final Of of;
        private final Story.Sentence words;
        private final long id;
        private final Now now;
        private final UUID reporter;
        private final UUID reviewer;
        private final String risk;
        private Instant at;
        private int version;
        private String state = "ASSIGNED";
        private Long dispute;
        private Long verdict;
        private long[] evidence = {};

        Past(Of of, Story.Sentence words, long id, Instant at, Now now) {
            this.of = of;
            this.words = words;
            this.id = id;
            this.at = at;
            this.now = now;
            this.reporter = of.bench()
                    ? staff.of("mina")
                    : of.open() ? staff.of(random.nextInt(2) == 0 ? "rafael" : "mina") : staff.any(staff.reporters);
            this.reviewer = of.open() ? staff.of("wanda") : staff.any(staff.reviewers);
            this.risk = random.nextInt(RISKY) > 0 ? "NORMAL" : random.nextInt(3) > 0 ? "HIGH" : "LEGAL";
        }

        /** @return when the last act was */
        Instant live() {
            UUID assignee = now == Now.FREE ? null : reporter;
            Instant marked = at;
            long entry = annals.entry("MARK", new By(of.editor(), "EDITOR", at), of.article(),
                    new Change(id, 0, null, state),
                    "{%s\"deadline\":\"%s\",\"desk\":\"%s\",\"end\":%d,\"revision\":1,\"risk\":\"%s\",\"start\":%d,\"type\":\"FIGURE\"}"
                            .formatted(assignee == null ? "" : "\"assignee\":\"" + assignee + "\",", of.deadline(),
                                    of.desk(), words.end(), risk, words.start()),
                    "exact", words.words());
            tables.row("placement (id, claim_id, revision, how, exact, start_at, end_at, entry_id)", id, id, 1,
                    "PLACED",
                    words.words(), words.start(), words.end(), entry);
            if (now != Now.FREE) {
                source();
                judge();
            }
            tables.row(CLAIM, id, version, of.article(), 1, words.words(), of.story().before(words),
                    of.story().after(words), words.start(), words.end(), state, risk, of.desk(), assignee,
                    of.deadline(), evidence.length, state.equals("DISPUTED") ? dispute : null, verdict,
                    verdict == null ? null : reviewer, of.editor(), marked, at, "PLACED", "FIGURE");
            tables.row("claim_wording (claim_id, wording, heading)", id, words.words(), of.story().headline());
            random.nextBytes(meaning);
            String vector = Annals.hex(meaning);
            tables.row("claim_vector (claim_id, model, wording, heading)", id, Fill.MODEL, vector, vector);
            return at;
        }

        private void source() {
            evidence = pieces.attach(of.article(), id, reporter, () -> step("ATTACH", state));
            tables.row("sourcing (claim_id, person_id)", id, reporter);
            if (now != Now.ASSIGNED) {
                submit();
            }
        }

        private void submit() {
            Pieces.Step step = step("SUBMIT", "SOURCED");
            annals.entry("SUBMIT", new By(reporter, "REPORTER", step.at()), of.article(), step.change(),
                    "{\"contradicts\":0,\"evidence\":%s,\"ruleMet\":true,\"supports\":5}".formatted(listed()));
        }

        private void judge() {
            if (now == Now.DISPUTED || now == Now.VERIFIED && random.nextInt(DISPUTED) == 0) {
                dispute();
            }
            if (now == Now.VERIFIED) {
                verify();
            }
        }

        private void dispute() {
            Pieces.Step step = step("DISPUTE", "DISPUTED");
            String statement = Claims.this.words.phrase(12);
            dispute = ++disputes;
            annals.entry("DISPUTE", new By(reviewer, "REVIEWER", step.at()), of.article(), step.change(),
                    "{\"grounds\":\"SOURCE\"}", "statement", statement);
            if (now == Now.DISPUTED) {
                disputed(statement, step.at(), null, null);
                return;
            }
            Pieces.Step answered = step("ANSWER", "SOURCED");
            String answer = Claims.this.words.phrase(12);
            annals.entry("ANSWER", new By(reporter, "REPORTER", answered.at()), of.article(), answered.change(),
                    "{\"dispute\":" + dispute + "}", "statement", answer);
            // Who opened it accepts the answer by the verdict.
            disputed(statement, step.at(), answer, answered.at());
        }

        private void disputed(String statement, Instant opened, String answer, Instant answered) {
            boolean over = answer != null;
            tables.row(
                    "dispute (id, claim_id, grounds, statement, opened_by, opened_at, answer, answered_by, answered_at,"
                            + " outcome, decided_by, decided_at)",
                    dispute, id, "SOURCE", statement, reviewer, opened, answer,
                    over ? reporter : null, answered, over ? "ACCEPTED" : null, over ? reviewer : null,
                    over ? answered.plusSeconds(Pieces.BETWEEN) : null);
        }

        private void verify() {
            Pieces.Step step = step("VERIFY", "VERIFIED");
            verdict = ++verdicts;
            String rating = of.mixed() && random.nextInt(4) == 0 ? "MISLEADING" : "ACCURATE";
            String rationale = Claims.this.words.phrase(16);
            annals.entry("VERIFY", new By(reviewer, "REVIEWER", step.at()), of.article(), step.change(),
                    "{\"contradicts\":0,\"evidence\":%s,%s\"rating\":\"%s\",\"ruleMet\":true,\"supports\":5,\"verdict\":%d}"
                            .formatted(listed(), dispute == null ? "" : "\"outcome\":\"ACCEPTED\",", rating, verdict),
                    "rationale", rationale, "words", words.words());
            tables.row("verdict (id, claim_id, rating, rationale, revision, words, evidence, given_by, given_at)",
                    verdict,
                    id, rating, rationale, 1, words.words(), listed().replace('[', '{').replace(']', '}'), reviewer,
                    step.at());
        }

        private Pieces.Step step(String act, String to) {
            at = at.plusSeconds(Pieces.BETWEEN);
            Change change = new Change(id, ++version, state, to);
            state = to;
            return new Pieces.Step(at, change);
        }

        private String listed() {
            StringBuilder listed = new StringBuilder("[");
            for (long piece : evidence) {
                listed.append(listed.length() > 1 ? "," : "").append(piece);
            }
            return listed.append(']').toString();
        }
    }
}
