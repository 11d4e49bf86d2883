package org.claimdesk.command;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Reads the files of a packet in their order, from a zip that may be hostile: nothing is unpacked, what is compressed is
 * refused, so nothing grows; each name once, of those a packet has; at most 64 MB a file and 500,000 files. The zip is
 * written anew while it is read and must come out the same, so that each of its bits is one that has been checked.
 */
final class PacketFiles {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int MOST = 500_000;
    private static final Pattern NAMES = Pattern
            .compile("checkpoint|keys\\.json|manifest\\.json|(entries/[1-9][0-9]{0,17}\\.jsonl)"
                    + "|(revisions/[1-9][0-9]{0,8}\\.txt)|(claims/[1-9][0-9]{0,17}\\.json)");
    private static final LocalDateTime MOMENT = LocalDateTime.of(2000, 1, 1, 0, 0);

    private PacketFiles() {}

    /** What is done with each file. */
    interface Reader {
        void read(String name, byte[] content) throws IOException;
    }

    /**
     * @throws Wrong       for the first thing that is
     * @throws IOException where the file cannot be opened or read
     */
    static void read(Path packet, Reader reader) throws IOException {
        try (InputStream same = new BufferedInputStream(Files.newInputStream(packet));
                InputStream read = new BufferedInputStream(Files.newInputStream(packet));
                ZipInputStream zip = new ZipInputStream(read)) {
            SameBytes bytes = new SameBytes(same);
            ZipOutputStream again = new ZipOutputStream(bytes);
            Set<String> names = new HashSet<>();
            for (ZipEntry entry = next(zip, "the packet"); entry != null;) {
                String name = entry.getName();
                admit(entry, names);
                byte[] content = content(zip, entry);
                reader.read(name, content);
                ZipEntry next = next(zip, "after " + name);
                put(again, name, content);
                entry = next;
            }
            if (names.isEmpty()) {
                throw new Wrong("the packet", "it is no zip, or an empty one");
            }
            again.finish();
            bytes.end();
        }
    }

    private static ZipEntry next(ZipInputStream zip, String where) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new Wrong(where, "the zip is damaged: " + damaged.getMessage());
        } catch (EOFException cut) {
            throw new Wrong(where, "the packet is cut off");
        }
    }

    private static void admit(ZipEntry entry, Set<String> names) {
        String name = entry.getName();
        if (!NAMES.matcher(name).matches()) {
            throw new Wrong("the packet", "it has a file that no packet has: " + printable(name));
        }
        if (!names.add(name)) {
            throw new Wrong(name, "it is there twice");
        }
        if (names.size() > MOST) {
            throw new Wrong(name, "the packet has more than " + MOST + " files");
        }
        if (entry.getMethod() != ZipEntry.STORED) {
            throw new Wrong(name, "it is compressed, as nothing in a packet is");
        }
        if (entry.getSize() < 0 || entry.getSize() > LARGEST) {
            throw new Wrong(name, "it is larger than " + LARGEST + " bytes");
        }
    }

    private static byte[] content(ZipInputStream zip, ZipEntry entry) throws IOException {
        try {
            byte[] content = zip.readNBytes(LARGEST + 1);
            if (content.length != entry.getSize()) {
                throw new Wrong(entry.getName(), "it is not as long as the zip says");
            }
            return content;
        } catch (ZipException damaged) {
            throw new Wrong(entry.getName(), "it is damaged: " + damaged.getMessage());
        } catch (EOFException cut) {
            throw new Wrong(entry.getName(), "the packet is cut off in it");
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(MOMENT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A name of somebody else's choosing does not write to the terminal. */
    private static String printable(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
