package org.claimdesk.standards.reply;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.claim.Labels;
import org.claimdesk.evidence.Piece;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for a reply with what came of it.
 *
 * @param answers oldest first
 */
@Schema(name = "ReplyRequest", description = "Who was asked what, what came back, and where it stands in the text.")
public record ReplyLine(long id, String person, String organisation, String questions, Piece.Channel channel,
        Instant asked, Instant due, @Schema(description = "Claims of the article it is about.") List<Long> claims,
        Name by, Instant recorded, Standing standing, List<Answer> answers) {

    /**
     * What came back.
     *
     * @param places words of the text that were named for it, oldest first
     */
    @Schema(name = "Reply")
    public record Answer(long id, CameBack outcome, String text, Instant came, Name by, List<Place> places) {}

    /** @param stands whether these words are in the text as it is */
    @Schema(name = "ReplyPlace")
    public record Place(int revision, String exact, boolean stands, Name by) {}

    @JsonIgnore
    public String how() {
        return Labels.of(channel);
    }

    /** Whether anything can still be recorded on it. */
    @JsonIgnore
    public boolean live() {
        return standing != Standing.WITHDRAWN;
    }

    /** Whether something came back for which words can be named. */
    @JsonIgnore
    public boolean placeable() {
        return live() && !answers.isEmpty();
    }
}
