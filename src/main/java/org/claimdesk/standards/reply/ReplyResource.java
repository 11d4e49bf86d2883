package org.claimdesk.standards.reply;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.problem.Input;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Right of reply in the API. Every act answers with the requests of the article, newest first. */
@Path("/api/v1/articles/{id}/replies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "editor"})
@Tag(name = "Right of reply")
class ReplyResource {

    private static final String ALL = "The requests as they are now";

    private final ArticleReading articles;
    private final ReplyReading replies;
    private final Replying replying;
    private final Call call;

    ReplyResource(ArticleReading articles, ReplyReading replies, Replying replying, Call call) {
        this.articles = articles;
        this.replies = replies;
        this.replying = replying;
        this.call = call;
    }

    @Schema(name = "NewReplyPlace", description = "Words of the article that give what came back.")
    record NewPlace(@Schema(required = true, description = "The revision you read.") Integer revision,
            @Schema(required = true) Quote quote) {}

    @GET
    @RolesAllowed({"reporter", "reviewer", "editor", "standards"})
    @Operation(summary = "List who was asked for a reply", description = "Newest first, at most 200, each with what came back and where it stands in the text.")
    public List<ReplyLine> list(@PathParam("id") long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            articles.line(id);
            return replies.of(id);
        });
    }

    @POST
    @Operation(summary = "Record that somebody was asked", description = "For editors and reporters. Once it is overdue, the release gate shows it.")
    @APIResponseSchema(value = ReplyLine[].class, responseCode = "200", responseDescription = ALL)
    public Response ask(@PathParam("id") long id, NewRequest body) {
        return call.once(body, who -> {
            replying.ask(id, body, who);
            return now(id);
        });
    }

    @POST
    @Path("/{request}/answers")
    @Operation(summary = "Record what came back", description = "Or that nothing did. The last one counts. For editors and reporters.")
    @APIResponseSchema(value = ReplyLine[].class, responseCode = "200", responseDescription = ALL)
    public Response answer(@PathParam("id") long id, @PathParam("request") long request, NewAnswer body) {
        return call.once(body, who -> {
            replying.answer(id, request, body, who);
            return now(id);
        });
    }

    @POST
    @Path("/{request}/places")
    @Operation(summary = "Say where a reply stands in the text", description = "Words of the revision you read. They count while they stand in the text. For editors and reporters.")
    @APIResponseSchema(value = ReplyLine[].class, responseCode = "200", responseDescription = ALL)
    public Response place(@PathParam("id") long id, @PathParam("request") long request, NewPlace body) {
        return call.once(body, who -> {
            replying.place(id, request, Input.chosen("revision", body.revision(), "Say which revision you read."),
                    Input.chosen("quote", body.quote(), "Give the words."), who);
            return now(id);
        });
    }

    private Answer now(long id) {
        return new Answer(200, Map.of(), replies.of(id));
    }
}
