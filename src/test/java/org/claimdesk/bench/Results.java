package org.claimdesk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.claimdesk.tlog.LogSpeed;

/** All that was measured, and how it stands to what is wanted. */
final class Results {

    private static final double RATIO = 0.5;
    private static final double GROWTH = 1.5;
    private static final double FILED = 300;
    private static final double INTEGRATED = 20_000;
    private static final double VERIFIED = 1 / 3.0;
    private static final double MEMORY = 512;

    private final List<Line> lines = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private boolean several;

    void add(Line line) {
        lines.add(line);
    }

    void started(int claims, Duration took) {
        facts.put(of("start to ready", claims), "%.1f s".formatted(took.toMillis() / 1000.0));
    }

    void idle(int claims, double resident) {
        facts.put(of("resident memory after the start", claims), "%.0f MiB".formatted(resident));
    }

    void integrated(int claims, Chain.Rates rates) {
        double rate = rates.integrated();
        lines.add(
                new Line("entries into the ledger", claims, rate, rates.floor(), Block.NONE, Double.NaN, Block.NONE, 0,
                        0, 0));
        goals.add(Goal.atLeast(of("ledger integrates, entries a second", claims), rate, INTEGRATED, "%,.0f"));
    }

    void checked(int claims, double rate) {
        facts.put(of("self-check of the ledger, entries a second", claims), "%,.0f".formatted(rate));
    }

    void loaded(int claims, double most) {
        goals.add(Goal.atMost(of("resident memory under load, most of it, MiB", claims), most, MEMORY, "%.0f"));
    }

    boolean hasSeveral() {
        return several;
    }

    void several(int claims, Several.Rates rates) {
        several = true;
        String held = Double.isNaN(rates.processors())
                ? ""
                : ", each %.1f of a processor".formatted(rates.processors());
        for (int i = 0; i < rates.rates().size(); i++) {
            facts.put(of("state changes a second through %d instances%s".formatted(i + 1, held), claims),
                    "%.0f".formatted(rates.rates().get(i)));
            if (i > 0) {
                goals.add(Goal.atLeast(of("state changes of %d instances to one".formatted(i + 1), claims),
                        rates.rates().get(i) / rates.rates().get(0), 1, "%.2f"));
            }
        }
    }

    private static String of(String what, int claims) {
        return String.format(Locale.ROOT, "%s, %,d claims", what, claims);
    }

    Report report() {
        List<Goal> all = new ArrayList<>();
        for (Line line : lines) {
            if (line.work().equals(Acts.CHANGE)) {
                all.add(Goal.atLeast(of("state change, part of the floor", line.claims()), line.ratio(), RATIO,
                        "%.2f"));
            } else if (line.work().equals(Once.FILE)) {
                all.add(Goal.atMost(of("file 4,000 words, p95 in ms", line.claims()), line.timed().p95(), FILED,
                        "%.0f"));
            }
            lines.stream()
                    .filter(few -> few.work().equals(line.work()) && few.claims() < line.claims())
                    .findFirst()
                    .filter(few -> Pages.NAMES.contains(few.work()))
                    .ifPresent(few -> compare(all, few, line));
        }
        all.addAll(goals);
        LogSpeed.Rates rates = LogSpeed.measure();
        all.add(Goal.atLeast("ledger verifies, part of bare SHA-256", rates.verify() / rates.bare(), VERIFIED, "%.2f"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return new Report(lines, all, facts);
    }

    private static void compare(List<Goal> all, Line few, Line many) {
        all.add(Goal.atMost(String.format(Locale.ROOT, "%s, p95 with %,d claims to %,d", few.work(), many.claims(),
                few.claims()), many.timed().p95() / few.timed().p95(), GROWTH, "%.2f"));
        all.add(Goal.atMost(
                String.format(Locale.ROOT, "%s, statements more with %,d claims", few.work(), many.claims()),
                Math.rint(many.statements()) - Math.rint(few.statements()), 0, "%.0f"));
    }
}
