package org.claimdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;

/** PostgreSQL, as durable as one that is in use, and Keycloak, on data that is kept between runs, for measuring. */
public final class KeptServers implements AutoCloseable {

    /** The role whose statements are not the service's own. */
    public static final String FLOOR = "claimdesk_floor";
    /** The role of the service. */
    public static final String SERVICE = LocalPostgres.SERVICE;
    private static final String SUPERUSER = "postgres";

    private final Path directory;
    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final Secrets secrets;

    private KeptServers(Path directory, LocalPostgres postgres, LocalKeycloak keycloak, Secrets secrets) {
        this.directory = directory;
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /**
     * Starts both; what an earlier run has left running there is ended.
     *
     * @param settings of PostgreSQL, each as {@code name = value}
     */
    public static KeptServers start(Path place, List<String> settings) {
        Path directory = place.toAbsolutePath();
        Children children = new Children(directory.resolve("run"), directory.resolve("log"));
        children.endLeftovers();
        Path data = directory.resolve("data/postgres");
        Secrets secrets = Secrets.in(directory.resolve("data/secrets.properties"));
        int port = FreePort.any();
        try (LocalPostgres first = LocalPostgres.start(data, port, true, secrets, children.log("postgres"))) {
            set(first, settings);
        }
        LocalPostgres postgres = LocalPostgres.start(data, port, true, secrets, children.log("postgres"));
        try {
            children.note("postgres", LocalPostgres.process(data));
            LocalKeycloak keycloak = LocalKeycloak.start(
                    ThrowAway.keycloak(FreePort.any(), postgres, secrets), children);
            keycloak.await(children);
            Tokens.realm = keycloak.realm();
            return new KeptServers(directory, postgres, keycloak, secrets);
        } catch (IOException failed) {
            postgres.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    private static void set(LocalPostgres postgres, List<String> settings) {
        try (Connection all = DriverManager.getConnection(postgres.url(SUPERUSER), SUPERUSER, "");
                Statement statement = all.createStatement()) {
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
            if (!LocalPostgres.exists(statement, "select from pg_roles where rolname = '" + FLOOR + "'")) {
                statement.execute("create role %s login in role %s".formatted(FLOOR, SERVICE));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Makes a database of this name with the service's schema and nothing in it, in place of the one that is there. */
    public void create(String name) {
        try (Connection all = superuser(SUPERUSER); Statement statement = all.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s owner %s".formatted(name, LocalPostgres.OWNER));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Flyway.configure()
                .dataSource(postgres.url(name), LocalPostgres.OWNER, "")
                .placeholders(Map.of("service", LocalPostgres.SERVICE))
                .load()
                .migrate();
    }

    /** As somebody who may do everything. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), SUPERUSER, "");
    }

    /** As somebody who may what the service may, and is told apart from it; with the settings of its connections. */
    public Connection floor(String database) throws SQLException {
        return DriverManager.getConnection(postgres.url(database) + "?prepareThreshold=1", FLOOR, "");
    }

    /** Where PostgreSQL keeps its data. */
    public Path data() {
        return directory.resolve("data/postgres");
    }

    /** The packaged service on this database, as it is shipped, with these settings beside the usual ones. */
    public PackagedService service(String database, Map<String, String> settings) {
        return service("service", database, settings);
    }

    /** So many of it, and a proxy before them. */
    public Instances instances(String database, Map<String, String> settings, int many) {
        return Instances.start(many, number -> service("service-" + number, database, settings), List.of());
    }

    private PackagedService service(String name, String database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Surroundings.of(postgres, keycloak.address(),
                directory.resolve("data/evidence-" + database), secrets));
        environment.put("CLAIMDESK_DB_URL", postgres.url(database));
        environment.putAll(PackagedService.AS_SHIPPED);
        environment.putAll(settings);
        return PackagedService.start(directory.resolve(name), environment);
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
    }
}
