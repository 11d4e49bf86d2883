package org.claimdesk.evidence;

/** How near a piece of evidence is to what it tells. */
public enum Rank {
    /** Its source saw it, made it, or is the thing itself. */
    PRIMARY,
    /** Its source tells of it. */
    SECONDARY
}
