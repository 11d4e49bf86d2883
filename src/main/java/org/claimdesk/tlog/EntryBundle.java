package org.claimdesk.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries side by side as they are served: each with its length before it, in two bytes, the higher first (C2SP tlog-tiles). */
public final class EntryBundle {

    /** The longest entry, in bytes: what two bytes can say. */
    public static final int LONGEST = 0xFFFF;
    private static final int BYTE = 8;
    private static final int MASK = 0xFF;
    private static final int PREFIX = 2;

    private EntryBundle() {}

    /** @throws Malformed where an entry is too long */
    public static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new Malformed("an entry of " + entry.length + " bytes is too long for a bundle");
            }
            bundle.write(entry.length >> BYTE);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws Malformed where it ends within an entry, or there are more than 256 */
    public static List<byte[]> read(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            if (entries.size() == Tile.WIDTH) {
                throw new Malformed("a bundle has at most 256 entries");
            }
            int length = bundle.length - at < PREFIX
                    ? LONGEST
                    : (bundle[at] & MASK) << BYTE | bundle[at + 1] & MASK;
            int end = at + PREFIX + length;
            if (end > bundle.length) {
                throw new Malformed("the bundle ends within its entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bundle, at + PREFIX, end));
            at = end;
        }
        return entries;
    }
}
