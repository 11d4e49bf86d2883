package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That an entry is in a tree (RFC 6962, section 2.1.1; checked as in RFC 9162, section 2.1.3.2).
 *
 * @param index  of the entry, from 0
 * @param size   of the tree
 * @param hashes the nodes beside the way up to the root, from below; at most 63
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** One step up: two hashes that make the next. */
    public record Step(Hash left, Hash right, boolean givenLeft, Hash result) {}

    /** @throws Malformed where the tree has no such entry */
    public static InclusionProof of(long index, Nodes nodes) {
        if (index < 0 || index >= nodes.size()) {
            throw new Malformed("a tree of size " + nodes.size() + " has no entry " + index);
        }
        List<Hash> hashes = new ArrayList<>();
        long from = 0;
        long to = nodes.size();
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                hashes.add(nodes.range(middle, to));
                to = middle;
            } else {
                hashes.add(nodes.range(from, middle));
                from = middle;
            }
        }
        Collections.reverse(hashes);
        return new InclusionProof(index, nodes.size(), hashes);
    }

    /** The largest power of two below it. */
    static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /**
     * From the leaf up to the root; the last result is the root, or the leaf where there is no step.
     *
     * @throws Unproven where there are too few hashes, or too many
     */
    public List<Step> steps(Hash leaf) {
        if (index < 0 || index >= size) {
            throw new Unproven("a tree of size " + size + " has no entry " + index);
        }
        List<Step> steps = new ArrayList<>();
        long node = index;
        long last = size - 1;
        Hash below = leaf;
        for (Hash hash : hashes) {
            if (last == 0) {
                throw new Unproven("the proof of inclusion has hashes too many");
            }
            boolean left = (node & 1) == 1 || node == last;
            Step step = left
                    ? new Step(hash, below, true, Hash.node(hash, below))
                    : new Step(below, hash, false, Hash.node(below, hash));
            if (left) {
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            }
            node >>= 1;
            last >>= 1;
            below = step.result();
            steps.add(step);
        }
        if (last != 0) {
            throw new Unproven("the proof of inclusion has hashes too few");
        }
        return steps;
    }

    /** @throws Unproven where it does not lead from that leaf to that root */
    public void verify(Hash leaf, Hash root) {
        List<Step> steps = steps(leaf);
        Hash reached = steps.isEmpty() ? leaf : steps.get(steps.size() - 1).result();
        if (!reached.equals(root)) {
            throw new Unproven("the proof of inclusion leads to another root");
        }
    }
}
