package org.claimdesk.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The packaged service, as a process of its own. */
final class LocalService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Process process;
    private final int port;
    private final int managementPort;

    private LocalService(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** @param build the build directory, with the packaged service in it */
    static LocalService start(Path build, int port, int managementPort, Map<String, String> environment,
            Children children) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("CLAIMDESK_HOST", "127.0.0.1");
        all.put("CLAIMDESK_PORT", Integer.toString(port));
        all.put("CLAIMDESK_MANAGEMENT_HOST", "127.0.0.1");
        all.put("CLAIMDESK_MANAGEMENT_PORT", Integer.toString(managementPort));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = children.start("service",
                List.of(java, "-Xmx256m", "-jar", build.resolve("quarkus-app/quarkus-run.jar").toString()), all, build);
        return new LocalService(process, port, managementPort);
    }

    String address() {
        return "http://localhost:" + port;
    }

    Process process() {
        return process;
    }

    /** @throws LocalProblem where it ends or is not ready in two minutes */
    void await(Children children) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new LocalProblem(
                        "The service has ended:\n" + children.tail("service", 20) + "\nIts log: "
                                + children.log("service"));
            }
            if (ready(client, request)) {
                return;
            }
            Pause.of(BETWEEN);
        }
        throw new LocalProblem("The service is not ready. Its log: " + children.log("service"));
    }

    private static boolean ready(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted.");
        }
    }

    @Override
    public void close() {
        Children.end(process.toHandle());
    }
}
