package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree as little as it takes to grow it and to know its root: the roots of its complete subtrees, the largest first.
 * Holds at most 63 hashes, whatever the size.
 */
public final class Frontier {

    private final List<Hash> roots;
    private long size;

    /** Without leaves. */
    public Frontier() {
        this(0, List.of());
    }

    /** @param roots of the complete subtrees of a tree of that size, the largest first */
    Frontier(long size, List<Hash> roots) {
        if (roots.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(roots.size() + " complete subtrees in a tree of size " + size);
        }
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    public long size() {
        return size;
    }

    /** What a leaf has completed above it. */
    @FunctionalInterface
    public interface Completed {
        /** Hash {@code n} of the tiles of a level, which is 1 or more. */
        void node(int level, long n, Hash hash);
    }

    /** Adds a leaf at the end. */
    public void append(Hash leaf) {
        append(leaf, (level, n, hash) -> {});
    }

    /** Adds a leaf at the end, and tells what it completes that stands in a tile. */
    public void append(Hash leaf, Completed completed) {
        Hash grown = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            grown = Hash.node(roots.remove(roots.size() - 1), grown);
            height++;
            if (height % Tile.HEIGHT == 0) {
                completed.node(height / Tile.HEIGHT, size >> height, grown);
            }
        }
        roots.add(grown);
        size++;
    }

    /** The Merkle Tree Hash of all leaves (RFC 6962, section 2.1). */
    public Hash root() {
        if (size == 0) {
            return Hash.EMPTY;
        }
        Hash root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hash.node(roots.get(i), root);
        }
        return root;
    }
}
