package org.claimdesk.ledger.tree;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Puts the newest checkpoint where others keep it: a file, such as one on a medium that is written once, and an address that
 * takes it by POST. Whoever has an old one can show that nothing before it was changed.
 */
@ApplicationScoped
class Pushing {

    private static final Logger LOG = Logger.getLogger(Pushing.class);
    private static final int REFUSED = 400;

    private final Checkpoints checkpoints;
    private final WitnessCall call;
    private final Optional<Path> file;
    private final Optional<URI> address;
    private String sent = "";

    Pushing(Checkpoints checkpoints, WitnessCall call,
            @ConfigProperty(name = "claimdesk.ledger.push-file") Optional<String> file,
            @ConfigProperty(name = "claimdesk.ledger.push-address") Optional<String> address) {
        this.checkpoints = checkpoints;
        this.call = call;
        this.file = file.filter(set -> !set.isBlank()).map(Path::of);
        this.address = address.filter(set -> !set.isBlank()).map(URI::create);
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        push(file, address);
    }

    void push(Optional<Path> toFile, Optional<URI> toAddress) {
        if (toFile.isEmpty() && toAddress.isEmpty()) {
            return;
        }
        String note = checkpoints.newest().map(Signed::note).orElse(sent);
        if (note.equals(sent)) {
            return;
        }
        try {
            if (toFile.isPresent()) {
                write(toFile.get(), note);
            }
            if (toAddress.isPresent() && call.post(toAddress.get(), note).status() >= REFUSED) {
                throw new IOException(toAddress.get() + " refuses it");
            }
            sent = note;
        } catch (IOException failed) {
            LOG.warnf("The checkpoint was not pushed, and will be again: %s", failed.getMessage());
        }
    }

    /** Whole or not at all: whoever reads it never sees half a note. */
    private static void write(Path file, String note) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, note);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
