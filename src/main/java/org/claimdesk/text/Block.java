package org.claimdesk.text;

/**
 * A part of an article as it is set.
 *
 * @param start first code point in the canonical text
 * @param end   one past the last code point
 */
public record Block(Kind kind, int start, int end) {

    /** What a block is in the layout of a story. */
    public enum Kind {
        HEADLINE, DEK, BYLINE, DATE, SUBHEAD, PARAGRAPH, QUOTATION, CAPTION, LIST_ITEM
    }

    public boolean holds(int from, int to) {
        return start <= from && to <= end;
    }
}
