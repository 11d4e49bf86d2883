package org.claimdesk.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.awaitility.Awaitility;

/** Gatling in a process of its own, one for all blocks, and the numbers out of its reports. */
final class Load implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Path tool;
    private final Path place;
    private final Path said;
    private Process process;

    /** @param build where the build has put the tool's class path and our visits */
    Load(Path build, Path place) {
        this.tool = build.resolve("bench-load");
        this.place = place;
        this.said = place.resolve("load.txt");
    }

    /** @param rate a second; 0 for as many as so many visitors do without a pause */
    Block run(Map<String, String> work, double rate, int warm, int seconds) {
        Properties settings = new Properties();
        settings.putAll(work);
        settings.put("rate", Double.toString(rate));
        settings.put("warm", Integer.toString(warm));
        settings.put("seconds", Integer.toString(seconds));
        try {
            Path report = Files.createTempDirectory(Files.createDirectories(place), "visits");
            Path order = report.resolve("settings.properties");
            try (OutputStream out = Files.newOutputStream(order)) {
                settings.store(out, null);
            }
            int code = visit(order);
            if (code != 0) {
                throw new IllegalStateException("the load tool ended with " + code + ", see " + said);
            }
            Block block = read(report, seconds);
            if (block.failed() > 0) {
                System.out.println("  " + block.failed() + " requests went wrong, see " + said);
            } else {
                delete(report);
            }
            return block;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int visit(Path order) throws IOException {
        if (process == null) {
            process = start();
        }
        process.outputWriter().write(order + "\n");
        process.outputWriter().flush();
        Path code = order.resolveSibling("code");
        Awaitility.await().forever().pollInterval(MOMENT).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the load tool is gone, see " + said);
            }
            return Files.exists(code);
        });
        return Integer.parseInt(Files.readString(code));
    }

    private Process start() throws IOException {
        // It tells nobody that it is used.
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dgatling.data.enableAnalytics=false", "-Dgatling.data.console.light=true", "-cp",
                tool + ":" + classpath(), "org.claimdesk.bench.Loads").redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private String classpath() throws IOException {
        return Files.readString(tool.resolve("classpath")).strip();
    }

    /** The report keeps its numbers as a script: an object whose names have no quotes, and what draws it after that. */
    private static Block read(Path report, int seconds) throws IOException {
        Path stats;
        try (Stream<Path> files = Files.walk(report)) {
            stats = files.filter(file -> file.getFileName().toString().equals("stats.js")).findFirst().orElseThrow();
        }
        JsonNode all = JSON.readTree(Files.readString(stats).replaceFirst("var stats = ", ""));
        for (JsonNode one : all.path("contents")) {
            JsonNode said = one.path("stats");
            if (said.path("name").asText().equals("measured")) {
                JsonNode total = all.path("stats").path("numberOfRequests");
                return new Block(ok(said.path("numberOfRequests")) / seconds, (long) ok(total),
                        ok(said.path("percentiles1")), ok(said.path("percentiles3")), ok(said.path("percentiles4")),
                        total.path("ko").asLong());
            }
        }
        throw new IllegalStateException("nothing was measured: " + stats);
    }

    private static double ok(JsonNode number) {
        return number.path("ok").asDouble();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
