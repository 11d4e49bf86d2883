package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of the page behind a link, as pages and the API show it. */
@Schema(description = "What has become of the page behind a link. What is not known (yet) is null.")
public record WatchLine(long evidence, String title, String address,
        @Schema(description = "The capture people rely on: the first good one, or the last that somebody accepted instead.") Long reference,
        @Schema(description = "When that was captured.") Instant referenceAt,
        @Schema(description = "The last capture that told what has become of the page.") Long look, Instant lookedAt,
        @Schema(description = "What that told, against the reference of then.") Fate fate,
        @Schema(description = "Whether it was at another address than that.") boolean moved,
        @Schema(description = "Where it was in the end.") String finalAddress, @JsonIgnore String failure,
        @Schema(description = "How many picked passages stand in the reference of then.") int passages,
        @Schema(description = "The ids of those that stand there no more.") List<Long> lost,
        @Schema(description = "What is wrong with it and has not been accepted.") Rot rot,
        @Schema(description = "When it is looked at again at the earliest, while the service watches.") Instant nextAt,
        @Schema(description = "The last time somebody accepted what had become of it.") Accepted accepted) {

    /** That somebody accepted it as a capture found it. */
    public record Accepted(long capture, String reason, Name by, Instant at) {}

    /** Whether somebody has to know. */
    public boolean open() {
        return rot != null;
    }

    /** Whether it was accepted as it was found last. */
    public boolean acceptedSo() {
        return look != null && accepted != null && (accepted.capture() == look || fate == Fate.GONE)
                && rot == null && (fate != Fate.SAME || moved);
    }

    public boolean same() {
        return fate == Fate.SAME && !moved;
    }

    public boolean gone() {
        return fate == Fate.GONE;
    }

    /** What is wrong, as a sentence. */
    public String said() {
        String place = moved ? " It has another address." : "";
        return switch (rot) {
            case WORDS_GONE -> (lost.size() == passages
                    ? "The quoted words are gone."
                    : lost.size() + " of " + passages + " quoted passages are gone.") + place;
            case GONE -> "The page is gone.";
            case CHANGED ->
                "The page has changed." + (passages > 0 ? " The quoted words are still there." : "") + place;
            case MOVED -> "The page has moved; its words are the same.";
        };
    }
}
