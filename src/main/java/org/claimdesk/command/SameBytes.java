package org.claimdesk.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** What is written into this must be what a file has at the same place. */
final class SameBytes extends OutputStream {

    private final InputStream file;
    private long at;

    SameBytes(InputStream file) {
        this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        byte[] there = file.readNBytes(length);
        int differs = Arrays.mismatch(there, 0, there.length, bytes, from, from + length);
        if (differs >= 0) {
            throw new Wrong("the packet",
                    "byte " + (at + differs) + " is not what it is in a zip written as packets are");
        }
        at += length;
    }

    /** @throws Wrong where the file goes on */
    void end() throws IOException {
        if (file.read() >= 0) {
            throw new Wrong("the packet", "there is something after its end, from byte " + at + " on");
        }
    }
}
