package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a tree of one size, from its tiles; each tile is read once, and only where it is needed. */
public final class Nodes {

    private final Tiles tiles;
    private final long size;
    private final Map<Tile, byte[]> read = new HashMap<>();

    public Nodes(Tiles tiles, long size) {
        if (size < 0) {
            throw new Malformed("no tree has " + size + " leaves");
        }
        this.tiles = tiles;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** The root of the tree. */
    public Hash root() {
        return size == 0 ? Hash.EMPTY : range(0, size);
    }

    /** The hash of a leaf as the tree has it. */
    public Hash leaf(long index) {
        return complete(0, index);
    }

    /** The tree, to be grown. */
    public Frontier frontier() {
        List<Hash> roots = new ArrayList<>();
        long from = 0;
        for (long part = Long.highestOneBit(size); part > 0; part >>= 1) {
            if ((size & part) != 0) {
                roots.add(range(from, from + part));
                from += part;
            }
        }
        return new Frontier(size, roots);
    }

    /** The Merkle Tree Hash of leaves next to each other, where {@code from} is a multiple of the largest part. */
    Hash range(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return complete(height, from >> height);
        }
        long left = Long.highestOneBit(count);
        return Hash.node(range(from, from + left), range(from + left, to));
    }

    /** The root of a complete subtree of 2^height leaves, the index-th of its kind. */
    private Hash complete(int height, long index) {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = index << above;
        byte[] hashes = tile(Tile.in(size, level, first / Tile.WIDTH));
        return above(hashes, (int) (first % Tile.WIDTH), above);
    }

    private static Hash above(byte[] hashes, int first, int height) {
        if (height == 0) {
            return Hash.of(hashes, first * Hash.BYTES, Hash.BYTES);
        }
        return Hash.node(above(hashes, first, height - 1), above(hashes, first + (1 << (height - 1)), height - 1));
    }

    private byte[] tile(Tile tile) {
        return read.computeIfAbsent(tile, wanted -> {
            byte[] hashes = tiles.read(wanted);
            if (hashes.length != wanted.width() * Hash.BYTES) {
                throw new Malformed("tile " + wanted.path() + " has " + hashes.length + " bytes");
            }
            return hashes;
        });
    }
}
