package org.claimdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Gatling in a process of its own, and the numbers out of its report. */
final class Load {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path tool;
    private final Path place;

    /** @param build where the build has put the tool's class path and our visits */
    Load(Path build, Path place) {
        this.tool = build.resolve("bench-load");
        this.place = place;
    }

    /** @param rate a second; 0 for as many as so many visitors do without a pause */
    Block run(Map<String, String> work, double rate, int warm, int seconds) {
        Map<String, String> settings = new LinkedHashMap<>(work);
        settings.put("rate", Double.toString(rate));
        settings.put("warm", Integer.toString(warm));
        settings.put("seconds", Integer.toString(seconds));
        try {
            Path report = Files.createTempDirectory(Files.createDirectories(place), "visits");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
            // It tells nobody that it is used.
            command.addAll(List.of("-Dgatling.data.enableAnalytics=false", "-Dgatling.data.console.light=true"));
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-cp", tool + ":" + classpath(), "io.gatling.app.Gatling", "-s",
                    "org.claimdesk.bench.Visits", "-rf", report.toString()));
            Path said = report.resolve("said.txt");
            int code = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the load tool ended with " + code + ":\n" + Files.readString(said));
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
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
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
