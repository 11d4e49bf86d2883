package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What one person does now and then, and waits for: filing an article, drawing verdicts for an audit. */
final class Once {

    static final String FILE = "file 4,000 words";
    private static final int WORDS = 4_000;
    private static final int IN_PARAGRAPH = 6;

    private Once() {}

    /** @param place where the text may lie meanwhile */
    static Work filing(Path place) {
        Words words = new Words(new SplittableRandom(3));
        StringBuilder text = new StringBuilder("An article of four thousand words");
        int written = 0;
        for (int sentence = 0; written < WORDS; sentence++) {
            String next = words.sentence();
            written += next.split(" ").length;
            text.append(sentence % IN_PARAGRAPH == 0 ? "\n\n" : " ").append(next);
        }
        Path file = place.resolve("article.txt");
        try {
            Files.createDirectories(place);
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        String deadline = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
        return new Work(FILE, Map.of("work", "file", "as", "editor", "visitors", "1", "text", file.toString(), "until",
                deadline), () -> List.of("one"), List.of(), true);
    }

    /** Of the last five weeks of the archive. */
    static Work drawing() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Work("audit draw",
                Map.of("work", "draw", "as", "standards", "visitors", "1", "from", now.minus(35, ChronoUnit.DAYS)
                        .toString(), "until", now.toString()),
                () -> List.of("one"), List.of(), true);
    }
}
