package org.claimdesk.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), by which content is called. */
public final class Sha256 {

    private Sha256() {}

    /** One that nothing has gone through yet. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** Of all these bytes. */
    public static byte[] of(byte[] bytes) {
        return begun().digest(bytes);
    }
}
