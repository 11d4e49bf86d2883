package org.claimdesk.text.placement;

import org.claimdesk.text.Anchor;

/**
 * Where words have gone in another text.
 *
 * @param words null where they are orphaned
 */
public record Placed(Placement how, Anchor words) {

    /** Not to be found. */
    public static final Placed NOWHERE = new Placed(Placement.ORPHANED, null);
}
