package org.claimdesk.standards.correction;

/** What came out about a claim after its article was published. */
public enum Cause {
    OVERTURNED("verdict overturned"), RERATED("another rating after a dispute"), REWORDED(
            "reworded in a new revision"), CUT("words taken out in a new revision"), DROPPED(
                    "claim dropped"), CHANGED("evidence changed"), GONE("evidence gone");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it is about the article alone, and says nothing about the same claim in others. */
    boolean ofOneArticle() {
        return this == CUT || this == DROPPED;
    }
}
