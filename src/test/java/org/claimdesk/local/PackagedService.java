package org.claimdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged service in a process of its own, which can be killed and started again on the same ports and data. */
public final class PackagedService implements AutoCloseable {

    /** The settings with which a JVM is as the container's is, for what is measured. */
    public static final Map<String, String> AS_SHIPPED = Map.of("JDK_JAVA_OPTIONS", "");
    /** Otherwise it is up for minutes: too few for code to be compiled twice. */
    private static final Map<String, String> BRIEF = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    private final Children children;
    private final Map<String, String> environment;
    private final int port = FreePort.any();
    private final int managementPort = FreePort.any();
    private LocalService running;

    private PackagedService(Path place, Map<String, String> environment) {
        this.children = new Children(place.resolve("run"), place.resolve("log"));
        this.environment = new HashMap<>(BRIEF);
        this.environment.putAll(environment);
    }

    static PackagedService start(Path place, Map<String, String> environment) {
        PackagedService service = new PackagedService(place, environment);
        service.children.endLeftovers();
        service.start();
        return service;
    }

    /** One that is not started; for its commands alone. */
    static PackagedService none(Path place, Map<String, String> environment) {
        return new PackagedService(place, environment);
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** Where health and metrics are. */
    public String management() {
        return "http://localhost:" + managementPort;
    }

    /** The process that runs now. */
    public ProcessHandle process() {
        return running.process().toHandle();
    }

    /** What it has said since it was started last. */
    public String said() {
        try {
            return Files.readString(children.log("service"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a command of the package said, and the code it ended with. */
    public record Ran(int code, String said) {}

    /** Runs the package with arguments beside the service, with the same settings, until it ends. */
    public Ran run(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m", "-jar", build().resolve("quarkus-app/quarkus-run.jar").toString()));
        command.addAll(List.of(arguments));
        Process process = children.start("command", command, with(LocalService.MALLOC), build());
        try {
            int code = process.onExit().get(2, TimeUnit.MINUTES).exitValue();
            return new Ran(code, Files.readString(children.log("command")));
        } catch (InterruptedException | ExecutionException | TimeoutException | IOException failed) {
            process.destroyForcibly();
            throw new IllegalStateException(failed);
        }
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return all;
    }

    private static Path build() {
        return Path.of(System.getProperty("claimdesk.build.directory")).toAbsolutePath();
    }

    /** As {@code kill -9} does: nothing is finished, nobody is told. */
    public void kill() {
        running.process().destroyForcibly().onExit().join();
    }

    /** Starts it and waits until it is ready. */
    public void start() {
        running = LocalService.start(build(), port, managementPort, environment, children);
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
