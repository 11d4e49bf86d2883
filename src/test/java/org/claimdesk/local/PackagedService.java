package org.claimdesk.local;

import java.nio.file.Path;
import java.util.Map;

/** The packaged service in a process of its own, which can be killed and started again on the same ports and data. */
public final class PackagedService implements AutoCloseable {

    private final Children children;
    private final Map<String, String> environment;
    private final int port = Ports.any();
    private final int managementPort = Ports.any();
    private LocalService running;

    private PackagedService(Path place, Map<String, String> environment) {
        this.children = new Children(place.resolve("run"), place.resolve("log"));
        this.environment = environment;
    }

    static PackagedService start(Path place, Map<String, String> environment) {
        PackagedService service = new PackagedService(place, environment);
        service.children.endLeftovers();
        service.start();
        return service;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** Where health and metrics are. */
    public String management() {
        return "http://localhost:" + managementPort;
    }

    /** As {@code kill -9} does: nothing is finished, nobody is told. */
    public void kill() {
        running.process().destroyForcibly().onExit().join();
    }

    /** Starts it and waits until it is ready. */
    public void start() {
        Path build = Path.of(System.getProperty("claimdesk.build.directory")).toAbsolutePath();
        running = LocalService.start(build, port, managementPort, environment, children);
        try {
            running.await(children);
        } catch (LocalProblem problem) {
            running.close();
            throw problem;
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
