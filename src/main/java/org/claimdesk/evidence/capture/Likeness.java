package org.claimdesk.evidence.capture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A page held against the capture that people rely on. Pure.
 *
 * @param same  whether the words are the same, white space aside; where either has no text, the bytes
 * @param moved whether it is at another address; scheme, www. and a slash at the end make no other
 * @param stood how many passages stand in the reference
 * @param lost  ids of those among them that do not stand in the page any more
 */
record Likeness(boolean same, boolean moved, int stood, List<Long> lost) {

    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * What is compared.
     *
     * @param digest  of the body, hexadecimal
     * @param address where it was in the end
     * @param text    or null
     */
    record Page(String digest, String address, String text) {}

    /** Words that somebody picked, with what stood before and after them. */
    record Words(long id, String exact, String before, String after) {}

    static Likeness of(Page reference, Page now, List<Words> passages) {
        boolean moved = !place(reference.address()).equals(place(now.address()));
        String old = spaced(reference.text());
        String text = spaced(now.text());
        List<Words> stood = passages.stream().filter(words -> stands(words, old)).toList();
        if (reference.digest().equals(now.digest()) || old != null && old.equals(text)) {
            return new Likeness(true, moved, stood.size(), List.of());
        }
        return new Likeness(false, moved, stood.size(),
                stood.stream().filter(words -> !stands(words, text)).map(Words::id).toList());
    }

    Fate fate() {
        return same ? Fate.SAME : Fate.CHANGED;
    }

    /** Whether nothing about it is worth keeping again. */
    boolean nothingNew() {
        return same && !moved;
    }

    /** Whole words only, as they were picked: 11 does not stand in 111, nor in 11,000. */
    static boolean stands(Words words, String text) {
        String exact = spaced(words.exact());
        if (text == null || exact.isEmpty()) {
            return false;
        }
        boolean begins = !runsOn(last(words.before()), exact.codePointAt(0));
        boolean ends = !runsOn(exact.codePointBefore(exact.length()), first(words.after()));
        for (int at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
            int end = at + exact.length();
            if ((!begins || !continued(text.substring(Math.max(0, at - 4), at), exact, true))
                    && (!ends || !continued(text.substring(end, Math.min(text.length(), end + 4)), exact, false))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word or the figure at the edge of the words goes on beyond it. */
    private static boolean continued(String beside, String exact, boolean before) {
        int edge = before ? exact.codePointAt(0) : exact.codePointBefore(exact.length());
        int next = before ? last(beside) : first(beside);
        if (before ? runsOn(next, edge) : runsOn(edge, next)) {
            return true;
        }
        int length = next < 0 ? 0 : Character.charCount(next);
        int beyond = next < 0
                ? -1
                : before ? last(beside.substring(0, beside.length() - length)) : first(beside.substring(length));
        return Character.isDigit(edge) && (next == '.' || next == ',') && beyond >= 0 && Character.isDigit(beyond);
    }

    private static boolean runsOn(int left, int right) {
        return isWord(left) && isWord(right);
    }

    private static boolean isWord(int point) {
        return point >= 0 && Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
    }

    private static int last(String text) {
        return text.isEmpty() ? -1 : text.codePointBefore(text.length());
    }

    private static int first(String text) {
        return text.isEmpty() ? -1 : text.codePointAt(0);
    }

    static String spaced(String text) {
        return text == null ? null : WHITE.matcher(text).replaceAll(" ").strip();
    }

    private static String place(String address) {
        try {
            URI uri = new URI(address);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            boolean usual = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
            return host + (usual ? "" : ":" + uri.getPort()) + path
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (URISyntaxException odd) {
            // Then it is compared as it is written.
            return address;
        }
    }
}
