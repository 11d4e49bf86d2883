package org.claimdesk.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Keycloak of this machine's own with the newsroom's realm and its demo people, on data in the local PostgreSQL. */
final class LocalKeycloak implements AutoCloseable {

    private static final String REALM = "newsroom";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    /** For a desk or a test on one machine a quick start is worth more than what code compiled twice would gain later. */
    private static final Map<String, String> QUICK = Map.of("JAVA_OPTS_APPEND",
            "-XX:-UseG1GC -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    /** As shipped it refuses who signs in twice in one moment, as scripts and browsers of one demo person do. */
    private static final String SIDE_BY_SIDE = "--spi-brute-force-protector--default-brute-force-detector"
            + "--allow-concurrent-requests=true";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;

    private LocalKeycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * What a Keycloak is started with.
     *
     * @param distribution where Keycloak is unpacked; its one-off build stays there
     * @param realm        the directory of the realm's files
     * @param pages        where the pages are, without their port: Keycloak takes any port of a loopback address
     */
    record Setup(Path distribution, Path realm, String pages, int port, LocalPostgres postgres, Secrets secrets) {}

    /** Starts it and returns at once; {@link #await} waits until it answers. */
    static LocalKeycloak start(Setup setup, Children children) {
        build(setup.distribution(), children);
        importable(setup);
        Map<String, String> environment = new HashMap<>(QUICK);
        environment.put("KC_DB_URL", setup.postgres().url("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", setup.secrets().of("postgres.keycloak"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", setup.secrets().of("keycloak.admin"));
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(setup.port()));
        environment.put("KC_HOSTNAME", address(setup.port()));
        environment.put("KC_CACHE", "local");
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("CLAIMDESK_URL", setup.pages());
        environment.put("CLAIMDESK_OIDC_SECRET", setup.secrets().of("keycloak.pages"));
        environment.put("CLAIMDESK_DIRECTORY_SECRET", setup.secrets().of("keycloak.directory"));
        environment.put("CLAIMDESK_PUBLISHER_SECRET", setup.secrets().of("keycloak.publisher"));
        Process process = children.start("keycloak",
                List.of(script(setup.distribution()), "start", "--optimized", "--import-realm", SIDE_BY_SIDE),
                environment,
                setup.distribution());
        children.note("keycloak", server(process));
        return new LocalKeycloak(process, setup.port());
    }

    /** The server is a child of the script, and would outlive it. */
    private static ProcessHandle server(Process script) {
        while (script.isAlive()) {
            Optional<ProcessHandle> server = script.children()
                    .filter(child -> child.info().command().orElse("").contains("java"))
                    .findFirst();
            if (server.isPresent()) {
                return server.get();
            }
            Pause.of(BETWEEN);
        }
        return script.toHandle();
    }

    static String address(int port) {
        return "http://localhost:" + port;
    }

    String address() {
        return address(port);
    }

    /** The address of the realm: the issuer of its tokens. */
    String realm() {
        return address() + "/realms/" + REALM;
    }

    /** @throws LocalProblem where it ends or does not answer in four minutes */
    void await(Children children) {
        Waiting.until(realm() + "/.well-known/openid-configuration", process, PATIENCE, "Keycloak", "keycloak",
                children);
    }

    /** Keycloak compiles its configuration once; a start is then short. */
    private static void build(Path distribution, Children children) {
        Path built = distribution.resolve("built-for-claimdesk");
        if (Files.exists(built)) {
            return;
        }
        Path script = Path.of(script(distribution));
        if (!Files.exists(script)) {
            throw new LocalProblem(script + " is missing. It is unpacked by the Maven build.");
        }
        script.toFile().setExecutable(true);
        Process build = children.start("keycloak-build",
                List.of(script.toString(), "build", "--db=postgres", "--features-disabled=kerberos"), QUICK,
                distribution);
        try {
            if (build.waitFor() != 0) {
                throw new LocalProblem("Keycloak cannot be built:\n" + children.tail("keycloak-build", 15));
            }
            Files.createFile(built);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted.");
        } catch (IOException unwritable) {
            throw new LocalProblem("Keycloak's directory cannot be written: " + unwritable.getMessage(), unwritable);
        } finally {
            Children.end(build.toHandle());
            children.forget("keycloak-build");
        }
    }

    /** The realm with the demo's people and client in it, where Keycloak looks for it. */
    private static void importable(Setup setup) {
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(setup.realm().resolve("newsroom-realm.json").toFile());
            JsonNode demo = JSON.readTree(setup.realm().resolve("newsroom-demo.json").toFile());
            ((ArrayNode) realm.get("users")).addAll((ArrayNode) demo.get("users"));
            ((ArrayNode) realm.get("clients")).addAll((ArrayNode) demo.get("clients"));
            Path directory = Files.createDirectories(setup.distribution().resolve("data/import"));
            Path next = Files.createTempFile(directory, "realm", ".next");
            JSON.writeValue(next.toFile(), realm);
            Files.move(next, directory.resolve("newsroom-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new LocalProblem("The realm cannot be prepared: " + failed.getMessage(), failed);
        }
    }

    private static String script(Path distribution) {
        String name = System.getProperty("os.name").startsWith("Windows") ? "kc.bat" : "kc.sh";
        return distribution.resolve("bin").resolve(name).toAbsolutePath().toString();
    }

    @Override
    public void close() {
        Children.end(process.toHandle());
    }
}
