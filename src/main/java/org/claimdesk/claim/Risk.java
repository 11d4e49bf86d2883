package org.claimdesk.claim;

/** What is at stake if the claim is wrong. */
public enum Risk {
    NORMAL, HIGH, LEGAL
}
