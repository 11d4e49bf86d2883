package org.claimdesk.content;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.claimdesk.local.FreePort;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that speaks S3 in a process of its own, which can be ended and started again, and what it keeps on disk. */
public final class S3Server implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    public static final String KEY = "the-newsroom";
    public static final String SECRET = "wJalrXUtnFEMI-never-to-be-seen";
    public static final String REGION = "eu-central-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int port = FreePort.any();
    private final int securePort = FreePort.any();
    private Process process;
    private int buckets;

    private S3Server(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** @param directory for what it keeps; what an earlier run has left there is deleted */
    public static S3Server start(Path directory) {
        S3Server server = new S3Server(directory);
        try {
            if (Files.exists(server.directory)) {
                try (Stream<Path> old = Files.walk(server.directory)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(server.directory.resolve("data"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.start();
        return server;
    }

    public void start() {
        try {
            process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar",
                    Path.of("target", "s3", "s3mock.jar").toAbsolutePath().toString(),
                    "--server.address=127.0.0.1", "--server.port=" + securePort,
                    "--com.adobe.testing.s3mock.httpPort=" + port,
                    "--com.adobe.testing.s3mock.store.root=" + directory.resolve("data"),
                    "--com.adobe.testing.s3mock.store.retainFilesOnExit=true")).redirectErrorStream(true)
                    .redirectOutput(directory.resolve("said.txt").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await().atMost(PATIENCE).until(this::answers);
    }

    /** An answer, not just a connection: one of its two ports is open before the other can fail and end it. */
    private boolean answers() {
        try {
            HttpURLConnection asked = (HttpURLConnection) address().toURL().openConnection();
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server has ended: see " + directory, notYet);
            }
            return false;
        }
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    int port() {
        return port;
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    BucketSettings settings(String bucket) {
        return settings(bucket, address());
    }

    static BucketSettings settings(String bucket, URI endpoint) {
        return new Settings(Optional.of(bucket), Optional.of(endpoint), Optional.of(REGION), Optional.of(KEY),
                Optional.of(SECRET), true, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    /** A new, empty one. */
    public synchronized String bucket() {
        String name = "evidence-" + ++buckets;
        try (S3Client client = Bucket.client(settings(name))) {
            client.createBucket(create -> create.bucket(name));
        }
        return name;
    }

    /** The bytes of an object where the server keeps them. */
    Path onDisk(String bucket, byte[] content) {
        try (Stream<Path> all = Files.walk(directory.resolve("data").resolve(bucket))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Arrays.equals(Files.readAllBytes(file), content)) {
                    return file;
                }
            }
            throw new AssertionError("there is no such object in " + bucket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }

    record Settings(Optional<String> bucket, Optional<URI> endpoint, Optional<String> region, Optional<String> key,
            Optional<String> secret, boolean pathStyle, Duration connect, Duration silence, Duration whole)
            implements
                BucketSettings {}

    /** Hands out the one server that all tests of a run share. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == S3Server.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(S3Server.class, none -> start(Path.of("target", "s3", "server")),
                            S3Server.class);
        }
    }
}
