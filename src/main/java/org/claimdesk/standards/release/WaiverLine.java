package org.claimdesk.standards.release;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A waiver that holds. */
@Schema(description = "The standards desk let it pass: by whom, why, and until when.")
public record WaiverLine(long id, String reason, Name by, Instant at, Instant expires) {

    /** For comparing with what a form sent. */
    @JsonIgnore
    public String idText() {
        return Long.toString(id);
    }
}
