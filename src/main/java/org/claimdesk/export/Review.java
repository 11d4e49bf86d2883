package org.claimdesk.export;

import java.time.LocalDate;

/**
 * A verdict that stands.
 *
 * @param id      an IRI, absolute or relative to where it lies
 * @param claim   the words that were checked
 * @param rating  its name, such as NEEDS_CONTEXT
 * @param label   the same in the newsroom's words
 * @param where   the article the claim is made in
 * @param checked when the verdict was given
 */
public record Review(String id, String claim, String rating, String label, Article where, LocalDate checked) {

    /** @param address where it is published, or null */
    public record Article(String headline, String address) {}

    /** The scale from 1, false, to 5, true; in the middle what can be told neither way. */
    static int value(String rating) {
        return switch (rating) {
            case "ACCURATE" -> 5;
            case "NEEDS_CONTEXT" -> 4;
            case "UNSUPPORTED" -> 3;
            case "MISLEADING" -> 2;
            case "INACCURATE" -> 1;
            default -> throw new IllegalArgumentException("no rating: " + rating);
        };
    }
}
