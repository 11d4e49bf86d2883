package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.tika.Tika;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Content by its SHA-256 in a directory. What is once in it is never changed. */
@ApplicationScoped
public class ContentStore {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK = 1 << 16;

    private final Path directory;
    private final long most;
    private final Tika types = new Tika();

    ContentStore(@ConfigProperty(name = "claimdesk.evidence.directory") Path directory,
            @ConfigProperty(name = "claimdesk.evidence.max-file-size") MemorySize most) {
        this.directory = directory;
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
     * @throws Problem too large, before more than the limit is read; bad input where it is empty
     */
    public Stored keep(InputStream content, String name) throws IOException {
        Path part = draft();
        try {
            MessageDigest sha256 = Sha256.begun();
            long size = copy(new DigestInputStream(content, sha256), part);
            if (size == 0) {
                throw Problem.badInput("file", "The file is empty.");
            }
            String digest = HexFormat.of().formatHex(sha256.digest());
            String mediaType;
            try (InputStream read = Files.newInputStream(part)) {
                mediaType = types.detect(read, name);
            }
            place(part, digest);
            return new Stored(digest, size, mediaType);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * A new, empty file beside the store, for content that is made here bit by bit. Whoever asks for it gives it to
     * {@link #keep(Path, String)} or deletes it.
     */
    public Path draft() throws IOException {
        return Files.createTempFile(Files.createDirectories(directory.resolve("incoming")), "part", null);
    }

    /**
     * Keeps a draft, of any size: synced to disk and only then given its name. The draft is gone then.
     *
     * @param mediaType what it is
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
        sync(draft, StandardOpenOption.WRITE);
        String digest = HexFormat.of().formatHex(sha256.digest());
        place(draft, digest);
        Files.deleteIfExists(draft);
        return new Stored(digest, size, mediaType);
    }

    private void place(Path part, String digest) throws IOException {
        Path place = place(digest);
        if (!Files.exists(place)) {
            Files.createDirectories(place.getParent());
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            sync(place.getParent(), StandardOpenOption.READ);
            sync(directory, StandardOpenOption.READ);
        }
    }

    /** The content of this digest, if it is there. */
    public Optional<Path> find(String digest) {
        Path place = place(digest);
        return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
    }

    /** The digests of all content, by the names of its files. */
    Set<String> digests() throws IOException {
        Set<String> digests = new TreeSet<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory, 2)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> DIGEST.matcher(name).matches())
                        .forEach(digests::add);
            }
        }
        return digests;
    }

    /** What the content of a file is now. */
    static String digest(Path file) throws IOException {
        MessageDigest sha256 = Sha256.begun();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private long copy(InputStream content, Path part) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(file);
            byte[] chunk = new byte[CHUNK];
            long size = 0;
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                size += read;
                if (size > most) {
                    throw Problem
                            .tooLarge("The file is larger than %,d MB, the most that is taken.".formatted(most >> 20));
                }
                out.write(chunk, 0, read);
            }
            file.force(true);
            return size;
        }
    }

    private Path place(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
        return directory.resolve(digest.substring(0, 2)).resolve(digest);
    }

    /** A new name is on disk only once its directory is. */
    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
