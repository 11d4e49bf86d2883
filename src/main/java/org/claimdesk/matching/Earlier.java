package org.claimdesk.matching;

import java.util.Set;

/**
 * An earlier claim that may be the same.
 *
 * @param words   of the claim, stemmed
 * @param heading of its article's headline, stemmed
 * @param texts   null until it is looked at closely
 */
record Earlier(long id, Set<String> words, Set<String> heading, Texts texts) {

    /**
     * @param wordingVector as {@link Vector} has it; null where there is none
     * @param headingVector null together with it
     */
    record Texts(String wording, String heading, byte[] wordingVector, byte[] headingVector) {}

    Earlier with(Texts texts) {
        return new Earlier(id, words, heading, texts);
    }
}
