package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.claimdesk.local.KeptServers;

/** Blocks of the service and of the floor by turns, in one run on one database, and what the database counted meanwhile. */
final class Measuring {

    private static final int ROUNDS = 3;
    private static final double HALF = 0.5;
    private static final double SECOND = 1_000;

    private final Load load;
    private final Floor floor;
    private final Map<String, Double> pace;
    private final Counters counters;
    private final Path place;
    private final int claims;
    private final int warm;
    private final int seconds;

    /**
     * How long it takes.
     *
     * @param warm    seconds before the first block of a work: a service that is in use has been for weeks
     * @param seconds of a block
     */
    record Times(int warm, int seconds) {}

    /** @param pace the fixed rates of works, which the first database settles and all others keep */
    Measuring(Load load, Floor floor, Counters counters, Map<String, Double> pace, Path place, int claims,
            Times times) {
        this.load = load;
        this.floor = floor;
        this.pace = pace;
        this.counters = counters;
        this.place = place;
        this.claims = claims;
        this.warm = times.warm();
        this.seconds = times.seconds();
    }

    /** Of work that one visitor does: how often in a second of waiting for it, pauses between not counted. */
    Line alone(Work work, Supplier<Map<String, String>> settings) throws SQLException {
        Map<String, String> told = told(work, settings);
        counters.quiet();
        counters.start();
        Block served = load.run(told, 0, seconds, 2 * seconds);
        Counters.Done done = counters.stop(KeptServers.SERVICE);
        counters.quiet();
        Block bare = floor.alone().run(work.floor(), 2, seconds);
        System.out.printf("  %s, %,d claims: p50 %.0f, p95 %.0f ms, floor p50 %.1f ms%n", work.name(), claims,
                served.p50(), served.p95(), bare.p50());
        return new Line(work.name(), claims, SECOND / served.p50(), SECOND / bare.p50(), Block.NONE, Double.NaN, served,
                Floor.statements(work.floor()), 1, done.wal() / (double) served.done());
    }

    /** @param settings asked before each block, for tokens do not last */
    Line of(Work work, Supplier<Map<String, String>> settings) throws SQLException {
        List<Block> busy = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        double statements = Floor.statements(work.floor());
        double commits = 0;
        double wal = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> told = told(work, settings);
            counters.quiet();
            counters.start();
            Block served = load.run(told, 0, round == 0 ? warm : seconds / 2 + 1, seconds);
            Counters.Done byService = counters.stop(KeptServers.SERVICE);
            busy.add(served);
            wal = byService.wal() / (double) served.done();
            counters.quiet();
            counters.start();
            Block bare = floor.run(work.floor(), 2, seconds);
            Counters.Done byFloor = counters.stop(KeptServers.FLOOR);
            Counters.Done anyway = counters.stop(KeptServers.SERVICE);
            floors.add(bare.rate());
            commits = Same.of(work.name(), byService, served.done(), byFloor, bare.done(), anyway).commits();
            System.out.printf(
                    "  %s, %,d claims: service %,.0f/s (p50 %.0f, p95 %.0f, p99 %.0f ms), floor %,.0f/s (p50 %.1f ms), ratio %.2f; %.1f statements, %.1f commits, %,.0f bytes of WAL%n",
                    work.name(), claims, served.rate(), served.p50(), served.p95(), served.p99(), bare.rate(),
                    bare.p50(),
                    served.rate() / bare.rate(), statements, commits, wal);
        }
        Block middle = middle(busy);
        double rate = middle.rate();
        double arrivals = pace.computeIfAbsent(work.name(), name -> Math.max(1, Math.floor(rate * HALF)));
        return new Line(work.name(), claims, rate, median(floors), middle, arrivals,
                visit(work, settings, arrivals, seconds / 2 + 1), statements, commits, wal);
    }

    Block visit(Work work, Supplier<Map<String, String>> settings, double rate, int warm) {
        return load.run(told(work, settings), rate, warm, seconds);
    }

    /** What the visits are told: who is signed in, and what there is to visit now. */
    private Map<String, String> told(Work work, Supplier<Map<String, String>> settings) {
        Map<String, String> all = new HashMap<>(work.settings());
        all.putAll(settings.get());
        all.put("who", all.getOrDefault(work.settings().getOrDefault("as", ""), ""));
        Path targets = place.resolve("targets.txt");
        try {
            Files.createDirectories(place);
            Files.write(targets, work.targets().get());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        all.put("targets", targets.toString());
        return all;
    }

    private static Block middle(List<Block> blocks) {
        return blocks.stream().sorted(Comparator.comparingDouble(Block::rate)).toList().get(blocks.size() / 2);
    }

    static double median(List<Double> rates) {
        List<Double> sorted = rates.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
