package org.claimdesk.claim.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.Checking;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimRef;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.claim.Recordings;
import org.claimdesk.evidence.seal.Recording;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Interviews that come with their recording, in the API. */
@Path("/api/v1/claims/{id}/interviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class InterviewResource {

    private final ClaimReading claims;
    private final Checking checking;
    private final Recordings recordings;
    private final Call call;

    InterviewResource(ClaimReading claims, Checking checking, Recordings recordings, Call call) {
        this.claims = claims;
        this.checking = checking;
        this.recordings = recordings;
        this.call = call;
    }

    /** The recording is kept first, so that no transaction waits for it and the key knows its digest. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Attach an interview with its recording", description = "A form with the part interview, the JSON of an interview as for evidence, and the part file, the recording; it is encrypted where the interview is sealed. For the assignee and the reporters of the desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "201", responseDescription = "The claim as it is now; Location is the piece")
    public Response attach(@PathParam("id") long id,
            @RestForm("interview") @PartType(MediaType.APPLICATION_JSON) Brought brought,
            @RestForm("file") FileUpload file) {
        ClaimRef ref = new ClaimRef(id, call.version());
        if (!(brought instanceof Brought.Interview interview)) {
            throw Problem.badInput("interview", "Send the interview as JSON, of the kind INTERVIEW.");
        }
        Input.chosen("file", file, "Send the recording, or attach the interview as JSON.");
        Recording recording = recordings.keep(file.uploadedFile(), file.fileName(),
                Boolean.TRUE.equals(interview.sealed()));
        Input.chosen("file", recording, "Send the recording with its name.");
        return call.once(List.of(interview, recording.plain()), who -> {
            long evidence = checking.attach(ref, interview.piece(recording), who);
            ClaimSheet sheet = claims.sheet(id, who);
            return Answer.created("/api/v1/claims/" + id + "/evidence/" + evidence, sheet.claim().version(), sheet);
        });
    }
}
