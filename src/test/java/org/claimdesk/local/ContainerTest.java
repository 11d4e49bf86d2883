package org.claimdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What is measured of the packaged service holds for the container: both start it in the same way. */
class ContainerTest {

    @Test
    void theContainerStartsTheServiceAsTheTestsDo() throws IOException {
        List<String> dockerfile = Files.readAllLines(Path.of("docker/Dockerfile"));
        String entrypoint = dockerfile.get(dockerfile.size() - 1);
        List<String> expected = new ArrayList<>(
                List.of("java", "-XX:AOTCache=claimdesk.aot", "-XX:MaxRAMPercentage=25"));
        expected.addAll(LocalService.FLAGS);
        expected.addAll(List.of("-jar", "quarkus-run.jar"));

        assertThat(entrypoint).startsWith("ENTRYPOINT ");
        List<String> started = new ObjectMapper().readValue(entrypoint.substring("ENTRYPOINT ".length()),
                new TypeReference<List<String>>() {
                });
        assertThat(started).isEqualTo(expected);
        // A cache made with another collector is not used.
        assertThat(dockerfile).contains("RUN java -XX:AOTCacheOutput=claimdesk.aot " + LocalService.FLAGS.get(0)
                + " -Dquarkus.appcds.generate=true -jar quarkus-run.jar");
        assertThat(dockerfile).anyMatch(line -> line.strip().equals("MALLOC_ARENA_MAX=2"));
        assertThat(LocalService.MALLOC).containsOnlyKeys("MALLOC_ARENA_MAX").containsEntry("MALLOC_ARENA_MAX", "2");
    }
}
