package org.claimdesk.evidence.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final byte[] PLAIN = "Xanthippe Quillfeather".getBytes(UTF_8);
    private static final SealKeys.Key KEY = new SealKeys.Key("a", Envelope.newKey());

    @Test
    void whatWasSealedComesOutInItsPlaceWithItsKey() throws Exception {
        Envelope envelope = Envelope.around(PLAIN, "1/2", KEY);

        assertThat(envelope.opened("1/2", KEY)).isEqualTo(PLAIN);
        assertThat(envelope.wrapped()).hasSize(60);
        assertThat(envelope.contents()).hasSize(PLAIN.length + 28);
        assertThat(Envelope.around(PLAIN, "1/2", KEY).contents()).isNotEqualTo(envelope.contents());
    }

    @Test
    void itDoesNotOpenInAnotherPlaceOrWithAnotherKey() {
        Envelope envelope = Envelope.around(PLAIN, "1/2", KEY);
        Envelope other = Envelope.around(PLAIN, "1/3", KEY);

        assertRefused(() -> envelope.opened("1/3", KEY));
        assertRefused(() -> envelope.opened("1/2", new SealKeys.Key("a", Envelope.newKey())));
        assertRefused(() -> envelope.opened("1/2", new SealKeys.Key("b", KEY.bytes())));
        assertRefused(() -> new Envelope("a", other.wrapped(), envelope.contents()).opened("1/2", KEY));
        assertRefused(() -> new Envelope("a", envelope.wrapped(), other.contents()).opened("1/2", KEY));
    }

    @Test
    void oneBitThatChangedIsSeen() {
        Envelope envelope = Envelope.around(PLAIN, "1/2", KEY);
        for (int i = 0; i < envelope.contents().length; i++) {
            byte[] changed = envelope.contents().clone();
            changed[i] ^= 1;
            assertRefused(() -> new Envelope("a", envelope.wrapped(), changed).opened("1/2", KEY));
        }
    }

    /** Around the borders of the segments of 64 KB. */
    @ParameterizedTest
    @ValueSource(ints = {1, 65_480, 65_481, 65_520, 65_536, 200_000})
    void aRecordingComesOutAsItWentIn(int size) throws Exception {
        byte[] recording = bytes(size);
        byte[] key = Envelope.newKey();
        byte[] encrypted = encrypted(recording, key);

        assertThat(Envelope.decrypting(new ByteArrayInputStream(encrypted), key).readAllBytes()).isEqualTo(recording);
        assertThat(encrypted.length).isGreaterThan(size);
    }

    @Test
    void aRecordingThatWasChangedCutOrIsAnotherBreaksOff() throws Exception {
        byte[] key = Envelope.newKey();
        byte[] encrypted = encrypted(bytes(200_000), key);
        byte[] changed = encrypted.clone();
        changed[150_000] ^= 1;

        for (byte[] wrong : new byte[][]{changed, Arrays.copyOf(encrypted, 150_000), Arrays.copyOf(encrypted, 65_536),
                encrypted(bytes(200_000), Envelope.newKey())}) {
            assertThatThrownBy(() -> Envelope.decrypting(new ByteArrayInputStream(wrong), key).readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    private static byte[] encrypted(byte[] plain, byte[] key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encrypting = Envelope.encrypting(out, key)) {
            encrypting.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void assertRefused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(GeneralSecurityException.class);
    }
}
