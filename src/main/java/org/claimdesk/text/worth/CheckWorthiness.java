package org.claimdesk.text.worth;

/**
 * How much an English sentence asks to be checked, by a linear model trained on labelled sentences; how it was made and how
 * good it is stands in docs/check-worthiness.md. Of a sentence longer than {@value Tokens#LONGEST} characters the beginning
 * counts. A sentence in another language gets a score too, which then rests on figures and marks alone. The same sentence
 * always gets the same answer; safe for any number of threads.
 */
public final class CheckWorthiness {

    static final Model MODEL = Model.read(Resource.bytes("weights.bin"));

    private CheckWorthiness() {}

    /** @param sentence as it stands in the article, with its marks; may be empty */
    public static Worth of(String sentence) {
        Tokens tokens = Tokens.of(sentence);
        if (tokens.count == 0) {
            return Reasons.nothing();
        }
        Cues cues = Cues.of(tokens);
        double score = MODEL.score(Features.of(tokens, cues));
        return new Worth(score, Reasons.of(cues, score >= Worth.SUGGESTED), Types.of(cues));
    }
}
