package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Content as files of a directory that all instances share. */
final class DirectoryShelf implements Shelf {

    private final Path directory;

    DirectoryShelf(Path directory) {
        this.directory = directory;
    }

    @Override
    public void place(Path draft, String digest, long size) throws IOException {
        Path place = placed(digest);
        Files.createDirectories(place.getParent());
        if (!OptionalLong.of(size).equals(size(digest))) {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        }
        // A name is on disk only once its directory is, and whoever put it there may not have come that far.
        sync(place.getParent());
        sync(directory);
    }

    @Override
    public Optional<InputStream> open(String digest) throws IOException {
        try {
            return Optional.of(Files.newInputStream(placed(digest)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(String digest) throws IOException {
        Path place = placed(digest);
        return Files.isRegularFile(place) ? OptionalLong.of(Files.size(place)) : OptionalLong.empty();
    }

    @Override
    public Optional<Path> file(String digest) {
        return Optional.of(placed(digest)).filter(Files::isRegularFile);
    }

    @Override
    public Map<String, Long> all() throws IOException {
        Map<String, Long> all = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory, 2)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    if (Digest.is(name) && file.equals(placed(name))) {
                        all.put(name, Files.size(file));
                    }
                }
            }
        }
        return all;
    }

    @Override
    public void check() throws IOException {
        if (!Files.isWritable(Files.createDirectories(directory))) {
            throw new IOException("the directory of evidence cannot be written");
        }
    }

    private Path placed(String digest) {
        return directory.resolve(Digest.place(digest));
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
