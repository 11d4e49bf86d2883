package org.claimdesk.matching;

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
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.problem.Input;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same claim again, in the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Claims")
class MatchResource {

    private final Suggesting suggesting;
    private final SameClaims same;
    private final Matching matching;
    private final ClaimReading claims;
    private final Call call;

    MatchResource(Suggesting suggesting, SameClaims same, Matching matching, ClaimReading claims, Call call) {
        this.suggesting = suggesting;
        this.same = same;
        this.matching = matching;
        this.claims = claims;
        this.call = call;
    }

    @Schema(name = "Match")
    record Match(@Schema(required = true, description = "The id of the other claim.") Long other,
            @Schema(required = true, description = "Whether both say the same.") Boolean same) {}

    @Schema(name = "Unlink")
    record Unlink(@Schema(required = true, description = "Why it is taken back.") String reason) {}

    @GET
    @Path("/claims/{id}/similar")
    @Transactional
    @Operation(summary = "List earlier claims like a claim", description = "At most five, the likest first: not dropped, and neither linked to it nor refused. A claim is found some seconds after it was marked.")
    public List<ClaimLine> similar(@PathParam("id") long id) {
        return suggesting.like(id);
    }

    @GET
    @Path("/claims/{id}/matches")
    @Transactional
    @Operation(summary = "List the claims that say the same", description = "Those linked to it, and those linked to them; `by` is null for the latter. Dropped ones too.")
    public List<SameClaims.Linked> matches(@PathParam("id") long id) {
        claims.line(id);
        return same.linked(id);
    }

    @POST
    @Path("/claims/{id}/matches")
    @Operation(summary = "Say whether another claim is the same", description = "409 where one is dropped, or it has been answered already. For the assignee, the reporters of the desk, reviewers, editors and the standards desk.")
    public Response match(@PathParam("id") long id, Match body) {
        return call.once(body, who -> {
            matching.answer(id, Input.chosen("other", body.other(), "Say which claim."),
                    Input.chosen("same", body.same(), "Say true or false."), who);
            return Answer.ok(claims.line(id).version(), same.linked(id));
        });
    }

    @POST
    @Path("/claims/{id}/matches/{other}/unlink")
    @Operation(summary = "Take back what was said of two claims", description = "They may still be linked through others. 409 where nothing has been said of them. For the same people.")
    public Response unlink(@PathParam("id") long id, @PathParam("other") long other, Unlink body) {
        return call.once(body, who -> {
            matching.unlink(id, other, body.reason(), who);
            return Answer.ok(claims.line(id).version(), same.linked(id));
        });
    }
}
