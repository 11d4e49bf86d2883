package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;

/** What the service asks the database while something is done, as PostgreSQL itself has logged it. */
final class Recording implements AutoCloseable {

    /** What the log needs of PostgreSQL from its start on. */
    static final List<String> SETTINGS = List.of("logging_collector = on", "log_destination = 'jsonlog'",
            "log_directory = 'log'", "log_filename = 'bench'", "log_rotation_age = 0", "log_rotation_size = 0",
            "log_min_duration_statement = -1");
    private static final Pattern EXECUTED = Pattern.compile("duration: [0-9.]+ ms  (?:execute [^:]*|statement): (.*)",
            Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']++|'')*+)')(?:, |$)");
    private static final int ATTEMPTS = 8;
    private static final Duration MOMENT = Duration.ofMillis(25);
    private static final Duration BACKGROUND = Duration.ofSeconds(12);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection superuser;
    private final String database;
    private final Path log;
    private final Set<String> background = new HashSet<>();
    private final Map<Long, List<Asked>> open = new LinkedHashMap<>();
    private long told;

    /** One statement with its values, null for none. */
    record Asked(String sql, List<String> values) {}

    /** What was asked in one transaction. */
    record Transaction(List<Asked> asked) {}

    Recording(Connection superuser, String database, Path data) {
        this.superuser = superuser;
        this.database = database;
        this.log = data.resolve("log").resolve("bench.json");
        logs(true);
        told = size();
        Awaitility.await().pollDelay(BACKGROUND).atMost(BACKGROUND.multipliedBy(2)).until(() -> true);
        read().forEach(transaction -> transaction.asked().forEach(asked -> background.add(asked.sql())));
    }

    /** Does it with a claim, and tells what was asked about that claim meanwhile. */
    List<Transaction> of(long claim, Runnable work) {
        return until(work, transaction -> transaction.asked()
                .stream()
                .anyMatch(asked -> asked.values().contains(Long.toString(claim))));
    }

    /** Does it, and tells what was asked meanwhile but for what the service asks anyway. */
    List<Transaction> of(Runnable work) {
        return until(work, transaction -> !transaction.asked()
                .stream()
                .allMatch(asked -> background.contains(asked.sql())));
    }

    /** The statements, without their values. */
    static List<List<String>> shape(List<Transaction> recorded) {
        return recorded.stream().map(transaction -> transaction.asked().stream().map(Asked::sql).toList()).toList();
    }

    /** Does it until the same is asked twice: what is new the first time is not asked of every one. */
    List<Transaction> twice(Runnable work) {
        List<Transaction> before = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Transaction> now = of(work);
            if (shape(now).equals(shape(before))) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("never the same twice: " + shape(before));
    }

    /** The log is written a moment later than the answer. */
    private List<Transaction> until(Runnable work, Predicate<Transaction> meant) {
        Awaitility.await().pollDelay(MOMENT).until(() -> true);
        read();
        work.run();
        List<Transaction> found = new ArrayList<>();
        Awaitility.await().pollInterval(MOMENT).pollDelay(MOMENT).until(() -> {
            int before = found.size();
            read().stream()
                    .filter(meant)
                    .filter(transaction -> transaction.asked()
                            .stream()
                            .noneMatch(asked -> asked.sql().contains("unsequenced")))
                    .forEach(found::add);
            return before > 0 && found.size() == before;
        });
        return found;
    }

    private void logs(boolean all) {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter system set log_min_duration_statement = " + (all ? "0" : "-1"));
            statement.execute("select pg_reload_conf()");
            Awaitility.await().until(() -> {
                try (ResultSet row = statement.executeQuery("show log_min_duration_statement")) {
                    return row.next() && row.getString(1).equals(all ? "0" : "-1");
                }
            });
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What has been logged since the last time, in the order in which it was committed. */
    private List<Transaction> read() {
        List<Transaction> all = new ArrayList<>();
        for (String line : lines()) {
            JsonNode said = json(line);
            Matcher executed = EXECUTED.matcher(said.path("message").asText());
            // What the driver asks about tables is asked once for each connection.
            if (!said.path("dbname").asText().equals(database) || !said.path("user").asText().equals("claimdesk")
                    || !executed.matches() || executed.group(1).contains(" pg_catalog.")) {
                continue;
            }
            long connection = said.path("pid").asLong();
            String sql = executed.group(1);
            switch (sql) {
                case "BEGIN" -> open.put(connection, new ArrayList<>());
                case "COMMIT", "ROLLBACK" -> {
                    List<Asked> ended = open.remove(connection);
                    if (ended != null && !ended.isEmpty()) {
                        all.add(new Transaction(ended));
                    }
                }
                default -> {
                    Asked asked = new Asked(sql, values(said.path("detail").asText()));
                    if (open.containsKey(connection)) {
                        open.get(connection).add(asked);
                    } else {
                        all.add(new Transaction(List.of(asked)));
                    }
                }
            }
        }
        return all;
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            values.add(parameter.group(2) == null ? null : parameter.group(2).replace("''", "'"));
        }
        return values;
    }

    private List<String> lines() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(told);
            String more = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String whole = more.substring(0, more.lastIndexOf('\n') + 1);
            told += whole.getBytes(StandardCharsets.UTF_8).length;
            return whole.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException half) {
            return JSON.createObjectNode();
        }
    }

    /** Nothing is logged any more. */
    @Override
    public void close() {
        logs(false);
    }
}
