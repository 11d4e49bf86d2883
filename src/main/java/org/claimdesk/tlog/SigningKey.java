package org.claimdesk.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.List;

/** An Ed25519 key with its name, that signs. It is never written anywhere. */
public final class SigningKey {

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * @param name of the key; of a log's own it is the log's origin
     * @param seed 32 random bytes, as 64 hexadecimal digits
     * @throws Malformed where the seed is something else; it is not in the message
     */
    public static SigningKey of(String name, VerifierKey.Kind kind, String seed) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(seed.strip());
        } catch (IllegalArgumentException other) {
            throw new Malformed("a signing key is 64 hexadecimal digits");
        }
        if (bytes.length != Ed25519.KEY_BYTES) {
            throw new Malformed("a signing key is 64 hexadecimal digits");
        }
        KeyPair pair = Ed25519.pair(bytes);
        return new SigningKey(pair.getPrivate(), new VerifierKey(name, kind, Ed25519.bare(pair.getPublic())));
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** A text with this key's signature under it. */
    public Note sign(String text) {
        return new Note(text, List.of(signature(text)));
    }

    public Note.Signature signature(String text) {
        if (verifier.kind() != VerifierKey.Kind.NOTE) {
            throw new IllegalStateException(verifier.name() + " signs with a time");
        }
        return new Note.Signature(verifier.name(), verifier.id(),
                Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param time in seconds since 1970 */
    public Note.Signature cosignature(String text, long time) {
        if (verifier.kind() != VerifierKey.Kind.COSIGNATURE) {
            throw new IllegalStateException(verifier.name() + " signs without a time");
        }
        byte[] signed = Ed25519.sign(key, VerifierKey.cosigned(text, time));
        return new Note.Signature(verifier.name(), verifier.id(),
                ByteBuffer.allocate(Long.BYTES + signed.length).putLong(time).put(signed).array());
    }
}
