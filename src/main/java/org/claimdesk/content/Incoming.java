package org.claimdesk.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.problem.NoRoom;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files on this machine that are being written. What is left of them when the service is killed goes after a while. */
@ApplicationScoped
class Incoming {

    /** Less than this is no room. */
    private static final long SCRAP = 1 << 16;

    private final Path directory;

    Incoming(@ConfigProperty(name = "claimdesk.evidence.directory") Path evidence) {
        this.directory = evidence.resolve("incoming");
    }

    /** A new, empty file. */
    Path draft() throws IOException {
        return Files.createTempFile(there(), "part", null);
    }

    /** Where a copy of content is kept for as long as it is used. */
    Path copy(String digest) throws IOException {
        return there().resolve("copy-" + digest);
    }

    /** How much more can be written, in bytes. */
    long room() throws IOException {
        return Files.getFileStore(there()).getUsableSpace();
    }

    private Path there() throws IOException {
        return Files.createDirectories(directory);
    }

    /** Why something could not be written or placed, in words for a person. */
    Problem refusal(IOException failed) {
        if (NoRoom.in(failed) || full()) {
            return NoRoom.problem(failed);
        }
        if (failed instanceof BucketAway) {
            return Problem.unavailable(
                    "The store of files cannot be reached. Nothing was kept; try again in a moment.", failed);
        }
        return Problem.unavailable("The store of files cannot be written. Nothing was kept; try again in a moment.",
                failed);
    }

    /** For systems that speak another language than English. */
    private boolean full() {
        try {
            return room() < SCRAP;
        } catch (IOException unknown) {
            return false;
        }
    }
}
