package org.claimdesk.article;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sentences of an article over the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Articles")
class SentenceResource {

    private final Articles articles;
    private final ArticleReading reading;
    private final Accounting accounting;
    private final Call call;

    SentenceResource(Articles articles, ArticleReading reading, Accounting accounting, Call call) {
        this.articles = articles;
        this.reading = reading;
        this.accounting = accounting;
        this.call = call;
    }

    @Schema(description = "What sentences are called.")
    record Called(
            @Schema(required = true, description = "The revision you read.") int revision,
            @Schema(required = true, description = "Numbers of sentences, 1 to 500 of them.") @JsonSetter(contentNulls = Nulls.FAIL) Set<Integer> sentences,
            @Schema(required = true) Disposition disposition) {}

    @GET
    @Path("/articles/{id}/revisions/{number}/sentences")
    @Transactional
    @Operation(summary = "List the sentences of a text", description = "In order, with what an editor has called them. A sentence that a claim touches needs no word.")
    public List<SentenceLine> list(@PathParam("id") long id, @PathParam("number") int number) {
        articles.filed(id, number);
        return reading.sentences(id, number);
    }

    @POST
    @Path("/articles/{id}/sentences")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("editor")
    @Operation(summary = "Account for sentences", description = "Calls them an opinion, no fact, or unreviewed again. For editors.")
    @APIResponseSchema(value = SentenceLine[].class, responseCode = "200", responseDescription = "All sentences as they are now")
    public Response call(@PathParam("id") long id, Called called) {
        Set<Integer> numbers = called.sentences() == null ? Set.of() : new TreeSet<>(called.sentences());
        return call.once(called, who -> {
            accounting.call(id, called.revision(), numbers, called.disposition(), who);
            return Answer.ok(reading.line(id).version(), reading.sentences(id, called.revision()));
        });
    }
}
