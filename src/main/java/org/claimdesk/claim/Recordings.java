package org.claimdesk.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.seal.Recording;
import org.claimdesk.evidence.seal.SealKeys;
import org.claimdesk.evidence.seal.Seals;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/** Keeps the recording that is sent with an interview: as it came, or encrypted where the interview is sealed. */
@ApplicationScoped
public class Recordings {

    private final ContentStore store;
    private final Seals seals;
    private final SealKeys keys;

    Recordings(ContentStore store, Seals seals, SealKeys keys) {
        this.store = store;
        this.seals = seals;
        this.keys = keys;
    }

    /**
     * Before the act's transaction, so that it does not wait for a large file.
     *
     * @param file where it lies until the request ends; null, or without a name, where none was sent
     * @return null for none
     * @throws Problem bad input, too large, or unavailable where it is to be sealed and there is no key
     */
    public Recording keep(Path file, String name, boolean sealed) {
        if (sealed) {
            keys.require();
        }
        if (file == null || Input.blank(name)) {
            return null;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return sealed
                    ? seals.keep(content, Files.size(file), name)
                    : Recording.open(store.keep(content, name), name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
