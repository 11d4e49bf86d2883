package org.claimdesk.tlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** Small logs in memory, and the tree over them hashed as RFC 6962 has it, without a thought for speed. */
public final class Logs {

    private Logs() {}

    static List<Hash> leaves(long size) {
        return LongStream.range(0, size).mapToObj(Logs::leaf).toList();
    }

    static Hash leaf(long index) {
        return Hash.leaf(entry(index));
    }

    static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    /** MTH of RFC 6962, section 2.1. */
    public static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** The tiles over leaves, worked out from their definition. */
    public static Tiles tiles(List<Hash> leaves) {
        return tile -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int span = 1 << (Tile.HEIGHT * tile.level());
            for (int i = 0; i < tile.width(); i++) {
                int from = (int) (tile.n() * Tile.WIDTH + i) * span;
                bytes.writeBytes(root(leaves.subList(from, from + span)).bytes());
            }
            return bytes.toByteArray();
        };
    }

    public static Nodes nodes(List<Hash> leaves) {
        return new Nodes(tiles(leaves), leaves.size());
    }
}
