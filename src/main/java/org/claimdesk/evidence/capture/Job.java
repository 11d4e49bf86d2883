package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.claimdesk.ledger.Act;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;

/**
 * A capture that an instance has taken on.
 *
 * @param attempt its number, from 1; who finishes another one's attempt is refused
 * @param askedBy who asked for it, in whose name it enters the history
 * @param role    in which role; null where the service looks by itself
 */
record Job(long id, int attempt, String address, UUID askedBy, long evidence, long claim, long article, String role) {

    /** Whether nobody asked for it. */
    boolean ours() {
        return Acting.SERVICE.is(askedBy);
    }

    /** That it is finished, in the name of who asked; the register knows them since then. */
    Act finished(Instant at) {
        Act act = ours()
                ? Act.byService("CAPTURE", at, article)
                : Act.of("CAPTURE", new Acting(askedBy, "", "", Set.of(), Set.of()), Role.valueOf(role), at, article);
        return act.fact("claim", claim).fact("evidence", evidence).fact("capture", id);
    }
}
