package org.claimdesk.text;

/** What a claim states, which says how it is checked: a figure at its source, a quotation against the tape. */
public enum ClaimType {

    /** An amount, a share, a count, a rank. */
    FIGURE("figure"),
    /** When something was or will be. */
    DATE("date"),
    /** What somebody said or wrote, in their words. */
    QUOTATION("quotation"),
    /** Who or what something is: a person, a post, a body, a place. */
    NAME("name"),
    /** That something happened or is so. */
    EVENT("event"),
    /** What a law, a court or a treaty says or demands. */
    LEGAL("legal"),
    /** More, less, first, highest: one thing measured against another. */
    COMPARISON("comparison"),
    /** That one thing brought about another. */
    CAUSAL("causal");

    private final String word;

    ClaimType(String word) {
        this.word = word;
    }

    /** The word for it on a page, in lower case. */
    public String word() {
        return word;
    }
}
