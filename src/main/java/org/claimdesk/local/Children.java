package org.claimdesk.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The processes that were started here, written down so that a next start finds what a kill -9 has left. */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;
    private final Path logs;

    Children(Path directory, Path logs) {
        this.directory = directory;
        this.logs = logs;
    }

    /**
     * Starts a process; what it prints goes to its log.
     *
     * @param environment what it has beside our own environment
     */
    Process start(String name, List<String> command, Map<String, String> environment, Path workingDirectory) {
        try {
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.to(log(name).toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            note(name, process.toHandle());
            return process;
        } catch (IOException failed) {
            throw new LocalProblem("%s cannot be started: %s".formatted(name, failed.getMessage()), failed);
        }
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** Writes down a process that another has started for us. */
    void note(String name, ProcessHandle process) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".pid"), process.pid() + " " + started(process).toEpochMilli());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Ends what an earlier run has left: the service first, the database last. @return how many */
    int endLeftovers() {
        int ended = 0;
        for (String name : List.of("service", "keycloak", "postgres")) {
            Optional<ProcessHandle> left = left(name);
            if (left.isPresent()) {
                end(left.get());
                ended++;
            }
            forget(name);
        }
        return ended;
    }

    /** Asks a process to end, and ends it when it does not. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!ends(process)) {
            process.destroyForcibly();
            if (!ends(process)) {
                throw new LocalProblem("Process %d does not end; end it yourself.".formatted(process.pid()));
            }
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + ".pid"));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The process that was written down, if it is still the same one: numbers are used again. */
    private Optional<ProcessHandle> left(String name) {
        Path file = directory.resolve(name + ".pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] noted = Files.readString(file).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(noted[0]))
                    .filter(process -> started(process).toEpochMilli() == Long.parseLong(noted[1]));
        } catch (IOException | RuntimeException unreadable) {
            throw new LocalProblem("%s cannot be read. End what it names, then delete it.".formatted(file), unreadable);
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** The last lines of a log, for the terminal. */
    String tail(String name, int lines) {
        try (Stream<String> all = Files.lines(log(name))) {
            List<String> read = all.toList();
            return String.join("\n", read.subList(Math.max(0, read.size() - lines), read.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "(its log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
