package org.claimdesk.evidence.preview;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.evidence.apart.Apart;
import org.claimdesk.evidence.apart.Findings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has hostile files read in a process of its own: a JVM with a limit on memory and time, an empty environment and nothing
 * of ours but the code. What breaks it breaks nothing here.
 */
@ApplicationScoped
class ReaderProcess {

    private static final List<String> LIMITS = List.of("-Xms16m", "-Xmx256m", "-Xss1m", "-XX:MaxMetaspaceSize=128m",
            "-XX:MaxDirectMemorySize=32m", "-XX:ReservedCodeCacheSize=32m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-Dlog4j2.StatusLogger.level=OFF",
            "-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider");
    /**
     * JPEG is decoded by native code that no setting of the JVM limits: a file of some hundred kB took 2.6 GB. So the kernel
     * does (setrlimit, RLIMIT_DATA), at 480,000 KiB with the heap. A JVM cannot say that of its child; a shell can.
     */
    private static final List<String> LIMITED = List.of("/bin/sh", "-c", "ulimit -d 480000 && exec \"$0\" \"$@\"");
    /** What -XX:+ExitOnOutOfMemoryError ends with. */
    private static final int OUT_OF_MEMORY = 3;
    private static final int BROKEN = 1;
    /** Where a JVM says that it broke. */
    private static final String ERROR = "broken";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Duration longest;

    /** @param longest that one file may take */
    ReaderProcess(@ConfigProperty(name = "claimdesk.preview.time") Duration longest) {
        this.longest = longest;
    }

    /**
     * Makes the text of a file and says how it can be shown.
     *
     * @param into an empty directory
     * @throws IOException where it failed here and not because of the file
     */
    Findings read(Path file, Path into) throws IOException {
        return run(into, "read", file.toString(), into.toString());
    }

    /** Makes pictures of pages, or the one of a picture, as {@code page-N} in the directory. */
    Findings picture(Path file, Path into, int first, int last) throws IOException {
        return run(into, "picture", file.toString(), into.toString(), Integer.toString(first), Integer.toString(last));
    }

    private Findings run(Path into, String what, String file, String to, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of(LIMITED.get(0)))) {
            command.addAll(LIMITED);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIMITS);
        command.addAll(List.of("-XX:ErrorFile=" + into.resolve(ERROR), "-Djava.io.tmpdir=" + to, "-Duser.home=" + to,
                "-Dpdfbox.fontcache=" + to, "-cp", code(),
                Apart.class.getName(), what, file, to, Long.toString(longest.toSeconds())));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).directory(into.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                return unseen("It takes longer than %d seconds to read.".formatted(longest.toSeconds()));
            }
            return switch (process.exitValue()) {
                case 0 -> Findings.read(into);
                case OUT_OF_MEMORY -> unseen("It takes more memory to read than a file may.");
                case Apart.TOO_LONG ->
                    unseen("It takes longer than %d seconds to read.".formatted(longest.toSeconds()));
                case BROKEN -> {
                    if (Files.exists(into.resolve(ERROR))) {
                        yield unseen("It takes more memory to read than a file may, or breaks what reads it.");
                    }
                    throw new IOException("reading ended with " + BROKEN);
                }
                default -> throw new IOException("reading ended with " + process.exitValue());
            };
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("the service is ending", ending);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Findings unseen(String why) {
        return Findings.none("application/octet-stream", why);
    }

    /** The class path of this service: of a package, the jars beside it. */
    private static String code() {
        String own = System.getProperty("java.class.path");
        if (!own.endsWith("quarkus-run.jar") || own.contains(File.pathSeparator)) {
            return Stream.of(own.split(File.pathSeparator))
                    .map(path -> Path.of(path).toAbsolutePath().toString())
                    .reduce((all, path) -> all + File.pathSeparator + path)
                    .orElseThrow();
        }
        Path root = Path.of(own).toAbsolutePath().getParent();
        return Stream.of("app", "lib/main", "lib/boot")
                .map(root::resolve)
                .filter(Files::isDirectory)
                .map(directory -> directory + File.separator + "*")
                .reduce((all, path) -> all + File.pathSeparator + path)
                .orElseThrow();
    }
}
