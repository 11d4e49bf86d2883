package org.claimdesk.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;

/** A PostgreSQL with the service's schema and nothing in it, for measuring; thrown away when it is closed. */
public final class Scratch implements AutoCloseable {

    private final Path directory;
    private final LocalPostgres postgres;

    private Scratch(Path directory, LocalPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /** @param place a directory of its own; what is there is deleted */
    public static Scratch start(Path place) {
        Path directory = place.toAbsolutePath();
        ThrowAway.delete(directory);
        LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), FreePort.any(), false,
                Secrets.in(directory.resolve("secrets.properties")), directory.resolve("log"));
        Flyway.configure()
                .dataSource(postgres.url("claimdesk"), LocalPostgres.OWNER, "")
                .placeholders(java.util.Map.of("service", LocalPostgres.SERVICE))
                .load()
                .migrate();
        return new Scratch(directory, postgres);
    }

    /** As somebody whom no trigger and no foreign key hinders: for rows in bulk. */
    public Connection unhindered() throws SQLException {
        Connection connection = DriverManager.getConnection(postgres.url("claimdesk"), "postgres", "");
        connection.createStatement().execute("set session_replication_role = replica");
        return connection;
    }

    /** As the service. */
    public Connection service() throws SQLException {
        return DriverManager.getConnection(postgres.url("claimdesk"), LocalPostgres.SERVICE, "");
    }

    @Override
    public void close() {
        postgres.close();
        ThrowAway.delete(directory);
    }
}
