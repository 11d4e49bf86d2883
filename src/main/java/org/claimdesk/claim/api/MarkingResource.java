package org.claimdesk.claim.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

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
import org.claimdesk.article.ArticleReading;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.Marking;
import org.claimdesk.claim.Risk;
import org.claimdesk.problem.Input;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The claims of one article in the API, and marking more of them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Claims")
class MarkingResource {

    private final ArticleReading articles;
    private final ClaimReading claims;
    private final Marking marking;
    private final Call call;

    MarkingResource(ArticleReading articles, ClaimReading claims, Marking marking, Call call) {
        this.articles = articles;
        this.claims = claims;
        this.marking = marking;
        this.call = call;
    }

    @Schema(description = "Words of an article, as a W3C TextQuoteSelector with the start of a TextPositionSelector.")
    record Words(
            @Schema(required = true, description = "The very words, at most 2,000 characters.") String exact,
            @Schema(description = "Words before them, where they stand more than once.") String prefix,
            @Schema(description = "Words after them.") String suffix,
            @Schema(description = "The code point of the text at which they begin; enough by itself where they stand more than once.") Integer start) {

        Quote quote() {
            return new Quote(exact, prefix, suffix, start);
        }
    }

    @Schema(description = "Words to be checked, and by whom.")
    record NewClaim(
            @Schema(required = true, description = "The revision in which you read the words.") Integer revision,
            @Schema(required = true) Words quote,
            @Schema(description = "What it states.") ClaimType type,
            @Schema(description = "The article's desk where it is left out.") String desk,
            @Schema(description = "A reporter of the desk; the desk as a whole where it is left out.") UUID assignee,
            @Schema(description = "The article's deadline where it is left out.") Instant deadline,
            @Schema(description = "NORMAL where it is left out.") Risk risk) {

        Assignment assignment() {
            return new Assignment(desk, assignee, deadline, risk);
        }
    }

    @Schema(description = "Sentences to be checked, each a claim, and by whom.")
    record Accepted(
            @Schema(required = true, description = "The revision in which you read them.") Integer revision,
            @Schema(required = true, description = "Numbers of sentences, 1 to 500 of them.") @JsonSetter(contentNulls = Nulls.FAIL) Set<Integer> sentences,
            @Schema(description = "The one suggested for each where it is left out.") ClaimType type,
            @Schema(description = "The article's desk where it is left out.") String desk,
            @Schema(description = "A reporter of the desk; the desk as a whole where it is left out.") UUID assignee,
            @Schema(description = "The article's deadline where it is left out.") Instant deadline,
            @Schema(description = "NORMAL where it is left out.") Risk risk) {

        Assignment assignment() {
            return new Assignment(desk, assignee, deadline, risk);
        }
    }

    @GET
    @Path("/articles/{id}/claims")
    @Transactional
    @Operation(summary = "List the claims of an article", description = "All of them, dropped ones too, in the order of their words.")
    public List<ClaimLine> list(@PathParam("id") long id) {
        return claims.ofArticle(articles.line(id).id());
    }

    @POST
    @Path("/articles/{id}/claims")
    @RolesAllowed("editor")
    @Operation(summary = "Mark a claim", description = "Words that stand more than once are refused with their `places`. For editors.")
    @APIResponseSchema(value = ClaimLine.class, responseCode = "201", responseDescription = "The claim; Location is its sheet")
    public Response mark(@PathParam("id") long id, NewClaim claim) {
        return call.once(claim, who -> {
            int revision = Input.chosen("revision", claim.revision(), "Say in which revision you read the words.");
            Words words = Input.chosen("quote", claim.quote(), "Give the words.");
            ClaimLine marked = claims
                    .line(marking.mark(id, revision, words.quote(), claim.type(), claim.assignment(), who));
            return Answer.created("/api/v1/claims/" + marked.id(), marked.version(), marked);
        });
    }

    @POST
    @Path("/articles/{id}/sentences/claims")
    @RolesAllowed("editor")
    @Operation(summary = "Make claims of whole sentences", description = "Accepts suggestions, several at once, assigned in the same move. Sentences that are a claim already are passed over. For editors.")
    @APIResponseSchema(value = ClaimLine[].class, responseCode = "200", responseDescription = "The new claims")
    public Response accept(@PathParam("id") long id, Accepted accepted) {
        Set<Integer> numbers = accepted.sentences() == null ? Set.of() : new TreeSet<>(accepted.sentences());
        return call.once(accepted, who -> {
            int revision = Input.chosen("revision", accepted.revision(), "Say in which revision you read them.");
            List<Long> marked = marking.accept(id, revision, numbers, accepted.type(), accepted.assignment(), who);
            return Answer.ok(articles.line(id).version(),
                    claims.ofArticle(id).stream().filter(claim -> marked.contains(claim.id())).toList());
        });
    }
}
