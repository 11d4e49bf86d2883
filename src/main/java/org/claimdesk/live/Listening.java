package org.claimdesk.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.claimdesk.ledger.tree.Changed;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what the sequencer tells, on whichever instance it ran, by a connection of its own beside the pool. Where that
 * breaks another one is made, and all pages are told where things are, as notifications are not kept for anybody.
 */
@ApplicationScoped
class Listening {

    private static final Logger LOG = Logger.getLogger(Listening.class);
    static final String NAME = "claimdesk-live";
    private static final int QUIET_MILLIS = 10_000;
    private static final int ANSWER_SECONDS = 5;
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration LATE = Duration.ofSeconds(10);

    private final Streams streams;
    private final String address;
    private final Properties settings = new Properties();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Listening::daemon);
    private volatile Connection connection;
    private volatile boolean hearing;
    private Duration pause = SOON;

    Listening(Streams streams, MeterRegistry registry, @ConfigProperty(name = "claimdesk.live.url") String address,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.streams = streams;
        this.address = address;
        settings.put("user", user);
        settings.put("password", password);
        settings.put("ApplicationName", NAME);
        settings.put("connectTimeout", Integer.toString(ANSWER_SECONDS));
        settings.put("tcpKeepAlive", "true");
        Gauge.builder("claimdesk.live.hearing", this, self -> self.hearing ? 1 : 0)
                .description("Whether this instance hears what others do")
                .register(registry);
    }

    void started(@Observes StartupEvent start) {
        thread.execute(this::listen);
    }

    private void listen() {
        try (Connection own = DriverManager.getConnection(address, settings)) {
            connection = own;
            try (Statement listen = own.createStatement()) {
                listen.execute("listen " + Changed.CHANNEL);
            }
            hearing = true;
            streams.lookAgain();
            pause = SOON;
            hear(own);
        } catch (SQLException | RuntimeException broken) {
            hearing = false;
            if (!thread.isShutdown()) {
                LOG.warnf("Live updates wait, and are tried again: %s", broken.getMessage());
                again();
            }
        }
    }

    /** Until the connection breaks. */
    private void hear(Connection own) throws SQLException {
        PGConnection postgres = own.unwrap(PGConnection.class);
        while (true) {
            PGNotification[] heard = postgres.getNotifications(QUIET_MILLIS);
            if (heard == null || heard.length == 0) {
                if (!own.isValid(ANSWER_SECONDS)) {
                    throw new SQLException("the database does not answer");
                }
                continue;
            }
            for (PGNotification each : heard) {
                streams.changed(Changed.read(each.getParameter()));
            }
        }
    }

    /** Instances that lost it at the same moment come back at different ones. */
    private void again() {
        long millis = pause.toMillis();
        thread.schedule(this::listen, millis + ThreadLocalRandom.current().nextLong(millis), TimeUnit.MILLISECONDS);
        pause = pause.multipliedBy(2).compareTo(LATE) < 0 ? pause.multipliedBy(2) : LATE;
    }

    @PreDestroy
    void close() throws SQLException {
        thread.shutdownNow();
        Connection last = connection;
        if (last != null) {
            last.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "live");
        thread.setDaemon(true);
        return thread;
    }
}
