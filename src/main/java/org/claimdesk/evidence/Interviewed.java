package org.claimdesk.evidence;

import java.time.Duration;
import java.time.Instant;

import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Recording;
import org.claimdesk.evidence.seal.Slip;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/** What is asked of an interview before it is evidence. */
final class Interviewed {

    private static final Duration EARLIEST = Duration.ofDays(36_525);

    private Interviewed() {}

    /** When it was held. @throws Problem bad input where that cannot be */
    static Instant held(Piece.Interview interview, Instant now) {
        Instant heldAt = Input.chosen("heldAt", interview.heldAt(), "Say when the interview was held.");
        if (heldAt.isAfter(now.plusSeconds(60))) {
            throw Problem.badInput("heldAt", "That time has not come yet.");
        }
        if (heldAt.isBefore(now.minus(EARLIEST))) {
            throw Problem.badInput("heldAt", "That is more than a hundred years ago.");
        }
        return heldAt;
    }

    /**
     * Sees to it that nothing which stands open beside the seal names whom it is about.
     *
     * @throws Problem bad input, with the field's name and never with what is in it
     */
    static void requireDiscreet(Evidence open, Piece.Interview interview, Identity who) {
        Input.chosen("described", open.described(),
                "Say what may be said of them in place of the name, such as “an official with knowledge of the talks”.");
        Recording recording = interview.recording();
        if (recording != null && recording.key() == null) {
            throw new IllegalArgumentException("the recording of a sealed interview lies open in the store");
        }
        Provenance from = interview.about().from();
        Slip.of(who, recording == null ? null : recording.name())
                .refuse("title", open.title())
                .refuse("locator", open.locator())
                .refuse("note", open.note())
                .refuse("described", open.described())
                .refuse("quotes", String.join("\n", open.quotes()))
                .refuse("source", from.source())
                .refuse("origin", from.origin());
    }
}
