package org.claimdesk.problem;

import java.net.URI;
import java.net.URISyntaxException;

import org.claimdesk.text.CanonicalText;
import org.claimdesk.text.UnusableText;

/** Checks what a person typed into a field and gives it back in canonical form. */
public final class Input {

    /** The longest line, in characters. */
    public static final int LINE = 500;
    /** The longest statement, in characters. */
    public static final int PROSE = 20_000;

    private Input() {}

    /** Whether there is nothing but white space in it, no-break spaces among it, or nothing at all. */
    public static boolean blank(String value) {
        return value == null || value.codePoints().allMatch(Input::white);
    }

    /** One line, which may be empty. */
    public static String line(String field, String value) {
        return limited(field, stripped(canonical(field, value).replaceAll("[\\s\u00A0]+", " ")), LINE);
    }

    /** @param missing what to say where nothing was typed */
    public static String line(String field, String value, String missing) {
        return present(field, line(field, value), missing);
    }

    /** Text of several lines, which may be empty. */
    public static String prose(String field, String value) {
        return limited(field, stripped(canonical(field, value)), PROSE);
    }

    /** @param missing what to say where nothing was typed */
    public static String prose(String field, String value, String missing) {
        return present(field, prose(field, value), missing);
    }

    /** An http or https address, or null where nothing was typed. */
    public static String address(String field, String value) {
        String address = line(field, value);
        if (address.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(address);
            if (("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw Problem.badInput(field, "That is not a web address: " + malformed.getReason() + ".");
        }
        throw Problem.badInput(field, "A web address begins with http:// or https:// and names a site.");
    }

    /** @param missing what to say where nothing was chosen */
    public static <T> T chosen(String field, T value, String missing) {
        if (value == null) {
            throw Problem.badInput(field, missing);
        }
        return value;
    }

    private static String canonical(String field, String value) {
        try {
            return value == null ? "" : CanonicalText.of(value);
        } catch (UnusableText unusable) {
            throw Problem.badInput(field, unusable.getMessage());
        }
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && white(text.charAt(start))) {
            start++;
        }
        while (end > start && white(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean white(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\uFEFF';
    }

    private static String present(String field, String value, String missing) {
        if (value.isEmpty()) {
            throw Problem.badInput(field, missing);
        }
        return value;
    }

    private static String limited(String field, String value, int most) {
        if (value.length() > most) {
            throw Problem.badInput(field,
                    "That has %,d characters; at most %,d are taken.".formatted(value.length(), most));
        }
        return value;
    }
}
