package org.claimdesk.claim.api;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.Unsealing;
import org.claimdesk.evidence.seal.OpeningLine;
import org.claimdesk.evidence.seal.OpeningReading;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Openings of sealed interviews in the API: asked for, granted, refused. What a seal holds is never in an answer here. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class OpeningResource {

    private static final String OPENINGS = "/evidence/{id}/openings";

    private final OpeningReading openings;
    private final Unsealing unsealing;
    private final Call call;

    OpeningResource(OpeningReading openings, Unsealing unsealing, Call call) {
        this.openings = openings;
        this.unsealing = unsealing;
        this.call = call;
    }

    @GET
    @Path(OPENINGS)
    @Transactional
    @Operation(summary = "List the openings of a sealed interview", description = "Newest first, at most 100.")
    public List<OpeningLine> list(@PathParam("id") long id) {
        return openings.of(id);
    }

    @POST
    @Path(OPENINGS)
    @Operation(summary = "Ask that a sealed interview be opened", description = "Somebody else grants it within a day, one of the two of the standards desk; the two of them then read it on its page, for minutes. For the standards desk, editors, reviewers, and those whose source it is.")
    @APIResponseSchema(value = OpeningLine.class, responseCode = "201", responseDescription = "The opening")
    public Response ask(@PathParam("id") long id, ClaimResource.Reason body) {
        return call.once(body, who -> {
            OpeningLine line = openings.line(unsealing.ask(id, body.reason(), who));
            return new Answer(201, Map.of(HttpHeaders.LOCATION, "/api/v1/evidence/" + id + "/openings"), line);
        });
    }

    @POST
    @Path("/openings/{id}/grant")
    @Operation(summary = "Grant the opening of a sealed interview", description = "For the standards desk; where it has asked itself, for editors and those whose source it is. Never for who asked.")
    @APIResponseSchema(value = OpeningLine.class, responseCode = "200", responseDescription = "The opening as it is now")
    public Response grant(@PathParam("id") long id, ClaimResource.Nothing nothing) {
        return call.once(ClaimResource.Nothing.or(nothing), who -> {
            unsealing.grant(id, who);
            return new Answer(200, Map.of(), openings.line(id));
        });
    }

    @POST
    @Path("/openings/{id}/refuse")
    @Operation(summary = "Refuse the opening of a sealed interview", description = "For those who may grant it.")
    @APIResponseSchema(value = OpeningLine.class, responseCode = "200", responseDescription = "The opening as it is now")
    public Response refuse(@PathParam("id") long id, ClaimResource.Reason body) {
        return call.once(body, who -> {
            unsealing.refuse(id, body.reason(), who);
            return new Answer(200, Map.of(), openings.line(id));
        });
    }
}
