package org.claimdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL and Keycloak on new data in a directory of their own. */
public final class ThrowAway implements AutoCloseable {

    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final Map<String, String> environment;

    private ThrowAway(LocalPostgres postgres, LocalKeycloak keycloak, Map<String, String> environment) {
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.environment = environment;
    }

    static ThrowAway start(Path place) {
        Path directory = place.toAbsolutePath();
        Children children = new Children(directory.resolve("run"), directory.resolve("log"));
        children.endLeftovers();
        delete(directory.resolve("data"));
        Secrets secrets = Secrets.in(directory.resolve("data/secrets.properties"));
        LocalPostgres postgres = LocalPostgres.start(directory.resolve("data/postgres"), Ports.any(), false, secrets,
                children.log("postgres"));
        try {
            children.note("postgres", LocalPostgres.process(directory.resolve("data/postgres")));
            Path distribution = Path.of(System.getProperty("claimdesk.local.directory"),
                    "keycloak-" + System.getProperty("claimdesk.keycloak.version"));
            LocalKeycloak keycloak = LocalKeycloak.start(
                    new LocalKeycloak.Setup(distribution.toAbsolutePath(), Path.of("docker/keycloak").toAbsolutePath(),
                            "http://localhost", Ports.any(), postgres, secrets),
                    children);
            keycloak.await(children);
            return new ThrowAway(postgres, keycloak,
                    Surroundings.of(postgres, keycloak.address(), directory.resolve("data/evidence"), secrets));
        } catch (IOException failed) {
            postgres.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    /** What the service needs from its environment. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The address of the realm. */
    public String realm() {
        return keycloak.realm();
    }

    /** The address of Keycloak. */
    public String keycloak() {
        return keycloak.address();
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
    }

    private static void delete(Path directory) {
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
