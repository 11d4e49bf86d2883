package org.claimdesk.article;

import java.util.HexFormat;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.ledger.History;
import org.claimdesk.problem.Input;
import org.claimdesk.text.Block;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Articles in the API: filing them, and reading them with their texts and history. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Articles")
class ArticleResource {

    private final ArticleReading reading;
    private final Articles articles;
    private final Copies copies;
    private final Filing filing;
    private final History history;
    private final Call call;

    ArticleResource(ArticleReading reading, Articles articles, Copies copies, Filing filing, History history,
            Call call) {
        this.reading = reading;
        this.articles = articles;
        this.copies = copies;
        this.filing = filing;
        this.history = history;
        this.call = call;
    }

    @Schema(description = "One filed text of an article. It never changes.")
    record RevisionText(long article, int number, String text,
            @Schema(description = "The parts of the text, by code points.") List<Block> blocks,
            @Schema(description = "SHA-256 over the text in UTF-8, hexadecimal; also the ETag.") String digest) {}

    @POST
    @Path("/articles")
    @RolesAllowed("editor")
    @Operation(summary = "File an article", description = "Files its first revision, from text, Markdown, HTML, a Word document or what is at an address; what stands around the story is left out. What was brought is kept byte for byte. For editors.")
    @APIResponseSchema(value = ArticleLine.class, responseCode = "201", responseDescription = "The article")
    public Response file(NewArticle article) {
        return call.once(article, () -> article.copy(copies), (copy, who) -> {
            ArticleLine filed = reading.line(filing.file(article.submission(copy), who));
            return Answer.created("/api/v1/articles/" + filed.id(), filed.version(), filed);
        });
    }

    @GET
    @Path("/articles")
    @Transactional
    @Operation(summary = "List articles", description = "Newest first.")
    public RestResponse<List<ArticleLine>> list(
            @Parameter(description = "Only those of this desk.", example = "/desks/courts") @QueryParam("desk") String desk,
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        String wanted = Input.line("desk", desk);
        return keyset.page(reading.list(wanted.isEmpty() ? null : wanted, keyset.before(), keyset.ask()),
                ArticleLine::id, uri);
    }

    @GET
    @Path("/articles/{id}")
    @Transactional
    @Operation(summary = "Read an article", description = "Without its text: that is in its revisions.")
    @APIResponseSchema(value = ArticleLine.class, responseCode = "200", responseDescription = "The article")
    public Response show(@PathParam("id") long id, @Context Request asked) {
        ArticleLine article = reading.line(id);
        return Answer.tagged(asked, Integer.toString(article.version()), article);
    }

    @GET
    @Path("/articles/{id}/revisions/{number}")
    @Transactional
    @Operation(summary = "Read a text of an article", description = "A revision never changes: keep it as long as you like.")
    @APIResponseSchema(value = RevisionText.class, responseCode = "200", responseDescription = "The text and its blocks")
    public Response revision(@PathParam("id") long id, @PathParam("number") int number, @Context Request asked) {
        Revision revision = articles.filed(id, number);
        String digest = HexFormat.of().formatHex(revision.digest());
        return Answer.immutable(asked, digest,
                new RevisionText(id, number, revision.text(), revision.blocks(), digest));
    }

    @GET
    @Path("/articles/{id}/history")
    @Transactional
    @Operation(summary = "Read the history of an article", description = "What was done with it and its claims, newest first. `body` is the entry as canonical JSON.")
    public RestResponse<List<History.Line>> history(@PathParam("id") long id, @QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        ArticleLine article = reading.line(id);
        return keyset.page(history.ofArticle(article.id(), keyset.before(), keyset.ask()), History.Line::id, uri);
    }
}
