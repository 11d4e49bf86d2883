package org.claimdesk.evidence.capture;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage that somebody picked from a capture, as pages and the API show it. */
@Schema(description = "Words picked from the readable text of a capture. Positions are in Unicode code points.")
public record PassageLine(long id, @JsonIgnore long evidence, long capture, String exact, String prefix, String suffix,
        int start, int end, Name pickedBy, Instant pickedAt) {

    /** Whether its words stand in a text, as whole words, white space aside. */
    public boolean standsIn(String text) {
        return Likeness.stands(new Likeness.Words(id, exact, prefix, suffix), Likeness.spaced(text));
    }
}
