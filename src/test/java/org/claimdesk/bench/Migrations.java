package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The schema as its migrations make it. */
final class Migrations {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private Migrations() {}

    /** The same for the same migrations. */
    static String digest() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(file.getFileName()).append('\n').append(Files.readString(file));
            }
            return Annals.hex(Annals.sha256(all.toString())).substring(2, 18);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
