package org.claimdesk.tlog;

import java.util.Base64;

/** Base64 (RFC 4648, section 4) in its one canonical form, so that no two texts stand for the same bytes. */
final class Base64s {

    private Base64s() {}

    /** @throws Malformed where it is no Base64, or has bits that say nothing */
    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            throw new Malformed("that is no Base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Malformed("that Base64 has bits that say nothing");
        }
        return bytes;
    }
}
