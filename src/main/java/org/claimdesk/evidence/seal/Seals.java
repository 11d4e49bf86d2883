package org.claimdesk.evidence.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.apache.tika.Tika;
import org.claimdesk.content.ContentStore;
import org.claimdesk.content.Sha256;
import org.claimdesk.content.Stored;
import org.claimdesk.problem.Problem;
import org.jboss.logging.Logger;

/** Seals who was interviewed, and opens it again; keeps recordings encrypted. Who may have it opened is decided elsewhere. */
@ApplicationScoped
public class Seals {

    private static final Logger LOG = Logger.getLogger(Seals.class);
    private static final String ENCRYPTED = "application/octet-stream";
    private final SealKeys keys;
    private final ContentStore store;
    private final EntityManager database;
    private final ObjectMapper json;
    private final Tika types = new Tika();

    Seals(SealKeys keys, ContentStore store, EntityManager database, ObjectMapper json) {
        this.keys = keys;
        this.store = store;
        this.database = database;
        this.json = json;
    }

    /**
     * Keeps a recording in the store, encrypted on the way with a key of its own: of what comes, nothing is written down.
     *
     * @param size of it, in bytes
     * @throws Problem unavailable where there is no key to seal with, bad input where it is empty, too large
     */
    public Recording keep(InputStream recording, long size, String name) throws IOException {
        keys.require();
        if (size > store.most()) {
            throw Problem
                    .tooLarge("The file is larger than %,d MB, the most that is taken.".formatted(store.most() >> 20));
        }
        byte[] key = Envelope.newKey();
        MessageDigest sha256 = Sha256.begun();
        Path draft = store.draft();
        try (InputStream in = new BufferedInputStream(new DigestInputStream(recording, sha256), 1 << 16)) {
            String mediaType = types.detect(in, name);
            long read;
            try (OutputStream out = Envelope.encrypting(Files.newOutputStream(draft), key)) {
                read = in.transferTo(out);
            }
            if (read == 0) {
                throw Problem.badInput("file", "The file is empty.");
            }
            Stored encrypted = store.keep(draft, ENCRYPTED);
            return new Recording(encrypted,
                    new Stored(HexFormat.of().formatHex(sha256.digest()), read, mediaType), name, key);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Seals who it was. MUST be called within the act that attaches the evidence.
     *
     * @param recording encrypted by {@link #keep}, or null
     * @return SHA-256 of what was sealed, hexadecimal: a commitment to it that tells nothing
     * @throws Problem unavailable where there is no key
     */
    public String seal(long claim, long evidence, Identity who, Recording recording) {
        byte[] contents = Contents.of(who, recording).written(json);
        byte[] commitment = Sha256.of(contents);
        Envelope envelope = Envelope.around(contents, place(claim, evidence), keys.newest());
        database.persist(Seal.of(evidence, envelope, commitment, recording == null ? null : recording.content()));
        return HexFormat.of().formatHex(commitment);
    }

    /**
     * What was sealed. It never shows itself.
     *
     * @param recording null where there is none; its name, type and size
     */
    public record Opened(Identity who, Played recording) {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** A recording out of its seal. @param size in bytes */
    public record Played(String name, String mediaType, long size) {

        @Override
        public String toString() {
            return "Played";
        }
    }

    /** @throws Problem absent where there is no seal; unavailable where its key is not set up here, or does not fit */
    public Opened open(long claim, long evidence) {
        Contents contents = contents(claim, evidence);
        Contents.Tape tape = contents.recording();
        return new Opened(contents.who(),
                tape == null ? null : new Played(tape.name(), tape.mediaType(), tape.size()));
    }

    /**
     * The recording as it came; reading fails where it was changed.
     *
     * @throws Problem as {@link #open}; absent where there is none; unavailable where the store has lost it
     */
    public InputStream recording(long claim, long evidence) throws IOException {
        Contents.Tape tape = contents(claim, evidence).recording();
        if (tape == null) {
            throw Problem.absent("There is no recording in this seal.");
        }
        InputStream encrypted = store.open(found(evidence).recording())
                .orElseThrow(() -> Problem.unavailable("The recording is missing from the store.", null));
        return Envelope.decrypting(encrypted, tape.key());
    }

    private Contents contents(long claim, long evidence) {
        Envelope envelope = found(evidence).envelope();
        try {
            return Contents.read(envelope.opened(place(claim, evidence), keys.named(envelope.keyId())), json);
        } catch (GeneralSecurityException wrong) {
            LOG.errorf("the seal of evidence %d does not open with key %s", evidence, envelope.keyId());
            throw Problem.unavailable(
                    "This seal does not open: its key is another, or it was changed. Tell whoever runs Claimdesk.",
                    null);
        }
    }

    private Seal found(long evidence) {
        Seal seal = database.find(Seal.class, evidence);
        if (seal == null) {
            throw Problem.absent("Evidence " + evidence + " is not sealed.");
        }
        return seal;
    }

    private static String place(long claim, long evidence) {
        return claim + "/" + evidence;
    }
}
