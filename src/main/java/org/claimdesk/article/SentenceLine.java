package org.claimdesk.article;

/**
 * A sentence as pages and the API show it.
 *
 * @param start first code point in the revision's text
 * @param end   one past the last
 */
public record SentenceLine(int number, int start, int end, Disposition disposition) {

    public boolean touches(int from, int to) {
        return start < to && from < end;
    }
}
