package org.claimdesk.standards.correction;

import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Correction cases and corrections in the API. Every act answers with the case. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"editor", "standards"})
@Tag(name = "Corrections")
class CorrectionResource {

    private static final String CASE = "The case as it is now";
    private static final String ARTICLE = "The id of an article; all where it is left out.";

    private final CaseReading cases;
    private final Correcting correcting;
    private final Call call;

    CorrectionResource(CaseReading cases, Correcting correcting, Call call) {
        this.cases = cases;
        this.correcting = correcting;
        this.call = call;
    }

    @Schema(name = "NoCorrection", description = "That no correction is needed.")
    record NoCorrection(@Schema(required = true) String reason) {}

    @GET
    @Path("/correction-cases")
    @Operation(summary = "List correction cases", description = "Newest first. A case opens by itself where something comes out about a claim of a published article.")
    public RestResponse<List<CaseLine>> cases(
            @Parameter(description = ARTICLE) @QueryParam("article") @DefaultValue("0") long article,
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        return keyset.page(QuarkusTransaction.requiringNew()
                .call(() -> cases.all(article, keyset.before(), keyset.ask())), CaseLine::id, uri);
    }

    @GET
    @Path("/correction-cases/{id}")
    @Operation(summary = "Read a correction case", description = "What came out, what was issued, and where else the same claim was published.")
    public CaseSheet read(@PathParam("id") long id) {
        return QuarkusTransaction.requiringNew().call(() -> cases.sheet(id));
    }

    @POST
    @Path("/correction-cases/{id}/none")
    @RolesAllowed("standards")
    @Operation(summary = "Decide that no correction is needed", description = "For the standards desk, but for those who sourced or verified the claim or wrote the article.")
    @APIResponseSchema(value = CaseSheet.class, responseCode = "200", responseDescription = CASE)
    public Response none(@PathParam("id") long id, NoCorrection body) {
        return call.once(body, who -> {
            correcting.needsNone(id, body.reason(), who);
            return new Answer(200, Map.of(), cases.sheet(id));
        });
    }

    @POST
    @Path("/correction-cases/{id}/corrections")
    @RolesAllowed("standards")
    @Operation(summary = "Issue a correction", description = "The first decides the case; every other one follows the last, which `follows` names. 412 where another was issued since. For the standards desk.")
    @APIResponseSchema(value = CaseSheet.class, responseCode = "200", responseDescription = CASE)
    public Response correct(@PathParam("id") long id, NewCorrection body) {
        return call.once(body, who -> {
            correcting.correct(id, body, who);
            return new Answer(200, Map.of(), cases.sheet(id));
        });
    }

    @GET
    @Path("/corrections")
    @Operation(summary = "List corrections", description = "Newest first, as they were issued.")
    public RestResponse<List<CorrectionLine>> corrections(
            @Parameter(description = ARTICLE) @QueryParam("article") @DefaultValue("0") long article,
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        return keyset.page(QuarkusTransaction.requiringNew()
                .call(() -> cases.issued(article, keyset.before(), keyset.ask())), CorrectionLine::id, uri);
    }
}
