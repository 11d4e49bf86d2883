package org.claimdesk.packet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.claimdesk.zip.Sum;

/** A file of a packet that is written bit by bit while others are, or whose size is not known before: on disk until then. */
final class Part implements AutoCloseable {

    private final Path file;
    private final Sum sum;

    Part() throws IOException {
        file = Files.createTempFile("packet-", ".part");
        try {
            sum = new Sum(new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException unwritable) {
            Files.deleteIfExists(file);
            throw unwritable;
        }
    }

    OutputStream out() {
        return sum;
    }

    /** What was written, whole. */
    Sum written() throws IOException {
        sum.close();
        return sum;
    }

    void into(OutputStream target) throws IOException {
        Files.copy(file, target);
    }

    @Override
    public void close() throws IOException {
        sum.close();
        Files.deleteIfExists(file);
    }
}
