package org.claimdesk.evidence.preview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of content that was asked for (RFC 9110, section 14.1.2).
 *
 * @param from   first byte
 * @param length in bytes; 0 where nothing of what was asked for is there
 */
record Part(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** @return null where all of it is to be given: nothing was asked for, several parts, or what is no range */
    static Part of(String range, long size) {
        Matcher one = ONE.matcher(range == null ? "" : range.replace(" ", ""));
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return null;
        }
        if (one.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(one.group(2)));
            return new Part(size - last, last);
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
        if (!one.group(2).isEmpty() && Long.parseLong(one.group(2)) < from) {
            return null;
        }
        return from >= size ? new Part(size, 0) : new Part(from, to - from + 1);
    }

    /** The value of Content-Range. */
    String of(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
