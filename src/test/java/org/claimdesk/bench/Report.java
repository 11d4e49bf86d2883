package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** What came out, as a table to read, as JSON to compare and as a picture. */
final class Report {

    private static final String HEAD = "| work | claims | rate /s | floor /s | ratio | busy p50, p95, p99 ms | at /s | p50 ms | p95 ms | p99 ms | statements | commits | WAL bytes |";
    private static final String RULE = "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

    private final List<Line> lines;
    private final List<Goal> goals;
    private final Map<String, String> facts;

    /** @param facts what else was measured, and on what */
    Report(List<Line> lines, List<Goal> goals, Map<String, String> facts) {
        this.lines = lines;
        this.goals = goals;
        this.facts = facts;
    }

    String markdown() {
        List<String> rows = new ArrayList<>(
                List.of("| goal | measured | wanted | reached |", "| --- | ---: | ---: | --- |"));
        goals.forEach(goal -> rows.add("| %s | %s | %s | %s |".formatted(goal.name(), goal.shown(), goal.asked(),
                goal.reached() ? "yes" : "**no**")));
        rows.addAll(List.of("", HEAD, RULE));
        lines.forEach(line -> rows.add(row(line)));
        rows.addAll(List.of("", "| | |", "| --- | --- |"));
        facts.forEach((name, value) -> rows.add("| " + name + " | " + value + " |"));
        return String.join("\n", rows) + "\n";
    }

    private static String row(Line line) {
        return "| %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |".formatted(line.work(),
                line.claims(),
                number(line.rate(), 1), number(line.floor(), 1), number(line.ratio(), 2), busy(line.busy()),
                number(line.arrivals(), 1),
                number(line.timed().p50(), 0), number(line.timed().p95(), 0), number(line.timed().p99(), 0),
                number(line.statements(), 0),
                number(line.commits(), 0), number(line.wal(), 0));
    }

    private static String busy(Block block) {
        return block.done() == 0
                ? ""
                : String.format(Locale.ROOT, "%.0f, %.0f, %.0f", block.p50(), block.p95(), block.p99());
    }

    private static String number(double value, int places) {
        return Double.isNaN(value) || value == 0
                ? ""
                : String.format(Locale.ROOT, "%,." + (value >= 100 ? 0 : places) + "f", value);
    }

    void write(Path output) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("goals", goals.stream().map(Report::told).toList());
        all.put("works", lines.stream().map(Report::told).toList());
        all.put("facts", facts);
        try {
            Files.createDirectories(output);
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(output.resolve("bench.json").toFile(), all);
            Files.writeString(output.resolve("bench.md"), markdown());
            Files.writeString(output.resolve("bench.svg"), new Picture(goals).svg());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, Object> told(Goal goal) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", goal.name());
        told.put("value", goal.value());
        told.put(goal.least() ? "atLeast" : "atMost", goal.wanted());
        told.put("reached", goal.reached());
        return told;
    }

    private static Map<String, Object> told(Line line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("work", line.work());
        told.put("claims", line.claims());
        told.put("rate", line.rate());
        if (!Double.isNaN(line.floor())) {
            told.put("floor", line.floor());
            told.put("ratio", line.ratio());
            told.put("statements", line.statements());
            told.put("commits", line.commits());
        }
        if (line.busy().done() > 0) {
            told.put("busyP50", line.busy().p50());
            told.put("busyP95", line.busy().p95());
            told.put("busyP99", line.busy().p99());
        }
        told.put("walBytes", line.wal());
        told.put("arrivals", line.arrivals());
        told.put("p50", line.timed().p50());
        told.put("p95", line.timed().p95());
        told.put("p99", line.timed().p99());
        return told;
    }
}
