package org.claimdesk.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A salted commitment to a text: SHA-256 over 16 bytes of salt and the text in UTF-8, written as base64. */
public final class Commitment {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private Commitment() {}

    static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }

    /** @param salt 16 bytes, base64 */
    public static String to(String text, String salt) {
        MessageDigest digest = sha256();
        digest.update(Base64.getDecoder().decode(salt));
        return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What an entry has of ids that are too many for it: SHA-256 over each in decimal and a line feed, in hexadecimal. */
    public static String sha256(List<Long> ids) {
        String lines = ids.stream().map(id -> id + "\n").collect(Collectors.joining());
        return HexFormat.of().formatHex(sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
