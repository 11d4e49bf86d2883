package org.claimdesk.standards.correction;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.claim.Excerpt;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case in a list. */
@Schema(description = "Something came out about a claim of a published article.")
public record CaseLine(long id, long article, String headline, long claim,
        @Schema(description = "The words of the claim as they are now.") String words, Instant opened,
        @Schema(description = "What came out, each kind once.") List<Cause> causes,
        @Schema(description = "What was decided; null while it is open.") Outcome outcome,
        @Schema(description = "Why no correction is needed; null otherwise.") String reason, Name decidedBy,
        Instant decided) {

    private static final int LINE = 110;

    @JsonIgnore
    public boolean open() {
        return outcome == null;
    }

    @JsonIgnore
    public String quoted() {
        return Excerpt.quoted(words, LINE);
    }

    @JsonIgnore
    public String because() {
        return causes.stream().map(Cause::words).collect(Collectors.joining(", "));
    }

    /** In a word, as on a badge. */
    @JsonIgnore
    public String standing() {
        return open() ? "open" : outcome == Outcome.NONE ? "none needed" : "corrected";
    }
}
