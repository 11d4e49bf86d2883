package org.claimdesk.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** How bodies are packed for the way (RFC 9110, section 8.4). */
public final class Packing {

    private Packing() {}

    /**
     * @param encoding the value of Content-Encoding, or null
     * @throws Unfetched where it is packed as nobody asked for
     */
    public static InputStream unpacked(InputStream packed, String encoding) throws IOException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> packed;
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> new InflaterInputStream(packed);
            default -> throw new Unfetched(Unfetched.Kind.PACKING,
                    "The site sends it packed in a way that is not known here.");
        };
    }

    /** What to say of a body that cannot be unpacked. */
    public static Unfetched wrong() {
        return new Unfetched(Unfetched.Kind.PACKING,
                "What the site sends is packed wrongly and cannot be unpacked.");
    }

    /** What to say of a body larger than this, packed or unpacked. @param most in bytes */
    public static Unfetched tooLarge(long most) {
        return new Unfetched(Unfetched.Kind.TOO_LARGE,
                "What is there is larger than %,d MB, the most that is fetched.".formatted(most >> 20));
    }
}
