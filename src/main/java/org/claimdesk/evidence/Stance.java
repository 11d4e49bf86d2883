package org.claimdesk.evidence;

/** What a piece of evidence says to the claim. */
public enum Stance {
    SUPPORTS, CONTRADICTS, CONTEXT
}
