package org.claimdesk.claim;

import java.time.Instant;
import java.util.List;

import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.seal.Identity;

/** Sealed interviews for tests. */
final class Sealed {

    static final String DESCRIBED = "an official with knowledge of the talks";

    private Sealed() {}

    static Piece.Interview with(String person) {
        return with(person, null);
    }

    static Piece.Interview with(String person, String source) {
        return new Piece.Interview(new Piece.About(null, Stance.SUPPORTS, "", "", new Provenance(source, null, null)),
                new Identity(person, "keeper", "Zorbanthian Guild"), Piece.Channel.IN_PERSON,
                Instant.parse("2026-01-02T03:04:05Z"), Attribution.BACKGROUND, List.of("They came at night."), null,
                DESCRIBED, true);
    }

    /** The same, not sealed. */
    static Piece.Interview open(String person, String source) {
        return new Piece.Interview(new Piece.About("", Stance.SUPPORTS, "", "", new Provenance(source, null, null)),
                person, "", "", Piece.Channel.PHONE, Instant.parse("2026-01-02T03:04:05Z"),
                Attribution.ON_THE_RECORD);
    }
}
