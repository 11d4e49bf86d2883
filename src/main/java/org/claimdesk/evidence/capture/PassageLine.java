package org.claimdesk.evidence.capture;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage that somebody quoted from evidence, as pages and the API show it. */
@Schema(description = "Words quoted from evidence: picked from its readable text, or typed. Positions are in Unicode code points.")
public record PassageLine(long id, @JsonIgnore long evidence,
        @Schema(description = "The capture whose text they were picked from; null for a file, and where they were typed.") Long capture,
        @Schema(description = "SHA-256 of the file or captured file whose text they were picked from; null for the text of a page, and where they were typed.") String content,
        String exact, String prefix, String suffix,
        @Schema(description = "Null where the words were typed, and not picked from a text.") Integer start,
        Integer end,
        @Schema(description = "Where they stand, such as page 3 or 00:12:31; null where the text has no pages.") String locator,
        Name pickedBy, Instant pickedAt) {

    /** Whether nobody but who typed it says that it stands there. */
    public boolean typed() {
        return start == null;
    }

    /** Whether it was picked from the text of a captured page, and not of a file. */
    public boolean ofPage() {
        return capture != null && content == null;
    }

    /** Whether its words stand in a text, as whole words, white space aside. */
    public boolean standsIn(String text) {
        return Likeness.stands(new Likeness.Words(id, exact, prefix, suffix), Likeness.spaced(text));
    }
}
