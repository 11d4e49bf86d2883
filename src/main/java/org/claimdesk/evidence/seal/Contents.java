package org.claimdesk.evidence.seal;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.subtle.Random;

/**
 * What a seal holds, as it is encrypted: JSON, filled up with spaces so that its length does not tell how long a name is.
 *
 * @param salt 16 random bytes, so that nobody can try names against the commitment
 */
record Contents(byte[] salt, Identity who, Tape recording) {

    private static final int SALT = 16;
    private static final int BLOCK = 512;

    /**
     * A recording as the seal knows it.
     *
     * @param key    by which it is encrypted
     * @param digest SHA-256 of it as it came, hexadecimal
     * @param size   as it came, in bytes
     */
    record Tape(byte[] key, String name, String mediaType, String digest, long size) {

        @Override
        public String toString() {
            return "Tape";
        }
    }

    /** @param recording encrypted, or null */
    static Contents of(Identity who, Recording recording) {
        return new Contents(Random.randBytes(SALT), who, recording == null
                ? null
                : new Tape(recording.key(), recording.name(), recording.plain().mediaType(),
                        recording.plain().digest(), recording.plain().size()));
    }

    byte[] written(ObjectMapper json) {
        try {
            byte[] bytes = json.writeValueAsBytes(this);
            byte[] padded = Arrays.copyOf(bytes, (bytes.length / BLOCK + 1) * BLOCK);
            Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
            return padded;
        } catch (JsonProcessingException unwritable) {
            // Without the cause: it could say what could not be written.
            throw new IllegalStateException("the contents of a seal cannot be written");
        }
    }

    static Contents read(byte[] bytes, ObjectMapper json) {
        try {
            return json.readValue(bytes, Contents.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the contents of a seal cannot be read");
        }
    }

    @Override
    public String toString() {
        return "Contents";
    }
}
