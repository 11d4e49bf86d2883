package org.claimdesk.claim;

import org.claimdesk.text.placement.Placement;

/**
 * How the words of a claim stood in a revision.
 *
 * @param exact the words; null where it was orphaned, as are the offsets
 * @param start first code point in the revision's text
 * @param end   one past the last
 */
public record PlaceLine(long claim, int revision, Placement how, String exact, Integer start, Integer end) {}
