package org.claimdesk.content;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** How content is called, and where it stands by that. */
final class Digest {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Digest() {}

    static boolean is(String name) {
        return FORM.matcher(name).matches();
    }

    /** As {@code ab/ab…}, so that no directory gets too large. */
    static String place(String digest) {
        if (!is(digest)) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
        return digest.substring(0, 2) + "/" + digest;
    }

    static byte[] bytes(String digest) {
        return HexFormat.of().parseHex(digest);
    }
}
