package org.claimdesk.claim;

import java.util.List;
import java.util.Set;

import org.claimdesk.evidence.seal.OpeningLine;
import org.claimdesk.evidence.seal.SealedPiece;
import org.claimdesk.evidence.seal.Seals;
import org.claimdesk.people.Acting;
import org.claimdesk.web.Form;

/**
 * What the page of a seal shows.
 *
 * @param opened null where it is not open to this person
 */
record SealView(ClaimLine claim, SealedPiece piece, List<OpeningLine> openings, Seals.Opened opened, Acting who,
        Facts facts, Form form) {

    /** What a browser plays, and nothing else is played from here. */
    static final Set<String> PLAYED = Set.of("audio/mpeg", "audio/mp4", "audio/ogg", "audio/vorbis", "audio/opus",
            "audio/flac", "audio/x-flac", "audio/wav", "audio/x-wav", "audio/vnd.wave", "audio/webm", "audio/aac",
            "audio/x-aac", "video/mp4", "video/webm", "application/mp4", "application/ogg");

    /** Who asked may not ask again while that waits. */
    public boolean mayAsk() {
        return Keyholders.roleToAsk(facts, who).isPresent() && openings.stream()
                .noneMatch(opening -> who.is(opening.askedBy().id()) && (opening.waiting() || opening.open()));
    }

    public boolean mayAnswer(OpeningLine opening) {
        return opening.waiting() && !who.is(opening.askedBy().id())
                && Keyholders.roleToAnswer(facts, opening.askedRole(), who).isPresent();
    }

    public boolean plays() {
        return PLAYED.contains(opened.recording().mediaType());
    }

    /** The opening by which this person looks, the newest. */
    public OpeningLine open() {
        return openings.stream()
                .filter(opening -> opening.open()
                        && (who.is(opening.askedBy().id()) || who.is(opening.answeredBy().id())))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "SealView";
    }
}
