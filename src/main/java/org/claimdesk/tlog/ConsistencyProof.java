package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That a tree is an earlier one with entries added at its end, none changed or lost (RFC 6962, section 2.1.2; checked as in
 * RFC 9162, section 2.1.4.2).
 *
 * @param from   size of the earlier tree, at least 1: with an empty one everything is consistent, so it proves nothing
 * @param to     size of the later one
 * @param hashes from below; at most 63
 */
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** @throws Malformed where the tree was never of that size, or that is 0 */
    public static ConsistencyProof of(long from, Nodes nodes) {
        long to = nodes.size();
        if (from < 1 || from > to) {
            throw new Malformed("a tree of size " + to + " is not proved consistent with one of size " + from);
        }
        List<Hash> hashes = new ArrayList<>();
        long left = 0;
        long right = to;
        // Whoever asks has the earlier root, and needs no hash of it as long as it is a node of the later tree.
        boolean known = true;
        while (from != right) {
            long middle = left + InclusionProof.split(right - left);
            if (from <= middle) {
                hashes.add(nodes.range(middle, right));
                right = middle;
            } else {
                hashes.add(nodes.range(left, middle));
                left = middle;
                known = false;
            }
        }
        if (!known) {
            hashes.add(nodes.range(left, right));
        }
        Collections.reverse(hashes);
        return new ConsistencyProof(from, to, hashes);
    }

    /** @throws Unproven where it does not lead to both roots */
    public void verify(Hash earlier, Hash later) {
        if (from < 1 || from > to) {
            throw new Unproven("nothing proves a tree of size " + to + " consistent with one of size " + from);
        }
        new SubtreeProof(0, from, to, hashes).verify(earlier, later);
    }
}
