package org.claimdesk.galley;

import java.time.Instant;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.State;
import org.claimdesk.text.placement.Placement;

/** Claims as the galley is given them. */
final class Lines {

    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00Z");

    private Lines() {}

    static ClaimLine claim(long id, int start, int end) {
        return claim(id, start, end, State.ASSIGNED, false);
    }

    static ClaimLine claim(long id, int start, int end, State state, boolean dropped) {
        return new ClaimLine(id, 0, 1, "Headline", 1, "words", start, end, state, null, Risk.NORMAL,
                "/desks/immigration",
                null, NOW, 0, null, null, dropped, null, Placement.PLACED, NOW, null);
    }
}
