package org.claimdesk.packet.copy;

/**
 * A claim among the others of its article.
 *
 * @param number in reading order, from 1; what stands nowhere comes last
 * @param start  first code point in the text that stands
 * @param end    one past the last
 * @param rating in words, or null
 * @param inText whether its words are in the text that stands
 */
public record Standing(long id, int number, int start, int end, Mark mark, String rating, boolean inText) {

    /** Where its check stands, in words. */
    public String words() {
        return rating == null ? mark.word() : mark.word() + ": " + rating;
    }
}
