package org.claimdesk.standards.reply;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came back. */
@Schema(name = "NewReply", description = "What came back, or that nothing did.")
record NewAnswer(@Schema(required = true) CameBack outcome,
        @Schema(description = "The answer in their words; for WITHDRAWN the reason. Both need it.") String text,
        @Schema(description = "When it came; left out for now.") Instant came) {}
