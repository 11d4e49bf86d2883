package org.claimdesk.claim;

/**
 * A claim as somebody saw it.
 *
 * @param version the version they saw; an act on another one is refused as stale
 */
public record ClaimRef(long id, int version) {}
