package org.claimdesk.standards.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict that can be drawn, and how many tickets it has. Pure. */
record Candidate(long verdict, int weight) {

    private static final String HEAD = "verdict,weight\n";

    /** The list as it is published: a line a verdict, in the order of their ids, each ended by a line feed. */
    static String list(List<Candidate> candidates) {
        return candidates.stream()
                .map(one -> one.verdict + "," + one.weight + "\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    static List<Candidate> read(String list) {
        return list.lines().skip(1).map(Candidate::line).toList();
    }

    private static Candidate line(String line) {
        int comma = line.indexOf(',');
        return new Candidate(Long.parseLong(line.substring(0, comma)), Integer.parseInt(line.substring(comma + 1)));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
