package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.awaitility.Awaitility;
import org.claimdesk.bench.Recording.Transaction;

/** What one person does now and then, and waits for: filing an article, drawing verdicts for an audit. */
final class Once {

    static final String FILE = "file 4,000 words";
    static final String DRAW = "audit draw";
    private static final int WORDS = 4_000;
    private static final int IN_PARAGRAPH = 6;
    private static final int ATTEMPTS = 6;
    /** A draw waits for its seed, and no other is taken meanwhile; an article is looked at by others. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Connection superuser;
    private final Desk desk;
    private final Recording recording;

    Once(Connection superuser, Desk desk, Recording recording) {
        this.superuser = superuser;
        this.desk = desk;
        this.recording = recording;
    }

    /** @param place where the text may lie meanwhile */
    Work filing(Path place) throws SQLException {
        String text = text();
        Path file = place.resolve("article.txt");
        try {
            Files.createDirectories(place);
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        String deadline = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
        String body = "{\"desk\":\"/desks/courts\",\"deadline\":\"%s\",\"text\":\"%s\"}".formatted(deadline,
                text.replace("\n", "\\n"));
        return new Work(FILE, Map.of("work", "file", "as", "editor", "visitors", "1", "text", file.toString(), "until",
                deadline), () -> List.of("one"),
                List.of(new Floor.Target(List.of(recorded("edith", "/api/v1/articles", body)), 0)), true);
    }

    private static String text() {
        Words words = new Words(new SplittableRandom(3));
        StringBuilder text = new StringBuilder("An article of four thousand words");
        int written = 0;
        for (int sentence = 0; written < WORDS; sentence++) {
            String next = words.sentence();
            written += next.split(" ").length;
            text.append(sentence % IN_PARAGRAPH == 0 ? "\n\n" : " ").append(next);
        }
        return text.toString();
    }

    /** Of the last five weeks of the archive. The floor's are undone: until the seed of one is there no other is taken. */
    Work drawing() throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String from = now.minus(35, ChronoUnit.DAYS).toString();
        String body = "{\"from\":\"%s\",\"until\":\"%s\",\"size\":5}".formatted(from, now);
        return new Work(DRAW,
                Map.of("work", "draw", "as", "standards", "visitors", "1", "from", from, "until", now.toString()),
                () -> List.of("one"),
                List.of(new Floor.Target(List.of(recorded("stella", "/api/v1/audits/draws", body)), 0, true)), true);
    }

    /** Again and again until it is the same twice. */
    private Recipe recorded(String who, String path, String body) throws SQLException {
        List<Transaction> before = List.of();
        Recipe.Known known = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Transaction> now = recording.of(() -> desk.post(who, path, body));
            Recipe.Known its = Recipe.Known.after(superuser, 0, now);
            if (known != null && Recording.shape(now).equals(Recording.shape(before))) {
                return Recipe.of(before, known, now, its);
            }
            before = now;
            known = its;
            Awaitility.await().pollDelay(SETTLED).atMost(SETTLED.multipliedBy(2)).until(() -> true);
        }
        throw new IllegalStateException("never the same twice: " + Recording.shape(before));
    }
}
