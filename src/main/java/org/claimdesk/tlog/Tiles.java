package org.claimdesk.tlog;

/** Where tiles are read from: a database, a directory, a server. */
@FunctionalInterface
public interface Tiles {

    /**
     * The hashes of a tile one after another.
     *
     * @return exactly 32 bytes for each hash of its width
     * @throws Malformed where it is not there or not as long as that
     */
    byte[] read(Tile tile);
}
