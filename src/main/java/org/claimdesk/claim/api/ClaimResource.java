package org.claimdesk.claim.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

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
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.Checking;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimRef;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Revising;
import org.claimdesk.claim.Risk;
import org.claimdesk.ledger.History;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One claim in the API: its sheet, its history, and what is done with it. Every act answers with the new sheet. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Claims")
class ClaimResource {

    private static final String SHEET = "The claim as it is now";
    private static final String REASON = "Why it is enough, where the rule of sources of the desk is not met (`independence` of the claim); needed then, and not kept otherwise.";

    private final ClaimReading claims;
    private final Checking checking;
    private final Revising revising;
    private final History history;
    private final SignedIn signedIn;
    private final Call call;

    ClaimResource(ClaimReading claims, Checking checking, Revising revising, History history, SignedIn signedIn,
            Call call) {
        this.claims = claims;
        this.checking = checking;
        this.revising = revising;
        this.history = history;
        this.signedIn = signedIn;
        this.call = call;
    }

    @Schema(description = "An act that needs nothing said: {} or no body at all.")
    record Nothing() {
        static Nothing or(Nothing sent) {
            return sent == null ? new Nothing() : sent;
        }
    }

    @Schema(description = "To whom it goes. Desk, deadline and risk stay as they are where they are left out.")
    record Reassignment(String desk,
            @Schema(description = "A reporter of the desk; null or left out for the desk as a whole.") UUID assignee,
            Instant deadline, Risk risk) {

        Assignment of(ClaimLine now) {
            return new Assignment(desk == null ? now.desk() : desk, assignee,
                    deadline == null ? now.deadline() : deadline, risk == null ? now.risk() : risk);
        }
    }

    @Schema(description = "{} or no body at all where the rule of the desk is met.")
    record Submission(@Schema(description = REASON) String reason) {
        static Submission or(Submission sent) {
            return sent == null ? new Submission(null) : sent;
        }
    }

    record Missing(@Schema(required = true, description = "What is missing.") String missing) {}

    record Objection(@Schema(required = true) Grounds grounds, @Schema(required = true) String statement) {}

    record Reply(
            @Schema(description = "May be left out where evidence was attached since the dispute was opened.") String statement) {}

    record Judgement(@Schema(required = true) Rating rating, @Schema(required = true) String rationale,
            @Schema(description = "UPHELD or REJECTED, where a dispute that somebody else opened is undecided.") Dispute.Outcome outcome,
            @Schema(description = REASON) String reason) {}

    record AuditFinding(@Schema(required = true, description = "What was found.") String finding) {}

    @Schema(description = "Where the words of a claim are.")
    record Place(
            @Schema(required = true, description = "The revision in which you read the words.") Integer revision,
            @Schema(required = true) MarkingResource.Words quote) {}

    record Reason(@Schema(required = true) String reason) {}

    @GET
    @Path("/claims/{id}")
    @Transactional
    @Operation(summary = "Read a claim", description = "Its words, evidence, disputes and verdicts, and the `actions` you may take now. The ETag is its version; `actions` also follow your roles, so ask without If-None-Match after they changed.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response show(@PathParam("id") long id, @Context Request asked) {
        ClaimSheet sheet = claims.sheet(id, signedIn.acting());
        return Answer.tagged(asked, Integer.toString(sheet.claim().version()), sheet);
    }

    @GET
    @Path("/claims/{id}/history")
    @Transactional
    @Operation(summary = "Read the history of a claim", description = "Newest first. `body` is the entry as canonical JSON.")
    public RestResponse<List<History.Line>> history(@PathParam("id") long id, @QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        ClaimLine claim = claims.line(id);
        return keyset.page(history.ofClaim(claim.id(), keyset.before(), keyset.ask()), History.Line::id, uri);
    }

    @POST
    @Path("/claims/{id}/take")
    @Operation(summary = "Take a claim that nobody has", description = "For reporters of its desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response take(@PathParam("id") long id, Nothing nothing) {
        return act(id, Nothing.or(nothing), checking::take);
    }

