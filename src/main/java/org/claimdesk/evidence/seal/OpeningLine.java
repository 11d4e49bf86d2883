package org.claimdesk.evidence.seal;

import java.time.Duration;
import java.time.Instant;

import org.claimdesk.people.Name;
import org.claimdesk.people.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An opening of a seal as pages and the API show it. It never carries what the seal holds.
 *
 * @param expiresAt until when it may be granted
 * @param openUntil null where it was not granted
 * @param read      whether anybody looked
 */
@Schema(description = "Somebody asks that a sealed interview be opened; somebody else grants or refuses it, one of the two of the standards desk. What the seal holds is read on the page alone.")
public record OpeningLine(long id, long claim, long evidence, String described, String reason, Name askedBy,
        Role askedRole, Instant askedAt, Instant expiresAt, Name answeredBy, Role answeredRole, Instant answeredAt,
        String refusal, Instant openUntil, boolean read, State state) {

    /** How long it may be granted after it was asked for. */
    static final Duration WAITS = Duration.ofHours(24);

    /** How it stands. */
    public enum State {
        WAITING, EXPIRED, OPEN, CLOSED, REFUSED
    }

    static State state(Instant expiresAt, Instant answeredAt, Instant openUntil, Instant now) {
        if (answeredAt == null) {
            return now.isBefore(expiresAt) ? State.WAITING : State.EXPIRED;
        }
        if (openUntil == null) {
            return State.REFUSED;
        }
        return now.isBefore(openUntil) ? State.OPEN : State.CLOSED;
    }

    public boolean waiting() {
        return state == State.WAITING;
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
