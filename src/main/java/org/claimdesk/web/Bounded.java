package org.claimdesk.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.claimdesk.problem.Problem;

/** A stream that ends in a problem once more is read than is taken. */
final class Bounded extends FilterInputStream {

    private final int most;
    private long count;

    Bounded(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    private void counted(int read) {
        count += read;
        if (count > most) {
            throw Problem.tooLarge("A body of JSON has at most %,d bytes.".formatted(most));
        }
    }
}
