package org.claimdesk.evidence.capture;

/** What is wrong with a page that evidence leans on and that nobody has accepted as it is now; the gravest last. */
public enum Rot {
    /** It has another address and the same words. */
    MOVED("page moved"),
    /** Other words; all that was quoted still stands there. */
    CHANGED("page changed"),
    /** There is no such page any more. */
    GONE("page gone"),
    /** Other words, and something that was quoted is not among them. */
    WORDS_GONE("quoted words gone");

    private final String words;

    Rot(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
