package org.claimdesk.standards.correction;

import java.time.Instant;

/**
 * Something that came out about a claim.
 *
 * @param evidence whose page it is, or null
 * @param entry    the act it was
 */
record Happened(Cause cause, long claim, Long evidence, long entry, Instant at) {}
