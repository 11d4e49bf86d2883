package org.claimdesk.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Deletes what an ended instance has left half done: uploads, which are as they came and may be of somebody who is to be
 * protected, and drafts. Other instances may be at work in the same directories, so only what nobody has written to for a
 * while goes: the longest that a request waits for its next byte is a minute.
 */
@ApplicationScoped
class Leftovers {

    /** Far longer than a request is silent, or a capture. */
    static final Duration UNTOUCHED = Duration.ofMinutes(15);
    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    private final List<Path> directories;
    private final Clock clock;

    Leftovers(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path uploads,
            @ConfigProperty(name = "claimdesk.evidence.directory") Path evidence, Clock clock) {
        directories = List.of(uploads, evidence.resolve("incoming"));
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clear() {
        Instant before = clock.instant().minus(UNTOUCHED);
        long gone = directories.stream().filter(Files::isDirectory).mapToLong(one -> clear(one, before)).sum();
        if (gone > 0) {
            LOG.infof("%d files that an ended instance had left half done are deleted", gone);
        }
    }

    private static long clear(Path directory, Instant before) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> old(file, before)).filter(Leftovers::deleted).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean old(Path file, Instant before) {
        try {
            return Files.isRegularFile(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException done) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
