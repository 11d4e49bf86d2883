package org.claimdesk.text.placement;

import java.util.Locale;

/** How the words of a claim stand in a text. */
public enum Placement {
    /** The very words, where the comparison of the two texts expects them. */
    PLACED,
    /** The very words, elsewhere. */
    MOVED,
    /** Other words, of which enough are the old ones. */
    REWORDED,
    /** Nowhere: a person re-attaches or drops it. */
    ORPHANED;

    /** In words, as pages say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
