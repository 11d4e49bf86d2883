package org.claimdesk.claim.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.Capturing;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.claim.Quoting;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Input;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Captures of a claim's evidence in the API. They leave the claim as it is, so no version is asked for. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class CaptureResource {

    private final ClaimReading claims;
    private final CaptureReading captures;
    private final Capturing capturing;
    private final Quoting quoting;
    private final Call call;

    CaptureResource(ClaimReading claims, CaptureReading captures, Capturing capturing, Quoting quoting,
            Call call) {
        this.claims = claims;
        this.captures = captures;
        this.capturing = capturing;
        this.quoting = quoting;
        this.call = call;
    }

    @POST
    @Path("/claims/{id}/evidence/{evidence}/captures")
    @Operation(summary = "Capture a link again", description = "Asks for it; the captures of the evidence say how far it is. 409 while one is under way. For the assignee and the reporters of the desk; on a verified claim also for reviewers, editors and the standards desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "201", responseDescription = "The claim as it is now")
    public Response again(@PathParam("id") long id, @PathParam("evidence") long evidence,
            ClaimResource.Nothing nothing) {
        return call.once(ClaimResource.Nothing.or(nothing), who -> {
            capturing.again(id, evidence, who);
            return created(id, evidence, who);
        });
    }

    @POST
    @Path("/claims/{id}/captures/{capture}/passages")
    @Operation(summary = "Pick a passage from a capture", description = "Words of its readable text. 404 where nothing was kept; 400 where they do not stand there, or in several places and nothing says which. For the assignee and the reporters of the desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "201", responseDescription = "The claim as it is now")
    public Response pick(@PathParam("id") long id, @PathParam("capture") long capture, MarkingResource.Words words) {
        return call.once(words, who -> {
            quoting.pick(id, capture, Input.chosen("exact", words, "Give the words.").quote(), who);
            return created(id, captures.line(id, capture).evidence(), who);
        });
    }

    private Answer created(long id, long evidence, Acting who) {
        ClaimSheet sheet = claims.sheet(id, who);
        return Answer.created("/api/v1/claims/" + id + "/evidence/" + evidence, sheet.claim().version(), sheet);
    }
}
