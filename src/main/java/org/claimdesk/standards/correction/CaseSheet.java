package org.claimdesk.standards.correction;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case with all that is known of it.
 *
 * @param causes      at most 200, oldest first
 * @param corrections oldest first
 */
@Schema(name = "CorrectionCase", description = "A case with what came out, what was issued, and where else the same stands.")
public record CaseSheet(@JsonProperty("case") CaseLine line, List<CauseLine> happened, List<CorrectionLine> corrections,
        List<SameElsewhere> elsewhere) {

    /** The id of the last correction, or null. */
    Long last() {
        return corrections.isEmpty() ? null : corrections.get(corrections.size() - 1).id();
    }
}
