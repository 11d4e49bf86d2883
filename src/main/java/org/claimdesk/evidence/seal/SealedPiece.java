package org.claimdesk.evidence.seal;

/**
 * A sealed interview, as far as it may be shown.
 *
 * @param recorded whether a recording is in the seal
 */
public record SealedPiece(long id, String title, String described, boolean recorded) {}
