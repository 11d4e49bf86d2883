package org.claimdesk.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * The public half of an Ed25519 key with its name, and what it signs: notes as they stand, or cosignatures with a time
 * (C2SP signed-note and tlog-cosignature). Written as a vkey: {@code name+id+key}.
 */
public final class VerifierKey {

    /** What a key signs, by the byte that stands for it. */
    public enum Kind {
        NOTE(1), COSIGNATURE(4);

        private final byte type;

        Kind(int type) {
            this.type = (byte) type;
        }
    }

    private static final int TIME_BYTES = Long.BYTES;

    private final String name;
    private final Kind kind;
    private final byte[] key;
    private final int id;

    /** @param key 32 bytes (RFC 8032) */
    VerifierKey(String name, Kind kind, byte[] key) {
        this.name = requireName(name);
        this.kind = kind;
        this.key = Ed25519.requireKey(key);
        this.id = id(name, kind, key);
    }

    /** @throws Malformed where it is no name of a key: empty, or with spaces or + in it */
    static String requireName(String name) {
        boolean unfit = name.isEmpty() || name.indexOf('+') >= 0
                || name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
        if (unfit) {
            throw new Malformed("the name of a key is not empty and has neither spaces nor + in it");
        }
        return name;
    }

    /** @throws Malformed where it is no vkey of a kind known here, or its id is not its own */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("a verifier key is name+id+key");
        }
        byte[] typed = Base64s.decode(parts[2]);
        if (typed.length == 0) {
            throw new Malformed("the verifier key is empty");
        }
        for (Kind kind : Kind.values()) {
            if (kind.type == typed[0]) {
                VerifierKey key = new VerifierKey(parts[0], kind, Arrays.copyOfRange(typed, 1, typed.length));
                if (!key.idHex().equals(parts[1])) {
                    throw new Malformed("the id of the verifier key is not " + key.idHex());
                }
                return key;
            }
        }
        throw new Malformed("a verifier key of a type that is not known: " + typed[0]);
    }

    private static int id(String name, Kind kind, byte[] key) {
        MessageDigest digest = Hash.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(kind.type);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    int id() {
        return id;
    }

    /** Eight hexadecimal digits. */
    public String idHex() {
        return "%08x".formatted(id);
    }

    /** 32 bytes (RFC 8032). */
    public byte[] key() {
        return key.clone();
    }

    /** The same as Java has it. */
    public PublicKey publicKey() {
        return Ed25519.publicKey(key);
    }

    /** Whether the signature says that it is this key's. */
    public boolean claims(Note.Signature signature) {
        return signature.key() == id && signature.name().equals(name);
    }

    /** Whether it is this key's signature of that text. */
    public boolean verifies(String text, Note.Signature signature) {
        if (!claims(signature)) {
            return false;
        }
        byte[] bytes = signature.bytes();
        if (kind == Kind.NOTE) {
            return Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), bytes);
        }
        if (bytes.length != TIME_BYTES + Ed25519.SIGNATURE_BYTES) {
            return false;
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time >= 0 && Ed25519.verifies(key, cosigned(text, time),
                Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
    }

    /** When a cosignature says it was given, in seconds since 1970; nothing before it is verified. */
    public static long time(Note.Signature cosignature) {
        return ByteBuffer.wrap(cosignature.bytes()).getLong();
    }

    static byte[] cosigned(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** The vkey. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + key.length).put(kind.type).put(key).array();
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
