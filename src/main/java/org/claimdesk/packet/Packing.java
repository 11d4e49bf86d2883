package org.claimdesk.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.claimdesk.ledger.tree.Excerpts;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.NoRoom;
import org.claimdesk.problem.Problem;

/** Makes packets: closes the article's entries, waits for the ledger, and writes what one moment of the database has. */
@ApplicationScoped
class Packing {

    static final String ZIP = "application/zip";
    private static final int LONGEST_SECONDS = 3_600;
    private static final int TRIES = 3;

    private final Closing closing;
    private final Excerpts excerpts;
    private final PacketWriting writing;

    Packing(Closing closing, Excerpts excerpts, PacketWriting writing) {
        this.closing = closing;
        this.excerpts = excerpts;
        this.writing = writing;
    }

    /**
     * The packet, whole before its first byte is read: whoever gets half of one has lost the connection, not met an error.
     * The file it lies in is gone once it is closed.
     *
     * @param content whether the content of the evidence is wanted
     * @throws Problem absent where there is no such article; unavailable while its newest entries wait for their index, while
     *                 others act on it without a pause, or where there is no room
     */
    InputStream of(long article, boolean content, Acting who) {
        Path file = null;
        try {
            file = Files.createTempFile("packet-", ".zip");
            make(article, content, who, file);
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | UncheckedIOException full) {
            remove(file);
            if (NoRoom.in(full)) {
                throw Problem.unavailable("There is no room to write the packet. Tell whoever runs Claimdesk.", full);
            }
            throw full instanceof UncheckedIOException own ? own : new UncheckedIOException((IOException) full);
        } catch (RuntimeException failed) {
            remove(file);
            throw failed;
        }
    }

    /** Where somebody has acted between the closing and the writing, it is closed once more. */
    private void make(long article, boolean content, Acting who, Path file) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            closing.close(article, who);
            excerpts.settle(article);
            if (QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .call(() -> writing.write(article, content, file))) {
                return;
            }
        }
        throw Problem.unavailable("Others are at work on this article. Ask again.", null);
    }

    /** To be saved under the name of the article. */
    static Response answer(InputStream packet, long article) {
        return Response.ok(packet, ZIP)
                .header("Content-Disposition", "attachment; filename=\"packet-article-" + article + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
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
