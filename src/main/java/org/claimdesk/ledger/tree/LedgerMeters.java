package org.claimdesk.ledger.tree;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * The ledger in numbers, for whoever watches over the service. Every instance says the same of it: it is asked of the
 * database every ten seconds, and not by those who read the numbers. What is not known is NaN.
 */
@ApplicationScoped
class LedgerMeters {

    private static final Logger LOG = Logger.getLogger(LedgerMeters.class);
    private static final String COSIGNED = "select size, at from cosignature where witness = ? order by size desc limit 1";
    private static final double MILLIS = 1000;

    private final LedgerDatabase database;
    private final Checkpoints checkpoints;
    private final SelfChecks checks;
    private final Witnesses witnesses;
    private final MeterRegistry registry;
    private final Clock clock;
    /** Null while the database does not answer. */
    private volatile Vitals last;

    LedgerMeters(LedgerDatabase database, Checkpoints checkpoints, SelfChecks checks, Witnesses witnesses,
            MeterRegistry registry, Clock clock) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.checks = checks;
        this.witnesses = witnesses;
        this.registry = registry;
        this.clock = clock;
    }

    private record Cosigned(long size, Instant at) {}

    private record Vitals(Optional<Signed> newest, SelfChecks.State state, Map<String, Cosigned> cosigned) {}

    void started(@Observes StartupEvent start) {
        gauge("entries", "Entries under the newest checkpoint", seen -> seen.newest().map(Signed::size).orElse(0L));
        age("checkpoint.age", "Since the newest checkpoint was signed", seen -> seen.newest().map(Signed::at));
        gauge("waiting.entries", "Entries without an index, at most 10000", seen -> seen.state().waiting());
        seconds("waiting.age", "Since the first entry without an index was made; 0 where none waits",
                seen -> seen.state().since() == null ? 0 : since(seen.state().since()));
        age("selfcheck.age", "Since the last self-check ended", seen -> Optional.ofNullable(seen.state().checked()));
        gauge("selfcheck.entries", "Entries that the last self-check went through", seen -> seen.state().size());
        gauge("selfcheck.findings", "What the last self-check found wrong", seen -> seen.state().findings().size());
        gauge("splitviews", "Split views that witnesses have told of", seen -> seen.state().splitViews().size());
        witnesses.all().forEach(this::watch);
        look();
    }

    private void watch(Witness witness) {
        String key = witness.key().toString();
        String name = witness.key().name();
        Gauge.builder("claimdesk.ledger.witness.entries", this,
                self -> self.read(seen -> seen.cosigned().containsKey(key) ? seen.cosigned().get(key).size() : 0))
                .description("Entries under the newest checkpoint that the witness has cosigned")
                .tag("witness", name)
                .register(registry);
        Gauge.builder("claimdesk.ledger.witness.age", this,
                self -> self.read(seen -> seen.cosigned().containsKey(key)
                        ? since(seen.cosigned().get(key).at())
                        : Double.NaN))
                .description("Since the witness has cosigned last")
                .baseUnit("seconds")
                .tag("witness", name)
                .register(registry);
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            last = new Vitals(checkpoints.newest(), checks.state(), cosigned());
        } catch (LedgerFailure away) {
            LOG.debugf("The ledger's numbers are not known: %s", away.getMessage());
            last = null;
        }
    }

    private Map<String, Cosigned> cosigned() {
        return database.transaction(connection -> {
            Map<String, Cosigned> all = new HashMap<>();
            try (PreparedStatement asked = connection.prepareStatement(COSIGNED)) {
                for (Witness witness : witnesses.all()) {
                    String key = witness.key().toString();
                    asked.setString(1, key);
                    try (ResultSet row = asked.executeQuery()) {
                        if (row.next()) {
                            all.put(key, cosigned(row));
                        }
                    }
                }
            }
            return all;
        });
    }

    private static Cosigned cosigned(ResultSet row) throws SQLException {
        return new Cosigned(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }

    private void gauge(String name, String description, ToDoubleFunction<Vitals> number) {
        Gauge.builder("claimdesk.ledger." + name, this, self -> self.read(number))
                .description(description)
                .register(registry);
    }

    private void seconds(String name, String description, ToDoubleFunction<Vitals> number) {
        Gauge.builder("claimdesk.ledger." + name, this, self -> self.read(number))
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    private interface Moment {
        Optional<Instant> of(Vitals seen);
    }

    private void age(String name, String description, Moment moment) {
        seconds(name, description, seen -> moment.of(seen).map(this::since).orElse(Double.NaN));
    }

    private double read(ToDoubleFunction<Vitals> number) {
        Vitals seen = last;
        return seen == null ? Double.NaN : number.applyAsDouble(seen);
    }

    private double since(Instant moment) {
        return Math.max(0, Duration.between(moment, clock.instant()).toMillis() / MILLIS);
    }
}
