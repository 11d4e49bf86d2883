package org.claimdesk.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile lies: up to 256 hashes side by side, 32 bytes each (C2SP tlog-tiles). Hash i of tile n at a level is the
 * root of the complete subtree over the 256^level leaves that begin with leaf (256 n + i) 256^level.
 *
 * @param level 0 for leaves, at most 7
 * @param width 256, or how many hashes there are so far
 */
public record Tile(int level, long n, int width) {

    /** How many hashes or entries a full one has. */
    public static final int WIDTH = 256;
    /** log2 of it. */
    static final int HEIGHT = 8;
    private static final int HIGHEST = 7;
    private static final int GROUP = 1000;
    /** No tree is so large that its hashes could not be counted. */
    private static final long LAST = Long.MAX_VALUE / WIDTH - 1;
    private static final Pattern PATH = Pattern
            .compile("([0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final Pattern ENTRIES = Pattern
            .compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > HIGHEST || n < 0 || n > LAST || width < 1 || width > WIDTH) {
            throw new Malformed("no tile lies at level " + level + ", " + n + ", width " + width);
        }
    }

    /** The n-th of a level in a tree of that size: full, or as wide as it is. */
    static Tile in(long size, int level, long n) {
        return new Tile(level, n, (int) Math.min(WIDTH, (size >> (HEIGHT * level)) - n * WIDTH));
    }

    public boolean full() {
        return width == WIDTH;
    }

    /** Whether a tree of that size has it, or has had it. */
    public boolean in(long size) {
        return n * WIDTH + width <= size >> (HEIGHT * level);
    }

    /** @param path what stands after {@code tile/}, such as {@code 0/x001/234.p/7} */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new Malformed("that is no path of a tile: " + path);
        }
        return tile(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3), path);
    }

    /** @param path what stands after {@code tile/entries/}; the bundle lies beside the tile of level 0 */
    public static Tile parseEntries(String path) {
        Matcher matcher = ENTRIES.matcher(path);
        if (!matcher.matches()) {
            throw new Malformed("that is no path of a bundle of entries: " + path);
        }
        return tile(0, matcher.group(1), matcher.group(2), path);
    }

    private static Tile tile(int level, String number, String width, String path) {
        long n = Long.parseLong(number.replaceAll("[x/]", ""));
        Tile tile = new Tile(level, n, width == null ? WIDTH : Integer.parseInt(width));
        if (!number.equals(number(n)) || width != null && tile.full()) {
            throw new Malformed("that is no path of a tile as it is written: " + path);
        }
        return tile;
    }

    /** As it stands after {@code tile/}. */
    public String path() {
        return level + "/" + number(n) + part();
    }

    /** As the bundle of its entries stands after {@code tile/entries/}. */
    public String entriesPath() {
        return number(n) + part();
    }

    private String part() {
        return full() ? "" : ".p/" + width;
    }

    private static String number(long n) {
        StringBuilder path = new StringBuilder("%03d".formatted(n % GROUP));
        for (long rest = n / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return path.toString();
    }
}
