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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.claim.Discrediting;
import org.claimdesk.claim.Leaning;
import org.claimdesk.claim.LeaningReading;
import org.claimdesk.claim.SourceSheet;
import org.claimdesk.evidence.SourceLine;
import org.claimdesk.evidence.SourceReading;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sources in the API: who or what evidence comes from, what leans on it, and discrediting it. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Sources")
class SourceResource {

    private final SourceReading sources;
    private final LeaningReading leaning;
    private final Discrediting discrediting;
    private final SignedIn signedIn;
    private final Call call;

    SourceResource(SourceReading sources, LeaningReading leaning, Discrediting discrediting, SignedIn signedIn,
            Call call) {
        this.sources = sources;
        this.leaning = leaning;
        this.discrediting = discrediting;
        this.signedIn = signedIn;
        this.call = call;
    }

    record Discredit(@Schema(required = true, description = "Why nothing from it is to be believed.") String reason) {}

    @Schema(description = "What was done.")
    record Discredited(SourceLine source,
            @Schema(description = "The ids of the claims that were verified on it and are disputed now.") List<Long> disputed) {}

    @GET
    @Transactional
    @Operation(summary = "List sources", description = "Newest first.")
    public RestResponse<List<SourceLine>> list(
            @Parameter(description = "Only those with this in their names, whatever the capitals.") @QueryParam("name") String name,
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        return keyset.page(sources.list(Input.line("name", name), keyset.before(), keyset.ask()), SourceLine::id, uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a source with what leans on it", description = "The newest 50 claims and 200 articles; all claims are at its claims.")
    public SourceSheet show(@PathParam("id") long id) {
        Keyset keyset = Keyset.of(null, null);
        return leaning.sheet(id, keyset.before(), keyset.limit(), signedIn.acting());
    }

    @GET
    @Path("/{id}/claims")
    @Transactional
    @Operation(summary = "List the claims that lean on a source", description = "Newest first, each with the evidence and the verdicts by which it does.")
    public RestResponse<List<Leaning>> claims(@PathParam("id") long id, @QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        long source = sources.line(id).id();
        return keyset.page(leaning.leaning(source, keyset.before(), keyset.ask()), one -> one.claim().id(), uri);
    }

    @POST
    @Path("/{id}/discredit")
    @Operation(summary = "Discredit a source", description = "Every claim that is verified on it is disputed, all in one act or none. For the standards desk and editors; it is not undone.")
    @APIResponseSchema(value = Discredited.class, responseCode = "200", responseDescription = "The source as it is now, and the claims that were disputed")
    public Response discredit(@PathParam("id") long id, Discredit body) {
        return call.once(body, who -> {
            List<Long> disputed = discrediting.discredit(id, body.reason(), who);
            return new Answer(200, Map.of(), new Discredited(sources.line(id), disputed));
        });
    }
}
