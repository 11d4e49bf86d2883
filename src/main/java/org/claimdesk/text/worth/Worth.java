package org.claimdesk.text.worth;

import java.util.List;

import org.claimdesk.text.ClaimType;

/**
 * What the desk is told about a sentence. It is a suggestion: a person decides.
 *
 * @param score   from 0 to 1; from 0.5 on it is suggested for checking
 * @param reasons one to four, in plain words, strongest first; they are true of the sentence and speak for checking it
 *                where it is suggested, otherwise against
 * @param type    the likeliest type of claim, should somebody mark it
 */
public record Worth(double score, List<String> reasons, ClaimType type) {

    /** From this score on a sentence is suggested for checking. */
    public static final double SUGGESTED = 0.5;

    public Worth {
        reasons = List.copyOf(reasons);
    }

    public boolean suggested() {
        return score >= SUGGESTED;
    }
}
