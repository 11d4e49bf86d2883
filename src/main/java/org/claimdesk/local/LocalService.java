package org.claimdesk.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged service, as a process of its own. */
final class LocalService implements AutoCloseable {

    /** As docker/Dockerfile starts it; the heap is what a container of one gigabyte has (docs/operating.md, Memory). */
    static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    static final Map<String, String> MALLOC = Map.of("MALLOC_ARENA_MAX", "2");
    private static final String HEAP = "-Xmx256m";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(MALLOC);
        all.put("CLAIMDESK_HOST", "127.0.0.1");
        all.put("CLAIMDESK_PORT", Integer.toString(port));
        all.put("CLAIMDESK_MANAGEMENT_HOST", "127.0.0.1");
        all.put("CLAIMDESK_MANAGEMENT_PORT", Integer.toString(managementPort));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, HEAP));
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", build.resolve("quarkus-app/quarkus-run.jar").toString()));
        Process process = children.start("service", command, all, build);
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
        Waiting.until("http://localhost:" + managementPort + "/q/health/ready", process, PATIENCE, "The service",
                "service", children);
    }

    @Override
    public void close() {
        Children.end(process.toHandle());
    }
}
