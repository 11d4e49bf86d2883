package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jboss.logging.Logger;

/**
 * Content on its way out, if it is what its digest says. The last piece is held back until that is sure: reading what is
 * damaged fails before its end, so it is never taken for whole.
 */
final class Verified extends InputStream {

    private static final Logger LOG = Logger.getLogger(Verified.class);
    private static final int CHUNK = 1 << 16;

    private final InputStream content;
    private final String digest;
    private final MessageDigest sha256 = Sha256.begun();
    private byte[] held;
    private byte[] piece = {};
    private int at;
    private boolean ended;

    Verified(InputStream content, String digest) {
        this.content = content;
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        return more() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int read = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, read);
        at += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private boolean more() throws IOException {
        while (at == piece.length && !ended) {
            advance();
        }
        return at < piece.length;
    }

    private void advance() throws IOException {
        byte[] next = content.readNBytes(CHUNK);
        sha256.update(next);
        if (next.length == 0) {
            check();
            ended = true;
        }
        piece = held == null ? new byte[0] : held;
        held = next;
        at = 0;
    }

    private void check() throws IOException {
        if (!HexFormat.of().formatHex(sha256.digest()).equals(digest)) {
            LOG.errorf("content %s is damaged in the store", digest);
            throw new Damaged(digest);
        }
    }
}
