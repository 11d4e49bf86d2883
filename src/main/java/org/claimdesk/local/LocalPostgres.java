package org.claimdesk.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of this machine's own, with the databases and roles that the service and Keycloak use. */
final class LocalPostgres implements AutoCloseable {

    static final String OWNER = "claimdesk_owner";
    static final String SERVICE = "claimdesk";

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    private LocalPostgres(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /**
     * Starts on the data of this directory, or on new data where there is none.
     *
     * @param durable false for throw-away data: nothing is then forced to disk
     * @throws LocalProblem where it does not start
     */
    static LocalPostgres start(Path data, int port, boolean durable, Secrets secrets, Path log) {
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectories(log.getParent());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (!durable) {
                builder.setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "off");
            } else {
                // The library turns these off, being made for tests; here data is kept.
                builder.setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on");
            }
            LocalPostgres postgres = new LocalPostgres(builder.start(), secrets);
            postgres.prepare();
            return postgres;
        } catch (IOException | SQLException | IllegalStateException failed) {
            throw new LocalProblem("PostgreSQL does not start (%s). Its log is %s.".formatted(failed.getMessage(), log),
                    failed);
        }
    }

    /** The process, as PostgreSQL itself has written it down. */
    static ProcessHandle process(Path data) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("no process " + pid));
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    private void prepare() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            role(statement, OWNER);
            role(statement, SERVICE);
            role(statement, "keycloak");
            database(statement, "claimdesk", OWNER);
            database(statement, "keycloak", "keycloak");
        }
    }

    private void role(Statement statement, String name) throws SQLException {
        if (!exists(statement, "select from pg_roles where rolname = '%s'".formatted(name))) {
            statement.execute("create role %s login".formatted(name));
        }
        statement.execute("alter role %s password '%s'".formatted(name, secrets.of("postgres." + name)));
    }

    private static void database(Statement statement, String name, String owner) throws SQLException {
        if (!exists(statement, "select from pg_database where datname = '%s'".formatted(name))) {
            statement.execute("create database %s owner %s".formatted(name, owner));
        }
    }

    static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new LocalProblem("PostgreSQL does not stop: " + failed.getMessage(), failed);
        }
    }
}
