package org.claimdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL and Keycloak on new data in a directory of their own. */
public final class ThrowAway implements AutoCloseable {

    private final Path directory;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final Secrets secrets;

    private ThrowAway(Path directory, LocalPostgres postgres, LocalKeycloak keycloak, Secrets secrets) {
        this.directory = directory;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /** @param place a directory of its own; what an earlier run has left there is ended and deleted */
    public static ThrowAway start(Path place) {
        Path directory = place.toAbsolutePath();
        Children children = new Children(directory.resolve("run"), directory.resolve("log"));
        children.endLeftovers();
        delete(directory.resolve("data"));
        Secrets secrets = Secrets.in(directory.resolve("data/secrets.properties"));
        LocalPostgres postgres = LocalPostgres.start(directory.resolve("data/postgres"), FreePort.any(), false, secrets,
                children.log("postgres"));
        try {
            children.note("postgres", LocalPostgres.process(directory.resolve("data/postgres")));
            LocalKeycloak keycloak = LocalKeycloak.start(keycloak(FreePort.any(), postgres, secrets), children);
            keycloak.await(children);
            return new ThrowAway(directory, postgres, keycloak, secrets);
        } catch (IOException failed) {
            postgres.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    static LocalKeycloak.Setup keycloak(int port, LocalPostgres postgres, Secrets secrets) {
        Path distribution = Path.of(System.getProperty("claimdesk.local.directory"),
                "keycloak-" + System.getProperty("claimdesk.keycloak.version"));
        return new LocalKeycloak.Setup(distribution.toAbsolutePath(), Path.of("docker/keycloak").toAbsolutePath(),
                "http://localhost", port, postgres, secrets);
    }

    /** What the service needs from its environment. */
    public Map<String, String> environment() {
        return environment(keycloak.address());
    }

    private Map<String, String> environment(String keycloak) {
        return Surroundings.of(postgres, keycloak, directory.resolve("data/evidence"), secrets);
    }

    /** The packaged service on these servers, with these settings beside the usual ones. */
    public PackagedService service(Map<String, String> settings) {
        Tokens.realm = realm();
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(settings);
        return PackagedService.start(directory.resolve("service"), environment);
    }

    /** A second Keycloak on the same database, to be ended and started again while the first goes on. */
    public SecondKeycloak secondKeycloak() {
        return SecondKeycloak.start(keycloak(FreePort.any(), postgres, secrets), directory.resolve("second-keycloak"));
    }

    /** The packaged service on the same database, with that Keycloak. */
    public PackagedService service(SecondKeycloak second) {
        return PackagedService.start(directory.resolve("second-service"), environment(second.address()));
    }

    /** What a service needs that has a database and a directory of evidence of its own, both new. */
    public Map<String, String> apart(String name) {
        String database = "claimdesk_" + name;
        // The local PostgreSQL trusts its own machine.
        try (Connection all = DriverManager.getConnection(postgres.url("postgres"), "postgres", "");
                Statement statement = all.createStatement()) {
            statement.execute("create database %s owner %s".formatted(database, LocalPostgres.OWNER));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("CLAIMDESK_DB_URL", postgres.url(database));
        environment.put("CLAIMDESK_EVIDENCE_DIRECTORY", directory.resolve("data/evidence-" + name).toString());
        return environment;
    }

    /** The packaged service with what is said here. */
    public PackagedService service(String name, Map<String, String> environment) {
        return PackagedService.start(directory.resolve("service-" + name), environment);
    }

    /** So many instances with what is said here, beside some that run already, and a proxy before all of them. */
    public Instances instances(String name, Map<String, String> environment, int many, PackagedService... running) {
        return Instances.start(many, number -> service(name + "-" + number, environment), List.of(running));
    }

    /** Runs the package with an argument, where no service runs. */
    public PackagedService.Ran run(String argument, Map<String, String> environment) {
        return PackagedService.none(directory.resolve("service-none"), environment).run(argument);
    }

    /** The address of the realm. */
    public String realm() {
        return keycloak.realm();
    }

    /** The address of Keycloak. */
    public String keycloak() {
        return keycloak.address();
    }

    /** The password of Keycloak's administrator, who is called admin. */
    public String adminPassword() {
        return secrets.of("keycloak.admin");
    }

    /** The secret of the client that a publishing system is. */
    public String publisherSecret() {
        return secrets.of("keycloak.publisher");
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
