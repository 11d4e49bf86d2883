package org.claimdesk.evidence.apart;

/** How content can be looked at or listened to. */
public enum Show {
    /** One picture. */
    PICTURE,
    /** A picture of each page. */
    PAGES,
    /** A recording. */
    SOUND
}
