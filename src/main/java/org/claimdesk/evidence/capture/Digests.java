package org.claimdesk.evidence.capture;

import java.util.HexFormat;

/** Digests as they are written. */
final class Digests {

    private Digests() {}

    static String hex(byte[] digest) {
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }
}
