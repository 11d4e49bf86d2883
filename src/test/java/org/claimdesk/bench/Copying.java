package org.claimdesk.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

import org.postgresql.PGConnection;

/** Rows on their way into tables, many at once, past triggers and foreign keys; two connections write them. */
final class Copying implements AutoCloseable {

    /** Where connections come from. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private static final int WRITERS = 2;
    private static final int PART = 8 << 20;
    private static final int WAITING = 6;

    private final Map<String, StringBuilder> parts = new HashMap<>();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final Deque<Future<?>> under = new ArrayDeque<>();

    Copying(Opening opening) throws SQLException {
        for (int i = 0; i < WRITERS; i++) {
            Connection connection = opening.open();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica; set synchronous_commit = off");
            }
            connections.add(connection);
        }
    }

    /** Adds a row. @param table with its columns, as {@code copy} wants it; values are of this benchmark's own making */
    void row(String table, Object... values) {
        StringBuilder part = parts.computeIfAbsent(table, name -> new StringBuilder());
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                part.append('\t');
            }
            if (values[i] == null) {
                part.append("\\N");
            } else {
                append(part, values[i].toString());
            }
        }
        part.append('\n');
        if (part.length() > PART) {
            send(table);
        }
    }

    private static void append(StringBuilder part, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> part.append("\\n");
                case '\\' -> part.append("\\\\");
                default -> part.append(c);
            }
        }
    }

    private void send(String table) {
        byte[] rows = parts.remove(table).toString().getBytes(StandardCharsets.UTF_8);
        if (under.size() == WAITING) {
            await(under.poll());
        }
        under.add(writers.submit(() -> copy(table, rows)));
    }

    private Object copy(String table, byte[] rows) throws SQLException, IOException, InterruptedException {
        Connection connection = connections.take();
        try {
            return connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows));
        } finally {
            connections.add(connection);
        }
    }

    private static void await(Future<?> written) {
        try {
            written.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Waits until everything is in its table. */
    @Override
    public void close() throws SQLException {
        for (String table : java.util.List.copyOf(parts.keySet())) {
            send(table);
        }
        under.forEach(Copying::await);
        writers.shutdown();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
