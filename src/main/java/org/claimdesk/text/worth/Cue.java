package org.claimdesk.text.worth;

/** What a sentence can be seen to hold; which words a cue is known by stands in {@code cues.txt} or in {@link Cues}. */
enum Cue {
    FIGURE, MONEY, PERCENT, COUNT, DATE, WHEN, QUOTATION, SAID, NAME, BODY, LAWNAME, LEGAL, SUPERLATIVE, COMPARISON, CAUSE, DEED, PAST, TOPIC, ALL, NOT, QUESTION, OPINION, PROMISE, ADDRESS, I, YOU, WE, THEY, VAGUE, STARTER, SHORT, LONG, EXCLAIMED
}
