package org.claimdesk.evidence.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.claimdesk.fetch.Limits;
import org.claimdesk.fetch.Packing;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** What a site sent in the end, out of the WARC that it is kept in. */
public final class Payload {

    private Payload() {}

    /**
     * Writes the body of the last answer, unpacked, to a file.
     *
     * @throws IOException where the WARC cannot be read, or holds more than is ever captured
     */
    public static void unpack(Path warc, Path into) throws IOException {
        boolean found = false;
        try (WarcReader reader = new WarcReader(warc)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    write(response, into);
                    found = true;
                }
            }
        }
        if (!found) {
            throw new IOException("a WARC without an answer");
        }
    }

    private static void write(WarcResponse response, Path into) throws IOException {
        String packing = response.http().headers().first("Content-Encoding").orElse(null);
        try (InputStream packed = response.http().body().stream();
                InputStream body = Packing.unpacked(packed, packing);
                OutputStream out = Files.newOutputStream(into)) {
            byte[] chunk = new byte[1 << 16];
            long size = 0;
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                size += read;
                if (size > Limits.CAPTURE.bytes()) {
                    throw new IOException("a WARC with more in it than is captured");
                }
                out.write(chunk, 0, read);
            }
        }
    }
}
