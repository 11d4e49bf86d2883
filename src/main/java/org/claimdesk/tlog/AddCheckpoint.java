package org.claimdesk.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log sends to a witness for its cosignature (C2SP tlog-witness, add-checkpoint).
 *
 * @param old    the size that the witness has seen last; 0 where it has seen none
 * @param proof  hashes of the consistency proof from there, none from 0; at most 63
 */
public record AddCheckpoint(long old, List<Hash> proof, Note checkpoint) {

    private static final int MOST = 63;
    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (old < 0 || proof.size() > MOST) {
            throw new Malformed("that is nothing to ask a witness");
        }
    }

    /** The body of the request. */
    public String body() {
        StringBuilder body = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }

    /** @throws Malformed where it is not written as the specification says */
    public static AddCheckpoint parse(String body) {
        int end = body.indexOf("\n\n");
        if (end < 0 || !body.startsWith(OLD)) {
            throw new Malformed("a request to a witness has an old size, a proof, an empty line and a checkpoint");
        }
        String[] lines = body.substring(0, end).split("\n", -1);
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.ofBase64(lines[i]));
        }
        String old = lines[0].substring(OLD.length());
        if (!old.matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed("the old size is not written as a number is");
        }
        return new AddCheckpoint(Long.parseLong(old), proof, Note.parse(body.substring(end + 2)));
    }
}
