package org.claimdesk.standards.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.claimdesk.problem.NoRoom;
import org.claimdesk.problem.Problem;

/**
 * Writes an export whole into a file before its first byte is sent: whoever reads slowly holds no connection to the
 * database, and whoever gets half of one has lost theirs, not met an error. The file is gone once it is closed.
 */
final class Spool {

    private Spool() {}

    /** What writes it. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** @throws Problem unavailable where there is no room for the file */
    static InputStream of(Writer writer) {
        Path file = null;
        try {
            file = Files.createTempFile("export-", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writer.write(out);
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | UncheckedIOException failed) {
            remove(file);
            if (NoRoom.in(failed)) {
                throw Problem.unavailable("There is no room to write the export. Tell whoever runs Claimdesk.", failed);
            }
            throw failed instanceof UncheckedIOException own ? own : new UncheckedIOException((IOException) failed);
        } catch (RuntimeException failed) {
            remove(file);
            throw failed;
        }
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
