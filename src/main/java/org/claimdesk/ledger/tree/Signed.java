package org.claimdesk.ledger.tree;

import java.time.Instant;

import org.claimdesk.tlog.Hash;

/**
 * A checkpoint that was published.
 *
 * @param note with the signatures of the log and of the witnesses so far
 */
public record Signed(long size, Hash root, Instant at, String note) {}
