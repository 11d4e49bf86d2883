package org.claimdesk.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import org.apache.hc.core5.http.HttpEntity;

/** Reads a body up to a limit, packed and unpacked. */
final class Body {

    private static final int CHUNK = 1 << 13;

    private Body() {}

    /**
     * @param entity null where there is none
     * @throws org.claimdesk.problem.Problem bad input, where it is larger than the limit or packed as nobody asked for
     */
    static byte[] read(HttpEntity entity, long most) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > most) {
            throw tooLarge(most);
        }
        try (InputStream raw = entity.getContent();
                InputStream unpacked = unpacked(new Counted(raw, most), entity.getContentEncoding())) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = unpacked.read(chunk); read >= 0; read = unpacked.read(chunk)) {
                if (body.size() + read > most) {
                    throw tooLarge(most);
                }
                body.write(chunk, 0, read);
            }
            return body.toByteArray();
        }
    }

    private static InputStream unpacked(InputStream packed, String encoding) throws IOException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> packed;
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> new InflaterInputStream(packed);
            default -> throw Destination.wrong("The site sends it packed in a way that is not known here.");
        };
    }

    private static RuntimeException tooLarge(long most) {
        return Destination
                .wrong("What is there is larger than %,d MB, the most that is fetched.".formatted(most >> 20));
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
                throw tooLarge(most);
            }
        }
    }
}