    @POST
    @Path("/claims/{id}/reassign")
    @Operation(summary = "Give a claim to another desk or person", description = "For editors.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response reassign(@PathParam("id") long id, Reassignment reassignment) {
        return act(id, reassignment, (ref, who) -> checking.reassign(ref, reassignment.of(claims.line(id)), who));
    }

    @POST
    @Path("/claims/{id}/submit")
    @Operation(summary = "Submit the sourcing of a claim for review", description = "For its assignee; evidence must stand. Where the rule of sources is not met, with a reason.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response submit(@PathParam("id") long id, Submission body) {
        Submission sent = Submission.or(body);
        return act(id, sent, (ref, who) -> checking.submit(ref, sent.reason(), who));
    }

    @POST
    @Path("/claims/{id}/return")
    @Operation(summary = "Return a claim to its reporter", description = "For reviewers.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response giveBack(@PathParam("id") long id, Missing body) {
        return act(id, body, (ref, who) -> checking.giveBack(ref, body.missing(), who));
    }

    @POST
    @Path("/claims/{id}/dispute")
    @Operation(summary = "Dispute a claim", description = "A sourced one for reviewers, a verified one for all: the verdict then ends.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response dispute(@PathParam("id") long id, Objection body) {
        return act(id, body, (ref, who) -> checking.dispute(ref, body.grounds(), body.statement(), who));
    }

    @POST
    @Path("/claims/{id}/answer")
    @Operation(summary = "Answer a dispute", description = "For the assignee.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response answer(@PathParam("id") long id, Reply body) {
        return act(id, body, (ref, who) -> checking.answer(ref, body.statement(), who));
    }

    @POST
    @Path("/claims/{id}/verify")
    @Operation(summary = "Give the verdict", description = "For a reviewer who had no part in the sourcing, did not write the article, and whose verdict was not just overturned.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response verify(@PathParam("id") long id, Judgement body) {
        return act(id, body,
                (ref, who) -> checking.verify(ref, body.rating(), body.rationale(), body.outcome(), body.reason(),
                        who));
    }

    @POST
    @Path("/claims/{id}/overturn")
    @Operation(summary = "Overturn a verdict", description = "For the standards desk. The finding opens a dispute.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response overturn(@PathParam("id") long id, AuditFinding body) {
        return act(id, body, (ref, who) -> checking.overturn(ref, body.finding(), who));
    }

    @POST
    @Path("/claims/{id}/drop")
    @Operation(summary = "Drop a claim", description = "Its passage was cut, or it is no claim. For editors.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response drop(@PathParam("id") long id, Reason body) {
        return act(id, body, (ref, who) -> checking.drop(ref, body.reason(), who));
    }

    @POST
    @Path("/claims/{id}/restore")
    @Operation(summary = "Restore a dropped claim", description = "A verdict that leans on a source which was discredited meanwhile is disputed with it. For editors.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response restore(@PathParam("id") long id, Nothing nothing) {
        return act(id, Nothing.or(nothing), checking::restore);
    }

    @POST
    @Path("/claims/{id}/reattach")
    @Operation(summary = "Attach an orphaned claim again", description = "Says where its words are. Other words than it had reword it: a verdict ends. For editors.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = SHEET)
    public Response reattach(@PathParam("id") long id, Place body) {
        return act(id, body,
                (ref, who) -> revising.reattach(ref,
                        Input.chosen("revision", body.revision(), "Say in which revision you read the words."),
                        Input.chosen("quote", body.quote(), "Give the words.").quote(), who));
    }

    private Response act(long id, Object body, BiConsumer<ClaimRef, Acting> act) {
        ClaimRef ref = new ClaimRef(id, call.version());
        return call.once(body, who -> {
            act.accept(ref, who);
            ClaimSheet sheet = claims.sheet(id, who);
            return Answer.ok(sheet.claim().version(), sheet);
        });
    }
}
