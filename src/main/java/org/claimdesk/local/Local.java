package org.claimdesk.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Starts the whole of Claimdesk on one machine: PostgreSQL, Keycloak, the service, the demo's article; and stops all of
 * it, the service first, when it is told to end or when the Maven that started it is gone.
 */
public final class Local {

    private static final PrintStream TERMINAL = System.out;

    private final Path place;
    private final Path project;
    private final Path build;
    private final String keycloakVersion;
    private final Map<String, String> environment;
    private final Children children;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private volatile boolean stopping;

    private Local(Path place, Path project, Path build, String keycloakVersion, Map<String, String> environment) {
        this.place = place;
        this.project = project;
        this.build = build;
        this.keycloakVersion = keycloakVersion;
        this.environment = environment;
        this.children = new Children(place.resolve("run"), place.resolve("log"));
    }

    public static void main(String[] arguments) {
        Local local = new Local(path("claimdesk.local.directory"), path("claimdesk.project.directory"),
                path("claimdesk.build.directory"), System.getProperty("claimdesk.keycloak.version"), System.getenv());
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(local::stop, "stop"));
            System.exit(local.run());
        } catch (LocalProblem problem) {
            TERMINAL.println("\n" + problem.getMessage() + "\n");
            System.exit(1);
        }
    }

    private int run() {
        try (FileChannel channel = open(place.resolve("run/lock")); FileLock lock = lock(channel)) {
            ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
            if (children.endLeftovers() > 0) {
                say("Ended what an earlier run had left.");
            }
            LocalService service = start();
            say("""

                    Claimdesk   %s
                    Sign in     edith (editor), rafael and mina (reporters), viktor and wanda (reviewers),
                                stella (standards), bo (reporter and reviewer); password claimdesk
                    Data, logs  %s
                    Stop        Ctrl-C
                    """.formatted(service.address(), place));
            int status = service.process().waitFor();
            if (stopping) {
                return 0;
            }
            throw new LocalProblem("The service has ended with status %d:\n%s".formatted(status,
                    children.tail("service", 20)));
        } catch (IOException failed) {
            throw new LocalProblem(place + " cannot be used: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private LocalService start() throws IOException {
        Secrets secrets = Secrets.in(place.resolve("secrets.properties"));
        int port = Ports.choose(environment, "CLAIMDESK_PORT", 8080);
        int management = Ports.choose(environment, "CLAIMDESK_MANAGEMENT_PORT", 9000);
        int keycloakPort = Ports.choose(environment, "CLAIMDESK_KEYCLOAK_PORT", 8180);

        say("PostgreSQL …");
        Path data = place.resolve("data/postgres");
        LocalPostgres postgres = LocalPostgres.start(data, Ports.choose(environment, "CLAIMDESK_POSTGRES_PORT", 5480),
                true, secrets, children.log("postgres"));
        stopLater(() -> {
            postgres.close();
            children.forget("postgres");
        });
        children.note("postgres", LocalPostgres.process(data));

        Path distribution = place.resolve("keycloak-" + keycloakVersion);
        say(Files.exists(distribution.resolve("built-for-claimdesk"))
                ? "Keycloak …"
                : "Keycloak … (the first start takes a minute or two)");
        LocalKeycloak keycloak = LocalKeycloak.start(new LocalKeycloak.Setup(distribution,
                project.resolve("docker/keycloak"), "http://localhost", keycloakPort, postgres, secrets), children);
        stopLater(() -> {
            keycloak.close();
            children.forget("keycloak");
        });
        keycloak.await(children);

        say("The service …");
        LocalService service = LocalService.start(build, port, management,
                Surroundings.of(postgres, keycloak.address(), place.resolve("data/evidence"), secrets), children);
        stopLater(() -> {
            service.close();
            children.forget("service");
        });
        service.await(children);
        if (Demo.load(place.resolve("data/demo-loaded"), service.address(), keycloak.realm())) {
            say("The demo's article is loaded.");
        }
        return service;
    }

    private void stopLater(Runnable stop) {
        synchronized (stops) {
            if (!stopping) {
                stops.push(stop);
                return;
            }
        }
        stop.run();
    }

    /** What was started last stops first. */
    private void stop() {
        stopping = true;
        synchronized (stops) {
            while (!stops.isEmpty()) {
                stops.pop().run();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException ours) {
            throw new IllegalStateException("locked twice", ours);
        }
        throw new LocalProblem("Claimdesk is running from this directory already. Stop that one first.");
    }

    private static void say(String words) {
        TERMINAL.println(words);
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath();
    }
}
