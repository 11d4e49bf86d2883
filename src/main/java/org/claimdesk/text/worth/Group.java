package org.claimdesk.text.worth;

/**
 * The kinds of feature. Each has its own part of the table of weights, 2 to the power of {@code bits} places, in which a
 * feature's place is its hash; two features at one place share a weight, which training knows.
 */
enum Group {
    /** Words and runs of two and three. */
    WORDS(18, 1),
    /** Runs of two to five characters. */
    CHARACTERS(18, 1),
    /** Cues, how many, two together, and the length. */
    CUES(12, 0.5),
    /** The build of the sentence, see {@link Patterns}. */
    PATTERNS(17, 0.6),
    /** A word in a sentence that also has a cue. */
    WORDS_WITH_CUE(18, 0.5);

    private final int bits;
    /** Of the group in the sum, however many features of it a sentence has. */
    final double share;

    Group(int bits, double share) {
        this.bits = bits;
        this.share = share;
    }

    static int places() {
        int places = 0;
        for (Group group : values()) {
            places += 1 << group.bits;
        }
        return places;
    }

    /** The first place of the group's part. */
    int first() {
        int first = 0;
        for (int i = 0; i < ordinal(); i++) {
            first += 1 << values()[i].bits;
        }
        return first;
    }

    /** Counted from {@link #first}. */
    int place(long hash) {
        return (int) (hash & (1L << bits) - 1);
    }
}
