package org.claimdesk.standards.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws verdicts as tickets from a hat: each has as many as its weight, and what is drawn leaves with all of its tickets. The
 * numbers are SHA-256 of the seed, so anybody draws the same (docs/audits.md). Whole numbers alone: no language rounds them in
 * its own way. Pure.
 */
final class Hat {

    private Hat() {}

    /**
     * The seed of a draw: SHA-256 of root, colon and id.
     *
     * @param root of the first checkpoint over the entry of the draw, in base64
     * @param draw its id
     */
    static byte[] seed(String root, long draw) {
        return Candidate.sha256(root + ":" + draw);
    }

    /**
     * Ticket k is SHA-256 of the seed in hexadecimal, a colon and k, counted from 1, read as a whole number and reduced by how
     * many tickets are left; tickets are counted along the list from 0.
     *
     * @param seed 64 hexadecimal digits, lower case
     * @return the verdicts in the order they were drawn
     * @throws IllegalArgumentException where the list has fewer than size
     */
    static List<Long> draw(String seed, List<Candidate> list, int size) {
        if (size > list.size()) {
            throw new IllegalArgumentException(size + " of " + list.size());
        }
        int[] tickets = list.stream().mapToInt(Candidate::weight).toArray();
        long left = list.stream().mapToLong(Candidate::weight).sum();
        List<Long> drawn = new ArrayList<>();
        for (int k = 1; k <= size; k++) {
            BigInteger number = new BigInteger(1, Candidate.sha256(seed + ":" + k));
            int at = holder(tickets, number.mod(BigInteger.valueOf(left)).longValueExact());
            left -= tickets[at];
            tickets[at] = 0;
            drawn.add(list.get(at).verdict());
        }
        return drawn;
    }

    private static int holder(int[] tickets, long ticket) {
        long before = ticket;
        int at = 0;
        while (before >= tickets[at]) {
            before -= tickets[at];
            at++;
        }
        return at;
    }
}
