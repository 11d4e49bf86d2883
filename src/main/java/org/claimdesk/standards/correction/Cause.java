package org.claimdesk.standards.correction;

/** What came out about a claim after its article was published. */
public enum Cause {
    OVERTURNED("verdict overturned"), RERATED("another rating after a dispute"), REWORDED(
            "reworded in a new revision"), CHANGED("evidence changed"), GONE(
                    "evidence gone");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
