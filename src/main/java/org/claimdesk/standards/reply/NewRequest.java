package org.claimdesk.standards.reply;

import java.time.Instant;
import java.util.List;

import org.claimdesk.evidence.Piece;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who was asked what. */
@Schema(name = "NewReplyRequest", description = "Somebody the article tells of was asked what they say to it.")
record NewRequest(@Schema(required = true, description = "Who was asked.") String person, String organisation,
        @Schema(required = true, description = "What they were asked.") String questions,
        @Schema(required = true) Piece.Channel channel,
        @Schema(description = "When they were asked; left out for now.") Instant asked,
        @Schema(required = true, description = "Until when they were asked to answer.") Instant due,
        @Schema(description = "Claims of the article it is about; may be empty.") List<Long> claims) {}
