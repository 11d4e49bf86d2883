package org.claimdesk.standards.correction;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.claim.Excerpt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same claim in another article; while that is not published it has no case, but whoever corrects wants to know of it. */
@Schema(description = "The same claim in another article.")
public record SameElsewhere(long claim, String words, long article, String headline,
        @Schema(description = "Whether that article is published; before it is, there is no case.") boolean published,
        @Schema(description = "Its newest case, or null.") Long ofCase,
        @Schema(description = "What was decided on that; null while it is open.") Outcome outcome,
        @Schema(description = "The last correction of it, or null.") String corrected) {

    private static final int LINE = 110;

    @JsonIgnore
    public String quoted() {
        return Excerpt.quoted(words, LINE);
    }

    @JsonIgnore
    public String standing() {
        if (ofCase == null) {
            return published ? "no case" : "not published";
        }
        return outcome == null ? "open" : outcome == Outcome.NONE ? "none needed" : "corrected";
    }

    /** Words to begin with: what was said of the same elsewhere. */
    static String proposal(List<SameElsewhere> elsewhere) {
        return elsewhere.stream()
                .map(SameElsewhere::corrected)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
