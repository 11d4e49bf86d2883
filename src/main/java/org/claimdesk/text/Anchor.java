package org.claimdesk.text;

/**
 * Where words stand in a text: a W3C TextQuoteSelector (exact, prefix, suffix) with a TextPositionSelector.
 *
 * @param start first code point in the canonical text
 * @param end   one past the last code point
 */
public record Anchor(String exact, String prefix, String suffix, int start, int end) {

    /** How many code points before and after are kept as context. */
    public static final int CONTEXT = 32;

    /** The anchor of the words between two offsets. */
    public static Anchor at(CodePoints text, int start, int end) {
        return new Anchor(text.slice(start, end), text.clip(start - CONTEXT, start), text.clip(end, end + CONTEXT),
                start, end);
    }
}
