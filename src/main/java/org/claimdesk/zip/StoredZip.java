package org.claimdesk.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip written in the one way it can be: each file stored as it is, all of the same moment, nothing optional. Whoever reads
 * one can write it again from its files and has the same bytes, so that there is no bit in it that nobody looks at.
 */
public final class StoredZip implements AutoCloseable {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    public StoredZip(OutputStream target) {
        zip = new ZipOutputStream(target);
    }

    public void put(String name, byte[] content) throws IOException {
        begin(name, content.length, Sum.of(content).crc());
        zip.write(content);
        end();
    }

    /**
     * Begins a file, whose content is written next and then ended.
     *
     * @param size in bytes
     * @param crc  CRC-32 of the content
     * @return where the content goes; not to be closed
     */
    public OutputStream begin(String name, long size, long crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(crc);
        entry.setTimeLocal(MOMENT);
        zip.putNextEntry(entry);
        return zip;
    }

    /** @throws java.util.zip.ZipException where the content was not what was said of it */
    public void end() throws IOException {
        zip.closeEntry();
    }

    /** Writes what comes after all files. */
    public void finish() throws IOException {
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
