package org.claimdesk.text.worth;

import org.claimdesk.text.ClaimType;

/** The type of claim a sentence most likely makes: the first that fits, the most particular first. */
final class Types {

    private Types() {}

    static ClaimType of(Cues cues) {
        if (cues.has(Cue.QUOTATION)) {
            return ClaimType.QUOTATION;
        } else if (cues.has(Cue.LAWNAME) && Character.isUpperCase(cues.words(Cue.LAWNAME).charAt(0))) {
            return ClaimType.LEGAL;
        } else if (cues.has(Cue.FIGURE) || cues.has(Cue.PERCENT)) {
            return ClaimType.FIGURE;
        } else if (cues.has(Cue.COMPARISON) || cues.has(Cue.SUPERLATIVE)) {
            return ClaimType.COMPARISON;
        } else if (cues.has(Cue.COUNT)) {
            return ClaimType.FIGURE;
        } else if (cues.has(Cue.LEGAL)) {
            return ClaimType.LEGAL;
        } else if (cues.has(Cue.CAUSE)) {
            return ClaimType.CAUSAL;
        } else if (cues.has(Cue.DATE)) {
            return ClaimType.DATE;
        } else if ((cues.has(Cue.NAME) || cues.has(Cue.BODY)) && !cues.has(Cue.DEED) && !cues.has(Cue.PAST)) {
            return ClaimType.NAME;
        }
        return ClaimType.EVENT;
    }
}
