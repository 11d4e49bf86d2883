package org.claimdesk.evidence.capture;

/** What has become of a page, as a capture found it. */
public enum Fate {
    /** The same words; where there is no text, the same bytes. */
    SAME,
    /** Other words. */
    CHANGED,
    /** The site says that there is no such page, or there is no site any more. */
    GONE,
    /** It could not be looked at, which says nothing. */
    UNSEEN
}
