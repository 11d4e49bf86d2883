package org.claimdesk.claim.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Copies;
import org.claimdesk.article.Copy;
import org.claimdesk.article.CopyForm;
import org.claimdesk.article.Filing;
import org.claimdesk.article.RevisionLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.PlaceLine;
import org.claimdesk.claim.Revising;
import org.claimdesk.problem.Input;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The revisions of an article in the API: filing another, and how the claims stand in each. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Articles")
class RevisionResource {

    private final ArticleReading articles;
    private final Articles texts;
    private final ClaimReading claims;
    private final Revising revising;
    private final Copies copies;
    private final Call call;

    RevisionResource(ArticleReading articles, Articles texts, ClaimReading claims, Revising revising, Copies copies,
            Call call) {
        this.articles = articles;
        this.texts = texts;
        this.claims = claims;
        this.revising = revising;
        this.copies = copies;
        this.call = call;
    }

    @Schema(description = "The text of an article as it is now.")
    record NewRevision(
            @Schema(required = true, description = "The revision you know; if another has been filed since, it is refused with 412.") Integer base,
            @Schema(maxLength = Filing.MOST, description = "With TEXT, MARKDOWN and HTML: all of it. The first line, heading or title is the headline.") String text,
            @Schema(description = "What is brought and how it is read; TEXT where it is left out. ADDRESS fetches what is at `address`.") CopyForm format,
            @Schema(description = "With DOCX: the file in Base64, at most 10 MB of it.") String content,
            @Schema(maxLength = 255, description = "The name of the file, for the record.") String name,
            @Schema(description = "With ADDRESS: where it is fetched from.") String address) {

        Copy copy(Copies copies) {
            return copies.sent(format, text, content, name, address);
        }
    }

    @Schema(description = "A revision, and where it put the claims.")
    record Placed(long article, int number, List<PlaceLine> claims) {}

    @GET
    @Path("/articles/{id}/revisions")
    @Transactional
    @Operation(summary = "List the revisions of an article", description = "Newest first.")
    public List<RevisionLine> list(@PathParam("id") long id) {
        return articles.revisions(articles.line(id).id());
    }

    @POST
    @Path("/articles/{id}/revisions")
    @RolesAllowed("editor")
    @Operation(summary = "File a revision", description = "Places every claim in the new text: PLACED or MOVED (its very words), REWORDED (other words, of which at least 60 % stayed; a verdict ends), ORPHANED (gone; it waits to be attached again or dropped). One act: all of it or nothing. For editors.")
    @APIResponseSchema(value = Placed.class, responseCode = "201", responseDescription = "The revision, and how each claim stands in it")
    public Response file(@PathParam("id") long id, NewRevision revision) {
        return call.once(revision, () -> revision.copy(copies), (copy, who) -> {
            int base = Input.chosen("base", revision.base(), "Say which revision you know.");
            int number = revising.file(id, base, copy, who).number();
            return Answer.created("/api/v1/articles/" + id + "/revisions/" + number, articles.line(id).version(),
                    new Placed(id, number, claims.places(id, number)));
        });
    }

    @GET
    @Path("/articles/{id}/revisions/{number}/claims")
    @Transactional
    @Operation(summary = "List where the claims stand in a text", description = "One line for each claim that was there, by claim. ORPHANED ones have no words.")
    public List<PlaceLine> places(@PathParam("id") long id, @PathParam("number") int number) {
        texts.filed(id, number);
        return claims.places(id, number);
    }
}
