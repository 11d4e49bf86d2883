package org.claimdesk.evidence.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pictures of pages and the recordings that were made to be looked at, by digest, in a directory. All of it can be made
 * again, so the oldest goes where there is too much; it need not be saved, nor shared by instances.
 */
@ApplicationScoped
class Pictures {

    /** A picture of ours is smaller; what is larger was not made by us. */
    private static final long LARGEST = 16 << 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final Path directory;
    private final long most;

    /** @param most bytes that may lie in it */
    Pictures(@ConfigProperty(name = "claimdesk.preview.directory") Path directory,
            @ConfigProperty(name = "claimdesk.preview.most") MemorySize most) {
        this.directory = directory;
        this.most = most.asLongValue();
    }

    /** The picture of a page, if it has been made. */
    Optional<Path> page(String digest, int page) {
        return found(place(digest, "p" + page));
    }

    /** Why there is no picture of a page, if it has been tried. */
    Optional<String> unseen(String digest, int page) {
        return found(place(digest, "n" + page)).map(why -> {
            try {
                return Files.readString(why);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    Optional<Path> sound(String digest) {
        return found(place(digest, "sound"));
    }

    /**
     * Takes over a picture that was made.
     *
     * @throws IOException where it is none of the two kinds that are made
     */
    void keepPage(String digest, int page, Path made) throws IOException {
        if (Files.size(made) > LARGEST || type(made) == null) {
            throw new IOException("that is no picture of ours");
        }
        move(made, place(digest, "p" + page));
    }

    void keepUnseen(String digest, int page, String why, Path in) throws IOException {
        move(Files.writeString(in.resolve("why"), why), place(digest, "n" + page));
    }

    void keepSound(String digest, Path copy) throws IOException {
        move(copy, place(digest, "sound"));
    }

    /** A directory to work in, empty; whoever asks for it clears it. */
    Path desk() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(directory.resolve("work")), "look");
    }

    static void clear(Path desk) {
        try (Stream<Path> files = Files.walk(desk)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** The media type of a picture by how it begins, one of two; null for anything else. */
    static String type(Path picture) throws IOException {
        try (InputStream in = Files.newInputStream(picture)) {
            byte[] start = in.readNBytes(PNG.length);
            return begins(start, PNG) ? "image/png" : begins(start, JPEG) ? "image/jpeg" : null;
        }
    }

    /**
     * Removes what was longest not looked at, until as much lies here as may, and work that was left by a killed instance.
     *
     * @param stale work older than this is nobody's
     */
    void prune(Instant stale) throws IOException {
        record Kept(Path file, FileTime at, long size) {}
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        List<Kept> kept = new ArrayList<>();
        for (Path file : files) {
            kept.add(new Kept(file, Files.getLastModifiedTime(file), Files.size(file)));
        }
        kept.sort(Comparator.comparing(Kept::at));
        long size = kept.stream().mapToLong(Kept::size).sum();
        Path work = directory.resolve("work");
        for (Kept one : kept) {
            boolean left = one.file().startsWith(work) && one.at().toInstant().isBefore(stale);
            if (left || size > most && !one.file().startsWith(work)) {
                Files.deleteIfExists(one.file());
                size -= one.size();
            }
        }
    }

    /** Says that it was looked at, so that it stays. */
    static void touch(Path file, Instant now) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (NoSuchFileException pruned) {
            // It has gone this moment, and is made again when it is asked for next.
            return;
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static Optional<Path> found(Path place) {
        return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
    }

    private Path place(String digest, String what) {
        return directory.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest + "-" + what);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
