package org.claimdesk.command;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.claimdesk.zip.StoredZip;
import org.claimdesk.zip.Sum;

/**
 * Reads the files of a packet in their order, from a zip that may be hostile: nothing is unpacked, what is compressed is
 * refused, so nothing grows; each name once, of those a packet has; at most 64 MB of a file that is read as a whole and
 * 2,000,000 files. The zip is written anew while it is read and must come out the same, so that each of its bits is one that
 * has been checked.
 */
final class PacketFiles {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int MOST = 2_000_000;
    private static final Pattern READ = Pattern.compile("checkpoint|keys\\.json|standards\\.json|manifest\\.json"
            + "|(entries|around)/[1-9][0-9]{0,17}\\.jsonl|revisions/[1-9][0-9]{0,8}\\.txt|claims/[1-9][0-9]{0,17}\\.json");
    private static final Pattern DIGESTED = Pattern
            .compile("content/[0-9a-f]{64}|article\\.html|article\\.pdf|annotations\\.jsonld|claim-reviews\\.jsonld");

    private PacketFiles() {}

    /** Where a packet lies; it is opened twice. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** What is done with each file. */
    interface Reader {
        void read(String name, byte[] content, String sha256) throws IOException;

        /** For a file of any size, of which only the digest matters. */
        void passed(String name, long size, String sha256);
    }

    /**
     * @throws Wrong       for the first thing that is
     * @throws IOException where the file cannot be opened or read
     */
    static void read(Source packet, Reader reader) throws IOException {
        try (InputStream same = new BufferedInputStream(packet.open());
                InputStream read = new BufferedInputStream(packet.open());
                ZipInputStream zip = new ZipInputStream(read)) {
            SameBytes bytes = new SameBytes(same);
            StoredZip again = new StoredZip(bytes);
            Set<String> names = new HashSet<>();
            String where = "the packet";
            for (ZipEntry entry = next(zip, where); entry != null; entry = next(zip, where)) {
                admit(entry, names);
                file(zip, entry, again, reader);
                where = "after " + entry.getName();
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
        boolean whole = READ.matcher(name).matches();
        if (!whole && !DIGESTED.matcher(name).matches()) {
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
        if (entry.getSize() < 0 || whole && entry.getSize() > LARGEST) {
            throw new Wrong(name, "it is larger than " + LARGEST + " bytes");
        }
    }

    private static void file(ZipInputStream zip, ZipEntry entry, StoredZip again, Reader reader) throws IOException {
        String name = entry.getName();
        try {
            Sum sum = new Sum(again.begin(name, entry.getSize(), entry.getCrc()));
            if (READ.matcher(name).matches()) {
                byte[] content = zip.readNBytes(LARGEST + 1);
                sum.write(content);
                again.end();
                reader.read(name, content, sum.sha256());
            } else {
                zip.transferTo(sum);
                again.end();
                reader.passed(name, sum.size(), sum.sha256());
            }
        } catch (ZipException damaged) {
            throw new Wrong(name, "it is damaged: " + damaged.getMessage());
        } catch (EOFException cut) {
            throw new Wrong(name, "the packet is cut off in it");
        }
    }

    /** A name of somebody else's choosing does not write to the terminal. */
    private static String printable(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
