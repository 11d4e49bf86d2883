package org.claimdesk.standards.audit;

import java.time.Instant;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Draws in the API. Everybody of the newsroom reads them, to draw them again. */
@Path("/api/v1/audits/draws")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Audits")
class DrawResource {

    private final DrawReading reading;
    private final Draws draws;
    private final AuditReading audits;
    private final Drawing drawing;
    private final Call call;

    DrawResource(DrawReading reading, Draws draws, AuditReading audits, Drawing drawing, Call call) {
        this.reading = reading;
        this.draws = draws;
        this.audits = audits;
        this.drawing = drawing;
        this.call = call;
    }

    record Wanted(@Schema(description = "Only verdicts on claims of this article.") Long article,
            @Schema(description = "Only those on claims of this desk; not together with an article.", examples = "/desks/courts") String desk,
            @Schema(required = true, description = "Only those given from then on.") Instant from,
            @Schema(required = true, description = "And before that.") Instant until,
            @Schema(required = true, description = "How many, 1 to 1,000.") Integer size) {}

    /** A draw with what came out. */
    @Schema(description = "A draw; `drawn` are the ids of verdicts in the order they were drawn, empty while it waits for its seed.")
    record Drawn(DrawLine draw, List<Long> drawn) {}

    @GET
    @Transactional
    @Operation(summary = "List draws", description = "Newest first.")
    public RestResponse<List<DrawLine>> list(@QueryParam("after") String after, @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        return keyset.page(reading.before(keyset.before(), keyset.ask()), DrawLine::id, uri);
    }

    @POST
    @RolesAllowed("standards")
    @Operation(summary = "Draw verdicts for audit", description = "Commits to period, size, weights and list; what is drawn follows from the first checkpoint over that act, within a second. 400 with `available` where there are fewer verdicts that stand and were not drawn before; 409 while another draw waits for its seed. For the standards desk.")
    @APIResponseSchema(value = DrawLine.class, responseCode = "201", responseDescription = "The draw, which waits for its seed")
    public Response draw(Wanted wanted) {
        return call.once(wanted, who -> {
            String desk = Input.line("desk", wanted.desk());
            long id = drawing.draw(new Sample(wanted.article(), desk.isEmpty() ? null : desk, wanted.from(),
                    wanted.until(), Input.chosen("size", wanted.size(), "Say how many.")), who);
            return new Answer(201, Map.of(HttpHeaders.LOCATION, "/api/v1/audits/draws/" + id), reading.one(id));
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a draw", description = "With all it takes to draw it again beside its list: docs/audits.md has the few lines.")
    public Drawn show(@PathParam("id") long id) {
        return new Drawn(reading.one(id),
                audits.ofDraw(id, 0, Sample.MOST).stream().map(AuditLine::verdict).toList());
    }

    @GET
    @Path("/{id}/candidates")
    @Produces("text/csv")
    @Transactional
    @Operation(summary = "Read the list a draw is from", description = "Each verdict with its weight, as CSV. Its SHA-256 is `candidatesSha256` of the draw and of its entry in the ledger.")
    public String candidates(@PathParam("id") long id) {
        return draws.list(id).orElseThrow(() -> Problem.absent("There is no draw " + id + "."));
    }

    @GET
    @Path("/{id}/audits")
    @RolesAllowed("standards")
    @Transactional
    @Operation(summary = "List the verdicts of a draw", description = "In the order they were drawn. For the standards desk.")
    public List<AuditLine> audits(@PathParam("id") long id) {
        return audits.ofDraw(reading.one(id).id(), 0, Sample.MOST);
    }
}
