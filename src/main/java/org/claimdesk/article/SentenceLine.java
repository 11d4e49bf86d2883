package org.claimdesk.article;

import java.util.List;

import org.claimdesk.text.ClaimType;
import org.claimdesk.text.worth.Worth;

/**
 * A sentence as pages and the API show it.
 *
 * @param start     first code point in the revision's text
 * @param end       one past the last
 * @param score     how much it is worth checking, from 0 to 1; null before it was scored
 * @param reasons   why, in words
 * @param suggested the type of claim it would be
 */
public record SentenceLine(int number, int start, int end, Disposition disposition, Float score, List<String> reasons,
        ClaimType suggested) {

    public boolean touches(int from, int to) {
        return start < to && from < end;
    }

    public boolean worthChecking() {
        return score != null && score >= Worth.SUGGESTED;
    }

    /** The score in percent, as pages show it. */
    public int percent() {
        return score == null ? 0 : Math.round(score * 100);
    }
}
