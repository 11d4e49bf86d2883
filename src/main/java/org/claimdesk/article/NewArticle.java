package org.claimdesk.article;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An article as an editor brings it in: by `text`, by `content` or by `address`, as `format` says.")
record NewArticle(
        @Schema(maxLength = Filing.MOST, description = "With TEXT, MARKDOWN and HTML. The first line, heading or title is the headline.") String text,
        @Schema(description = "What is brought and how it is read; TEXT where it is left out. ADDRESS fetches what is at `address`.") CopyForm format,
        @Schema(description = "With DOCX: the file in Base64, at most 10 MB of it.") String content,
        @Schema(maxLength = 255, description = "The name of the file, for the record.") String name,
        @Schema(maxLength = 80, description = "The short name in the newsroom; made from the headline where it is left out.") String slug,
        @Schema(description = "Who wrote it, as printed; as it stands in the text where it is left out.") String byline,
        @Schema(description = "Ids of those of the newsroom who wrote it, beside those the byline names. They never verify its claims.") @JsonSetter(contentNulls = Nulls.FAIL) Set<UUID> authors,
        @Schema(required = true, examples = "/desks/immigration") String desk,
        @Schema(description = "Where it is or will be published; with ADDRESS, where it is fetched from.") String address,
        @Schema(required = true) Instant deadline) {

    /** @throws Problem bad input, where it is brought in none of the ways or in several */
    Copy copy(Copies copies) {
        return copies.sent(format, text, content, name, address);
    }

    Submission submission(Copy copy) {
        return new Submission(copy, slug, byline, authors == null ? Set.of() : authors, desk,
                format == CopyForm.ADDRESS ? null : address, deadline);
    }
}
