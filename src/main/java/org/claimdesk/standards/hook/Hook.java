package org.claimdesk.standards.hook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A system that is told, and how messages to it are signed: Standard Webhooks, symmetric signatures (HMAC-SHA256).
 *
 * @param secrets the first is in use; the one before it signs too while it is changed
 */
record Hook(String name, String url, List<SecretKeySpec> secrets) {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int MOST_SECRETS = 2;

    /** @throws IllegalArgumentException where address or secrets are none; a secret is not in its message */
    static Hook of(String name, String url, List<String> secrets) {
        if (!url.matches("(?i)https?://[^/\\s]+\\S*")) {
            throw new IllegalArgumentException("the address of the webhook " + name + " is no web address");
        }
        URI.create(url);
        if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("the webhook " + name + " takes one secret, or the new and the old one");
        }
        return new Hook(name, url, secrets.stream().map(secret -> key(name, secret)).toList());
    }

    private static SecretKeySpec key(String name, String secret) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.strip().replaceFirst("^" + PREFIX, ""));
        } catch (IllegalArgumentException malformed) {
            key = new byte[0];
        }
        if (!secret.strip().startsWith(PREFIX) || key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a secret of the webhook " + name + " is not " + PREFIX
                    + " and 24 to 64 bytes in base64, as from: openssl rand -base64 32");
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * The value of webhook-signature.
     *
     * @param timestamp seconds since 1970
     */
    String signature(String message, long timestamp, String body) {
        byte[] signed = (message + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(SecretKeySpec secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "webhook " + name;
    }
}
