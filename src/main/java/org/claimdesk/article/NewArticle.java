package org.claimdesk.article;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An article as an editor brings it in: by `text`, by `content` or by `address`, as `format` says.")
record NewArticle(
        @Schema(maxLength = Filing.MOST, description = "With TEXT, MARKDOWN and HTML. The first line, heading or title is the headline.") String text,
        @Schema(description = "What is brought and how it is read; TEXT where it is left out. ADDRESS fetches what is at `address`.") Form format,
        @Schema(description = "With DOCX: the file in Base64, at most 10 MB of it.") String content,
        @Schema(maxLength = 255, description = "The name of the file, for the record.") String name,
        @Schema(maxLength = 80, description = "The short name in the newsroom; made from the headline where it is left out.") String slug,
        @Schema(description = "Who wrote it, as printed; as it stands in the text where it is left out.") String byline,
        @Schema(description = "Ids of those of the newsroom who wrote it, beside those the byline names. They never verify its claims.") @JsonSetter(contentNulls = Nulls.FAIL) Set<UUID> authors,
        @Schema(required = true, examples = "/desks/immigration") String desk,
        @Schema(description = "Where it is or will be published; with ADDRESS, where it is fetched from.") String address,
        @Schema(required = true) Instant deadline) {

    /** How an article comes over the API. */
    enum Form {
        TEXT, MARKDOWN, HTML, DOCX, ADDRESS
    }

    /** @throws Problem bad input, where it is brought in none of the ways or in several */
    Copy copy(Copies copies) {
        Form form = format == null ? Form.TEXT : format;
        if (form != Form.DOCX && content != null) {
            throw Problem.badInput("content", "Content is sent with the format DOCX alone.");
        }
        if ((form == Form.DOCX || form == Form.ADDRESS) && text != null) {
            throw Problem.badInput("text", "Text is sent with the formats TEXT, MARKDOWN and HTML.");
        }
        return switch (form) {
            case TEXT -> Copy.pasted(text, Copy.Format.TEXT);
            case MARKDOWN -> Copy.pasted(text, Copy.Format.MARKDOWN);
            case HTML -> Copy.pasted(text, Copy.Format.HTML);
            case DOCX -> file(copies);
            case ADDRESS -> copies.ofAddress(address);
        };
    }

    Submission submission(Copy copy) {
        return new Submission(copy, slug, byline, authors == null ? Set.of() : authors, desk,
                format == Form.ADDRESS ? null : address, deadline);
    }

    private Copy file(Copies copies) {
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(Input.chosen("content", content, "Send the file in Base64."));
            return copies.ofFile(Input.blank(name) ? "article.docx" : name, bytes, "content");
        } catch (IllegalArgumentException malformed) {
            throw Problem.badInput("content", "That is not Base64.");
        }
    }
}
