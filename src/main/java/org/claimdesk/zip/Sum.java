package org.claimdesk.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Adds up what is written through it: size, CRC-32 and SHA-256 (FIPS 180-4). */
public final class Sum extends OutputStream {

    private final OutputStream target;
    private final CRC32 crc = new CRC32();
    private final MessageDigest sha256;
    private long size;

    /** @param target where it goes on to */
    public Sum(OutputStream target) {
        this.target = target;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** Of all these bytes. */
    public static Sum of(byte[] content) {
        Sum sum = new Sum(OutputStream.nullOutputStream());
        sum.add(content, 0, content.length);
        return sum;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        target.write(bytes, from, length);
        add(bytes, from, length);
    }

    private void add(byte[] bytes, int from, int length) {
        crc.update(bytes, from, length);
        sha256.update(bytes, from, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public long crc() {
        return crc.getValue();
    }

    /** Lower-case hexadecimal. MUST be asked once, after all is written. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
