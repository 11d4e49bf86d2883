package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where content stands by its digest: SHA-256, 64 lower-case hexadecimal digits. What stands there is never changed or
 * deleted.
 */
interface Shelf {

    /**
     * Places a synced draft. When this returns the content stands under its digest, whole and for good, and survives the
     * loss of power; before that nothing does. Placing the same content again is no error, and repairs it where it has
     * another size.
     *
     * @param draft  MAY be moved away
     * @param digest MUST be that of the draft
     * @param size   of the draft, in bytes
     * @throws IOException where it cannot be placed; nothing then stands there that did not before
     */
    void place(Path draft, String digest, long size) throws IOException;

    /**
     * The content as it stands there, which may be damaged; empty where there is none.
     *
     * @throws IOException where that cannot be told, or on reading
     */
    Optional<InputStream> open(String digest) throws IOException;

    /** The size of the content of this digest, in bytes; empty where there is none. */
    OptionalLong size(String digest) throws IOException;

    /** The content as a file on this machine, to be opened at once; of a copy it is sure that it is not damaged. */
    Optional<Path> file(String digest) throws IOException;

    /** The digests of all content with the sizes in bytes, in order. */
    Map<String, Long> all() throws IOException;

    /** @throws IOException saying why nothing can be placed or read at the moment; takes a few seconds at most */
    void check() throws IOException;

    /** Ends connections. */
    default void close() {}
}
