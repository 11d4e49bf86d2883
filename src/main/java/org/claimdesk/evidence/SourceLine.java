package org.claimdesk.evidence;

import java.time.Instant;

import org.claimdesk.people.Name;

/**
 * A source in a list, and at the head of its page.
 *
 * @param madeBy who first named it
 * @param claims how many have a piece of evidence from it, withdrawn ones too
 */
public record SourceLine(long id, String name, Name madeBy, Instant madeAt, Name discreditedBy, Instant discreditedAt,
        String discreditReason, long claims) {

    public boolean discredited() {
        return discreditedAt != null;
    }
}
