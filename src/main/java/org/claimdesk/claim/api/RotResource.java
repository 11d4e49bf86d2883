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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.claim.Capturing;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.claim.State;
import org.claimdesk.evidence.capture.WatchReading;
import org.claimdesk.problem.Input;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Pages that are not as they were when they became evidence, in the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class RotResource {

    private final WatchReading watched;
    private final ClaimReading claims;
    private final Capturing capturing;
    private final Call call;

    RotResource(WatchReading watched, ClaimReading claims, Capturing capturing, Call call) {
        this.watched = watched;
        this.claims = claims;
        this.capturing = capturing;
        this.call = call;
    }

    record Acknowledge(
            @Schema(required = true, description = "Why the evidence may stand though the page is not as it was.") String reason) {}

    @GET
    @Path("/evidence/rot")
    @Transactional
    @Operation(summary = "List evidence that is not as it was", description = "Links whose pages changed, moved or are gone, where nobody has accepted that, on claims that are not dropped; what was found last comes first. `after` takes the id in `watch.look` of the last one.")
    public RestResponse<List<WatchReading.Found>> list(
            @Parameter(description = "Only those on claims in this state; VERIFIED is what the standards desk watches.", schema = @Schema(implementation = State.class)) @QueryParam("state") String state,
            @Parameter(description = "Only those on claims of this desk.", example = "/desks/courts") @QueryParam("desk") String desk,
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        State wanted = Form.choice(State.class, "state", state);
        String of = Input.line("desk", desk);
        return keyset
                .page(watched.open(wanted == null ? null : wanted.name(), of.isEmpty() ? null : of, keyset.before(),
                        keyset.ask()), found -> found.watch().look(), uri);
    }

    @POST
    @Path("/captures/{id}/acknowledge")
    @Operation(summary = "Accept a page as a capture found it", description = "It is not told again. A page that is there is held against this capture from then on. 409 where the capture is not the last that told something, or nothing is open. For the assignee, the reporters of the desk, reviewers, editors and the standards desk; on a verified claim for reviewers and the standards desk, and nobody who sourced it or wrote the article.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = "The claim as it is now")
    public Response acknowledge(@PathParam("id") long id, Acknowledge body) {
        return call.once(body, who -> {
            ClaimSheet sheet = claims.sheet(capturing.acknowledge(id, body.reason(), who), who);
            return Answer.ok(sheet.claim().version(), sheet);
        });
    }
}
