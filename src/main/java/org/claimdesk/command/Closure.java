package org.claimdesk.command;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Whether the entries of an article are all there: the last entry PACK says how many others there are, and the SHA-256 over
 * their leaf hashes sorted as bytes.
 */
final class Closure {

    private final List<byte[]> leaves = new ArrayList<>();
    private ProvedLines.Line last;

    void follow(ProvedLines.Line line) {
        boolean closes = line.act().equals("PACK") && (last == null || last.index() < line.index());
        if (closes && last != null) {
            leaves.add(last.leaf().bytes());
        }
        if (closes) {
            last = line;
        } else {
            leaves.add(line.leaf().bytes());
        }
    }

    /** @throws Wrong where one was left out, or put in */
    void end() {
        if (last == null) {
            throw new Wrong("entries", "the entry PACK, which says how many there are, is missing");
        }
        long said = last.fact("entries").asLong(-1);
        if (said != leaves.size()) {
            throw new Wrong("entries", "beside entry " + last.index() + " there are " + leaves.size()
                    + ", but it says " + said);
        }
        if (!last.fact("sha256").asText().equals(digest())) {
            throw new Wrong("entries", "they are as many as entry " + last.index() + " says, but not the same");
        }
    }

    private String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            leaves.stream().sorted(Arrays::compareUnsigned).forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
