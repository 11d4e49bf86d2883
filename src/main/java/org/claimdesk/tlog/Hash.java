package org.claimdesk.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A hash in the tree: SHA-256, with one byte before it that tells leaves from nodes (RFC 6962, section 2.1). */
public final class Hash {

    /** How many bytes one has. */
    public static final int BYTES = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hash::digest);
    private static final ThreadLocal<byte[]> PAIR = ThreadLocal.withInitial(() -> new byte[1 + 2 * BYTES]);
    /** The root of a tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(DIGEST.get().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws Malformed where there are not 32 bytes */
    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Hash of(byte[] bytes, int from, int length) {
        if (length != BYTES) {
            throw new Malformed("a hash has 32 bytes, not " + length);
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** @throws Malformed where it is not the Base64 of 32 bytes */
    public static Hash ofBase64(String text) {
        return of(Base64s.decode(text));
    }

    /** Of an entry. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** Of two trees side by side. */
    public static Hash node(Hash left, Hash right) {
        // In one piece: hashing is quicker than being handed things.
        byte[] pair = PAIR.get();
        pair[0] = NODE;
        left.into(pair, 1);
        right.into(pair, 1 + BYTES);
        return new Hash(DIGEST.get().digest(pair));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void into(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, BYTES);
    }

    /** In Base64, as notes have it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
