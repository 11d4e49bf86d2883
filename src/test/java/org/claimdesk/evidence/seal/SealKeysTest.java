package org.claimdesk.evidence.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import org.claimdesk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeysTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private static String key(int filled) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filled);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SealKeys of(String typed) {
        return new SealKeys(Optional.ofNullable(typed), Optional.empty());
    }

    @Test
    void theFirstKeyWrapsAndTheOthersStillOpen() {
        SealKeys keys = of("2026:" + NEW + ", 2025:" + OLD);

        assertThat(keys.possible()).isTrue();
        assertThat(keys.newest().id()).isEqualTo("2026");
        assertThat(keys.named("2025").bytes()).containsOnly(1).hasSize(32);
        assertThat(catchThrowableOfType(Problem.class, () -> keys.named("2024")).kind())
                .isEqualTo(Problem.Kind.UNAVAILABLE);
    }

    @Test
    void oneKeyNeedsNoName() {
        assertThat(of(OLD).newest().id()).isEqualTo("1");
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        for (SealKeys none : new SealKeys[]{of(null), of(""), of(" \n# no key yet\n")}) {
            assertThat(none.possible()).isFalse();
            assertThat(catchThrowableOfType(Problem.class, none::require)).hasMessageContaining("CLAIMDESK_SEAL_KEY");
        }
    }

    @Test
    void keysComeFromAFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("keys"),
                "# the newest first\n2026:" + NEW + "\n2025:" + OLD + " # until June\n");

        assertThat(new SealKeys(Optional.empty(), Optional.of(file)).all()).extracting(SealKeys.Key::id)
                .containsExactly("2026", "2025");
        assertThatThrownBy(() -> new SealKeys(Optional.of(OLD), Optional.of(file))).hasMessageContaining("both");
        assertThatThrownBy(() -> new SealKeys(Optional.empty(), Optional.of(directory.resolve("none"))))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(
                () -> new SealKeys(Optional.empty(), Optional.of(Files.createFile(directory.resolve("empty")))))
                .hasMessageContaining("no key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "2026:c2hvcnQ=", ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "a/b:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatIsNoKeyStopsTheStartAndIsNotShown(String line) {
        assertThatThrownBy(() -> of(line)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining(line);
    }

    @Test
    void twoKeysOfOneNameStopTheStart() {
        assertThatThrownBy(() -> of("a:" + OLD + ",a:" + NEW)).hasMessageContaining("two keys");
    }

    @Test
    void aKeyDoesNotShowItself() {
        assertThat(of("a:" + OLD).newest()).hasToString("Key a");
    }

    @Test
    void aDerivedKeyIsAnother() {
        SealKeys.Key key = of(OLD).newest();

        assertThat(key.derived("one use")).hasSize(32).isNotEqualTo(key.bytes()).isNotEqualTo(key.derived("another"));
    }
}
