package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.tika.Tika;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Content by its SHA-256, in a directory or in S3-compatible storage. What is once in it is never changed. It is written to
 * a file of this machine, synced, and only then placed under its digest.
 */
@ApplicationScoped
public class ContentStore {

    private static final int CHUNK = 1 << 16;

    private final Shelf shelf;
    private final Incoming incoming;
    private final long most;
    private final Tika types = new Tika();

    ContentStore(Shelf shelf, Incoming incoming,
            @ConfigProperty(name = "claimdesk.evidence.max-file-size") MemorySize most) {
        this.shelf = shelf;
        this.incoming = incoming;
        this.most = most.asLongValue();
    }

    /** The largest file that is taken, in bytes. */
    public long most() {
        return most;
    }

    /**
     * Keeps content: read once, digested on the way, synced to disk and only then given its name.
     *
     * @param name the file's name, a hint for its type where the content does not tell
     * @throws Problem     too large, before more than the limit is read; bad input where it is empty; unavailable where the
     *                     store is full, away or broken: nothing is left of it then
     * @throws IOException where the content cannot be read
     */
    public Stored keep(InputStream content, String name) throws IOException {
        Path part = draft();
        try {
            MessageDigest sha256 = Sha256.begun();
            long size = copy(content, sha256, part);
            if (size == 0) {
                throw Problem.badInput("file", "The file is empty.");
            }
            String mediaType;
            try (InputStream read = Files.newInputStream(part)) {
                mediaType = types.detect(read, name);
            }
            return place(part, sha256, size, mediaType);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * A new, empty file beside the store, for content that is made here bit by bit. Whoever asks for it gives it to
     * {@link #keep(Path, String)} or deletes it.
     *
     * @throws Problem unavailable where there is no room for it
     */
    public Path draft() {
        try {
            return incoming.draft();
        } catch (IOException unwritable) {
            throw incoming.refusal(unwritable);
        }
    }

    /**
     * Keeps a draft, of any size: synced to disk and only then given its name. The draft is gone then.
     *
     * @param mediaType what it is
     * @throws Problem unavailable where the store is full, away or broken; the draft is still there then
     */
    public Stored keep(Path draft, String mediaType) throws IOException {
        MessageDigest sha256 = Sha256.begun();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (InputStream content = Files.newInputStream(draft)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                sha256.update(chunk, 0, read);
                size += read;
            }
        }
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        } catch (IOException unwritable) {
            throw incoming.refusal(unwritable);
        }
        Stored stored = place(draft, sha256, size, mediaType);
        Files.deleteIfExists(draft);
        return stored;
    }

    private Stored place(Path part, MessageDigest sha256, long size, String mediaType) {
        String digest = HexFormat.of().formatHex(sha256.digest());
        try {
            shelf.place(part, digest, size);
        } catch (IOException unwritable) {
            throw incoming.refusal(unwritable);
        }
        return new Stored(digest, size, mediaType);
    }

    /** Why a draft could not be written, in words for a person. */
    public Problem refusal(IOException failed) {
        return incoming.refusal(failed);
    }

    /** @throws Problem unavailable where the store cannot be read */
    boolean has(String digest) {
        try {
            return shelf.size(digest).isPresent();
        } catch (IOException away) {
            throw unreadable(away);
        }
    }

    /**
     * The content of this digest, if it is there; to be closed. Reading what is damaged fails before its end with
     * {@link Damaged}.
     *
     * @throws Problem unavailable where the store cannot be read
     */
    public Optional<InputStream> open(String digest) {
        try {
            return shelf.open(digest).map(content -> new Verified(content, digest));
        } catch (IOException away) {
            throw unreadable(away);
        }
    }

    /**
     * The content of this digest as a file of this machine, if it is there, to be opened at once. It is not verified.
     *
     * @throws Problem unavailable where the store cannot be read
     */
    public Optional<Path> find(String digest) {
        try {
            return shelf.file(digest);
        } catch (IOException away) {
            throw unreadable(away);
        }
    }

    private static Problem unreadable(IOException away) {
        return Problem.unavailable("The store of files cannot be read at the moment.", away);
    }

    /** Reading fails because of whoever sends; writing because of us, and is said in our words. */
    private long copy(InputStream content, MessageDigest sha256, Path part) throws IOException {
        try (FileChannel file = opened(part)) {
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > most) {
                    throw Problem
                            .tooLarge("The file is larger than %,d MB, the most that is taken.".formatted(most >> 20));
                }
                sha256.update(chunk, 0, read);
                write(file, ByteBuffer.wrap(chunk, 0, read));
            }
            sync(file);
            return size;
        }
    }

    private FileChannel opened(Path part) {
        try {
            return FileChannel.open(part, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw incoming.refusal(unwritable);
        }
    }

    private void write(FileChannel file, ByteBuffer piece) {
        try {
            while (piece.hasRemaining()) {
                file.write(piece);
            }
        } catch (IOException unwritable) {
            throw incoming.refusal(unwritable);
        }
    }

    private void sync(FileChannel file) {
        try {
            file.force(true);
        } catch (IOException unwritable) {
            throw incoming.refusal(unwritable);
        }
    }
}
