package org.claimdesk.evidence.capture;

import java.util.UUID;

/**
 * A capture that an instance has taken on.
 *
 * @param attempt its number, from 1; who finishes another one's attempt is refused
 * @param askedBy who asked for it, in whose name it enters the history
 */
record Job(long id, int attempt, String address, UUID askedBy, long evidence, long claim, long article) {}
