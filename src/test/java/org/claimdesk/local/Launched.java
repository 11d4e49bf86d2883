package org.claimdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@link Local} in a process of its own, as {@code mvn -Prun} starts it, and what it says. */
final class Launched implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Claimdesk +(http://localhost:\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path said;

    private Launched(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param place where data, logs and Keycloak's distribution are */
    static Launched start(Path place, Map<String, String> environment) {
        try {
            Path said = Files.createTempFile(Files.createDirectories(place), "said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dclaimdesk.local.directory=" + place,
                    "-Dclaimdesk.keycloak.version=" + System.getProperty("claimdesk.keycloak.version"),
                    "-Dclaimdesk.build.directory=" + Path.of(System.getProperty("claimdesk.build.directory"))
                            .toAbsolutePath(),
                    "-Dclaimdesk.project.directory=" + Path.of("").toAbsolutePath(),
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp", classpath(),
                    "org.claimdesk.local.Local")).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CLAIMDESK_"));
            builder.environment().putAll(environment);
            return new Launched(builder.start(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ours without the tests. */
    private static String classpath() {
        String ours = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(ours.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it has printed where the pages are. */
    String address() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive() || said().contains("Sign in")).as("it runs: %s", said()).isTrue();
            return said().contains("Stop        Ctrl-C");
        });
        Matcher address = ADDRESS.matcher(said());
        assertThat(address.find()).as(said()).isTrue();
        return address.group(1);
    }

    String said() {
        try {
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until it has ended. @return its status */
    int status() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends: %s", said()).isTrue();
        return process.exitValue();
    }

    /** SIGTERM. */
    void end() {
        process.destroy();
    }

    /** SIGKILL, to it alone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            Children.end(process.toHandle());
        }
    }
}
