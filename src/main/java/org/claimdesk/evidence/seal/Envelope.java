package org.claimdesk.evidence.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

/**
 * Encrypts with a key made for the one thing, which is encrypted itself with a key that lasts: AES-256-GCM with a random
 * nonce of 12 bytes before and a tag of 16 bytes behind, by Tink. Everything is bound to where it belongs, so that nothing
 * opens in another place.
 *
 * @param keyId   names the key that wraps
 * @param wrapped the key of the contents
 */
record Envelope(String keyId, byte[] wrapped, byte[] contents) {

    private static final byte[] RECORDING = bytes("claimdesk-recording/1");
    private static final String HASH = "HmacSha256";
    /** Of a recording, encrypted and authenticated one after the other: 64 KB. */
    private static final int SEGMENT = 1 << 16;

    static Envelope around(byte[] plain, String place, SealKeys.Key key) {
        byte[] once = newKey();
        try {
            return new Envelope(key.id(), aead(key.bytes()).encrypt(once, bound("key", key.id() + "/" + place)),
                    aead(once).encrypt(plain, bound("contents", place)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has AES-GCM", impossible);
        }
    }

    /** @throws GeneralSecurityException where the key is another, or anything was changed or put in another place */
    byte[] opened(String place, SealKeys.Key key) throws GeneralSecurityException {
        byte[] once = aead(key.bytes()).decrypt(wrapped, bound("key", key.id() + "/" + place));
        return aead(once).decrypt(contents, bound("contents", place));
    }

    static byte[] newKey() {
        return Random.randBytes(SealKeys.BYTES);
    }

    /** What is written to it goes out encrypted, segment by segment; closing it ends the last. */
    static OutputStream encrypting(OutputStream out, byte[] key) throws IOException {
        try {
            return streaming(key).newEncryptingStream(out, RECORDING);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has AES-GCM", impossible);
        }
    }

    /** What is read from it is authentic; where it was changed or cut, reading fails. */
    static InputStream decrypting(InputStream in, byte[] key) throws IOException {
        try {
            return streaming(key).newDecryptingStream(in, RECORDING);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has AES-GCM", impossible);
        }
    }

    private static Aead aead(byte[] key) throws GeneralSecurityException {
        return new AesGcmJce(key);
    }

    private static StreamingAead streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, HASH, SealKeys.BYTES, SEGMENT, 0);
    }

    private static byte[] bound(String what, String place) {
        return bytes("claimdesk-seal/1/" + what + "/" + place);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Envelope";
    }
}
