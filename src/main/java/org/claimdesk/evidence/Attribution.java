package org.claimdesk.evidence;

/** What may be said of where it came from, as agreed with the person interviewed. */
public enum Attribution {
    ON_THE_RECORD, BACKGROUND, DEEP_BACKGROUND, OFF_THE_RECORD
}
