package org.claimdesk.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has the ledger checked once a day, by one instance at a time, and keeps what was found. */
@ApplicationScoped
class SelfChecks {

    /** Entries wait for a second; after a minute something is wrong. */
    static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger(SelfChecks.class);
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {
    };
    private static final String STATE = "select (select count(*) from (select from unsequenced limit 10000) w),"
            + " (select min(e.at) from entry e where e.id = (select min(entry_id) from unsequenced)),"
            + " c.finished_at, c.size, c.findings::text from (select 1) one"
            + " left join lateral (select * from self_check order by id desc limit 1) c on true";

    private final LedgerDatabase database;
    private final SelfCheck check;
    private final ObjectMapper json;
    private final Clock clock;
    private final boolean automatic;

    SelfChecks(LedgerDatabase database, SelfCheck check, ObjectMapper json, Clock clock,
            @ConfigProperty(name = "claimdesk.ledger.automatic") boolean automatic) {
        this.automatic = automatic;
        this.database = database;
        this.check = check;
        this.json = json;
        this.clock = clock;
    }

    /**
     * How the ledger is.
     *
     * @param waiting    entries without an index, at most 10,000 counted
     * @param since      when the first of them was made, or null
     * @param checked    when the last self-check ended, or null where there was none yet
     * @param size       how many entries it went through
     * @param findings   what it found wrong
     * @param splitViews what witnesses have told of
     */
    record State(long waiting, Instant since, Instant checked, long size, List<String> findings,
            List<String> splitViews) {

        /** Whether the record itself is as it should be. */
        public boolean sound() {
            return findings.isEmpty() && splitViews.isEmpty();
        }
    }

    State state() {
        return database.transaction(connection -> {
            try (PreparedStatement asked = connection.prepareStatement(STATE); ResultSet row = asked.executeQuery()) {
                row.next();
                return new State(row.getLong(1), instant(row, 2), instant(row, 3), row.getLong(4),
                        words(row.getString(5)), splitViews(connection));
            }
        });
    }

    /** Whether everybody may rely on it: it is sound, and entries get their index. */
    boolean well() {
        State state = state();
        return state.sound() && (state.since() == null || state.since().plus(PATIENCE).isAfter(clock.instant()));
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void daily() {
        if (!automatic) {
            return;
        }
        Instant last = state().checked();
        if (last == null || last.plus(EVERY).isBefore(clock.instant())) {
            run();
        }
    }

    /** Checks everything, unless another instance is at it. @return what was found wrong */
    List<String> run() {
        Instant begun = clock.instant();
        SelfCheck.Result result = check.run();
        if (result == null) {
            return List.of();
        }
        database.transaction(connection -> {
            keep(connection, begun, result);
            return null;
        });
        if (result.findings().isEmpty()) {
            LOG.infof("The ledger is sound: %d entries checked", result.size());
        } else {
            LOG.errorf("The ledger has been altered: %s", result.findings().get(0));
        }
        return result.findings();
    }

    private void keep(Connection connection, Instant begun, SelfCheck.Result result) throws SQLException {
        try (PreparedStatement kept = connection.prepareStatement(
                "insert into self_check (begun_at, finished_at, size, findings) values (?, ?, ?, ?::jsonb)")) {
            kept.setObject(1, begun.atOffset(ZoneOffset.UTC));
            kept.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            kept.setLong(3, result.size());
            kept.setString(4, json.writeValueAsString(result.findings()));
            kept.executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("words cannot be written as JSON", impossible);
        }
    }

    private static List<String> splitViews(Connection connection) throws SQLException {
        List<String> told = new ArrayList<>();
        try (PreparedStatement asked = connection
                .prepareStatement("select told_by || ': ' || why from split_view order by id desc limit 100");
                ResultSet rows = asked.executeQuery()) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }

    private List<String> words(String findings) {
        try {
            return findings == null ? List.of() : json.readValue(findings, WORDS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the findings of a self-check cannot be read", damaged);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
