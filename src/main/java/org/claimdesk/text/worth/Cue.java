package org.claimdesk.text.worth;

/**
 * What a sentence can be seen to hold. Which words a cue is known by stands in {@code cues.txt} or, where it takes more than
 * words, in {@link Cues} and {@link Names}. The order is part of the model: after any change here or there the weights are
 * trained anew.
 */
enum Cue {
    FIGURE, MONEY, PERCENT,
    /** A number in words. */
    COUNT, DATE, WHEN, QUOTATION, SAID, NAME, BODY, LAWNAME, LEGAL, SUPERLATIVE, COMPARISON, CAUSE, DEED,
    /** A verb in a form of the past, or what looks like one. */
    PAST,
    /** What claims are often about. */
    TOPIC, ALL, NOT, QUESTION, OPINION, PROMISE, ADDRESS, I, YOU, WE, THEY, VAGUE,
    /** Common first words, whose capital means nothing; no feature by itself. */
    STARTER, SHORT, LONG, EXCLAIMED
}
