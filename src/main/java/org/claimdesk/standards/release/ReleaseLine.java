package org.claimdesk.standards.release;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release as pages and the API show it.
 *
 * @param standing the revision of the article that stands now
 */
@Schema(description = "That a revision was let go out.")
public record ReleaseLine(long id, @Schema(description = "The revision that was released.") int revision,
        @Schema(description = "SHA-256 of its text in UTF-8, hexadecimal.") String sha256, Name by, Instant at,
        @Schema(description = "The waivers it rests on.") List<Long> waivers,
        @Schema(description = "Whether text and claims are still as they were released.") boolean current,
        @JsonIgnore int standing) {

    /** In a few words, such as "Released, revision 3". */
    @JsonIgnore
    public String words() {
        if (current) {
            return "Released, revision " + revision;
        }
        return revision == standing
                ? "Released earlier; its claims have changed since"
                : "Released earlier, revision %d; revision %d is not".formatted(revision, standing);
    }
}
