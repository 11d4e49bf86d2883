package org.claimdesk.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same SQL without the service: prepared statements over bare JDBC, so many connections at once, each on targets of its own. */
final class Floor {

    private static final int MOST = 1 << 18;

    private final Copying.Opening opening;
    private final int connections;

    /** Acts on one claim, one after the other and from the first again; {@code version} is that before the next of them. */
    static final class Target {
        private final List<Recipe> recipes;
        private final boolean undone;
        private int version;

        Target(List<Recipe> recipes, int version) {
            this(recipes, version, false);
        }

        /** @param undone whether each is rolled back, where doing it twice would be refused */
        Target(List<Recipe> recipes, int version, boolean undone) {
            this.recipes = recipes;
            this.version = version;
            this.undone = undone;
        }
    }

    /** How many statements are sent for an act, on average. */
    static double statements(List<Target> targets) {
        return targets.stream()
                .flatMap(target -> target.recipes.stream())
                .mapToInt(Recipe::statements)
                .average()
                .orElse(Double.NaN);
    }

    Floor(Copying.Opening opening, int connections) {
        this.opening = opening;
        this.connections = connections;
    }

    /** The same by one connection. */
    Floor alone() {
        return new Floor(opening, 1);
    }

    /** @param targets taken by turns, each by one connection */
    Block run(List<Target> targets, int warm, int seconds) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long from = System.nanoTime() + warm * 1_000_000_000L;
            long until = from + seconds * 1_000_000_000L;
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                List<Target> own = new ArrayList<>();
                for (int t = i; t < targets.size(); t += connections) {
                    own.add(targets.get(t));
                }
                running.add(threads.submit(asked(() -> run(own, from, until))));
            }
            long done = 0;
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> one : running) {
                long[] its = one.get();
                done += its[0];
                times.add(Arrays.copyOfRange(its, 1, its.length));
            }
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Block(all.length / (double) seconds, done, at(all, 0.50), at(all, 0.95), at(all, 0.99), 0);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> asked(Callable<T> work) {
        return work;
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    /** What is begun on a claim is ended. @return how many in all, then the nanoseconds of each within the time */
    private long[] run(List<Target> targets, long from, long until) throws SQLException {
        long[] times = new long[MOST];
        int timed = 0;
        long done = 0;
        try (Connection connection = opening.open()) {
            connection.setAutoCommit(false);
            Map<String, PreparedStatement> prepared = new HashMap<>();
            for (int i = 0; System.nanoTime() < until; i = (i + 1) % targets.size()) {
                Target target = targets.get(i);
                for (Recipe recipe : target.recipes) {
                    long begun = System.nanoTime();
                    recipe.run(connection, prepared, target.version++, target.undone);
                    long ended = System.nanoTime();
                    done++;
                    if (begun >= from && ended <= until && timed < times.length - 1) {
                        times[++timed] = ended - begun;
                    }
                }
            }
        }
        times[0] = done;
        return Arrays.copyOf(times, timed + 1);
    }
}
