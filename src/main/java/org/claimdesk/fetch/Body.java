package org.claimdesk.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.HttpEntity;

/** Reads a body up to a limit, packed and unpacked. */
final class Body {

    private static final int CHUNK = 1 << 13;

    private Body() {}

    /**
     * What comes over the wire, up to a limit.
     *
     * @param entity null where there is none
     * @throws Unfetched where it says that it is larger
     */
    static InputStream of(HttpEntity entity, long most) throws IOException {
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        if (entity.getContentLength() > most) {
            throw Packing.tooLarge(most);
        }
        return new Counted(entity.getContent(), most);
    }

    /** @throws Unfetched where it is larger than the limit when unpacked, or packed as nobody asked for */
    static byte[] read(InputStream packed, String encoding, long most) throws IOException {
        try (InputStream unpacked = Packing.unpacked(packed, encoding)) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = unpacked.read(chunk); read >= 0; read = unpacked.read(chunk)) {
                if (body.size() + read > most) {
                    throw Packing.tooLarge(most);
                }
                body.write(chunk, 0, read);
            }
            return body.toByteArray();
        }
    }

    /** Counts what comes over the wire. */
    private static final class Counted extends InputStream {
        private final InputStream raw;
        private final long most;
        private long count;

        Counted(InputStream raw, long most) {
            this.raw = raw;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = raw.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = raw.read(to, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int read) {
            count += read;
            if (count > most) {
                throw Packing.tooLarge(most);
            }
        }
    }
}
