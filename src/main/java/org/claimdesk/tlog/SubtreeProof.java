package org.claimdesk.tlog;

import java.util.Iterator;
import java.util.List;

/**
 * That leaves next to each other have the same hash in a tree that holds more: what a consistency proof is for the leaves
 * from 0 on, for a part that begins anywhere (draft-ietf-plants-merkle-tree-certs, "Subtree Consistency Proofs").
 *
 * @param start  of the part, from 0
 * @param end    of it, exclusive
 * @param size   of the tree
 * @param hashes from below
 */
record SubtreeProof(long start, long end, long size, List<Hash> hashes) {

    SubtreeProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether it can be a node: it begins at a multiple of the least power of two that holds it. */
    private boolean valid() {
        if (start < 0 || end < start || size < end) {
            return false;
        }
        long count = end - start;
        return count == 0 || start % (count == 1 ? 1 : InclusionProof.split(count) * 2) == 0;
    }

    /** @throws Unproven where the part has not that hash in the tree of that root */
    void verify(Hash part, Hash root) {
        if (!valid()) {
            throw new Unproven("leaves " + start + " to " + end + " are no part of a tree of size " + size);
        }
        if (start == end) {
            require(hashes.isEmpty() && part.equals(Hash.EMPTY), "an empty part has a hash of its own");
            return;
        }
        walk(part, root);
    }

    private void walk(Hash part, Hash root) {
        long first = start;
        long node = end - 1;
        long last = size - 1;
        while (first != node && (node == last || (node & 1) == 1)) {
            first >>= 1;
            node >>= 1;
            last >>= 1;
        }
        Iterator<Hash> given = hashes.iterator();
        Hash seed = part;
        if (first != node) {
            require(given.hasNext(), "the proof of consistency has hashes too few");
            seed = given.next();
        }
        Hash old = seed;
        Hash now = seed;
        while (given.hasNext()) {
            Hash hash = given.next();
            require(last != 0, "the proof of consistency has hashes too many");
            if ((node & 1) == 1 || node == last) {
                if (first < node) {
                    old = Hash.node(hash, old);
                }
                now = Hash.node(hash, now);
                while ((node & 1) == 0 && node != 0) {
                    first >>= 1;
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                now = Hash.node(now, hash);
            }
            first >>= 1;
            node >>= 1;
            last >>= 1;
        }
        require(last == 0, "the proof of consistency has hashes too few");
        require(old.equals(part), "the proof of consistency leads to another earlier root");
        require(now.equals(root), "the proof of consistency leads to another later root");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Unproven(otherwise);
        }
    }
}
