package org.claimdesk.standards.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.problem.Input;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The release gate in the API: for a system that publishes, and for those who waive and release. Every act answers with the gate. */
@Path("/api/v1/articles/{id}/gate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Release")
class GateResource {

    private static final String GATE = "The gate as it is now";

    private final GateReading gates;
    private final Releases releases;
    private final Waiving waiving;
    private final GivingContext context;
    private final Releasing releasing;
    private final Clock clock;
    private final Call call;

    GateResource(GateReading gates, Releases releases, Waiving waiving, GivingContext context, Releasing releasing,
            Clock clock, Call call) {
        this.gates = gates;
        this.releases = releases;
        this.waiving = waiving;
        this.context = context;
        this.releasing = releasing;
        this.clock = clock;
        this.call = call;
    }

    @Schema(name = "NewWaiver", description = "An item of the gate that is to pass as it stands.")
    record NewWaiver(@Schema(required = true, description = "Its `key`, such as RATING-12.") String item,
            @Schema(required = true, description = "Its `stood`, as you read it.") String stood,
            @Schema(required = true) String reason,
            @Schema(required = true, description = "Until when; in the newsroom's limit of days.") Instant expires) {}

    @Schema(name = "WaiverWithdrawal")
    record Withdrawal(@Schema(required = true) String reason) {}

    @Schema(name = "NewContext", description = "Words of the article that give the context a verdict asks for.")
    record NewContext(@Schema(required = true, description = "The revision you read.") Integer revision,
            @Schema(required = true) Long claim, @Schema(required = true) Quote quote) {}

    @Schema(name = "NewRelease")
    record NewRelease(@Schema(required = true, description = "The revision you read.") Integer revision) {}

    @Schema(name = "NewPublication")
    record NewPublication(@Schema(required = true, description = "A released revision.") Integer revision,
            @Schema(required = true, description = "Where it is.") String address,
            @Schema(description = "When it went out; left out for now.") Instant published) {}

    @GET
    @RolesAllowed({"publisher", "reporter", "reviewer", "editor", "standards"})
    @Operation(summary = "Read the release gate of an article", description = "Whether it may go out: publish while `released` is true, and the text whose `sha256` it is. Made to be asked again and again with If-None-Match.")
    @APIResponseSchema(value = Gate.class, responseCode = "200", responseDescription = GATE)
    public Response gate(@PathParam("id") long id, @Context Request asked) {
        Gate gate = QuarkusTransaction.requiringNew().call(() -> gates.of(id, clock.instant()));
        return Answer.tagged(asked, gate.tag(), gate);
    }

    @GET
    @Path("/releases")
    @RolesAllowed({"publisher", "reporter", "reviewer", "editor", "standards"})
    @Operation(summary = "List the releases of an article", description = "Newest first, at most 50.")
    public List<ReleaseLine> releases(@PathParam("id") long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            gates.of(id, clock.instant());
            return releases.of(id);
        });
    }

    @GET
    @Path("/publications")
    @RolesAllowed({"publisher", "reporter", "reviewer", "editor", "standards"})
    @Operation(summary = "List where an article went out", description = "Newest first, at most 50.")
    public List<PublicationLine> publications(@PathParam("id") long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            gates.of(id, clock.instant());
            return releases.publications(id);
        });
    }

    @POST
    @Path("/waivers")
    @RolesAllowed("standards")
    @Operation(summary = "Waive an item", description = "For the standards desk, but for those who sourced or verified the claim or wrote the article. It holds while the item is as it was, until it ends or is withdrawn.")
    @APIResponseSchema(value = Gate.class, responseCode = "200", responseDescription = GATE)
    public Response waive(@PathParam("id") long id, NewWaiver body) {
        return call.once(body, who -> {
            waiving.waive(id, body.item(), body.stood(), body.reason(), body.expires(), who);
            return now(id);
        });
    }

    @POST
    @Path("/waivers/{waiver}/withdraw")
    @RolesAllowed("standards")
    @Operation(summary = "Withdraw a waiver", description = "For the standards desk.")
    @APIResponseSchema(value = Gate.class, responseCode = "200", responseDescription = GATE)
    public Response withdraw(@PathParam("id") long id, @PathParam("waiver") long waiver, Withdrawal body) {
        return call.once(body, who -> {
            waiving.withdraw(id, waiver, body.reason(), who);
            return now(id);
        });
    }

    @POST
    @Path("/contexts")
    @RolesAllowed({"reviewer", "editor", "standards"})
    @Operation(summary = "Name the context of a claim", description = "Words of the revision that give the context which its verdict asks for. They count while they stand in the text. Not for those who sourced the claim or wrote the article.")
    @APIResponseSchema(value = Gate.class, responseCode = "200", responseDescription = GATE)
    public Response give(@PathParam("id") long id, NewContext body) {
        return call.once(body, who -> {
            context.give(id, revision(body.revision()), Input.chosen("claim", body.claim(), "Say which claim."),
                    Input.chosen("quote", body.quote(), "Give the words."), who);
            return now(id);
        });
    }

    @POST
    @Path("/release")
    @RolesAllowed({"editor", "standards"})
    @Operation(summary = "Release an article", description = "Pins the revision and its claims as they are. Refused with 409 while anything stands in the way, and with 412 where another revision was filed. For editors and the standards desk.")
    @APIResponseSchema(value = Gate.class, responseCode = "200", responseDescription = GATE)
    public Response release(@PathParam("id") long id, NewRelease body) {
        return call.once(body, who -> {
            releasing.release(id, revision(body.revision()), who);
            return now(id);
        });
    }

    @POST
    @Path("/publications")
    @RolesAllowed({"publisher", "editor", "standards"})
    @Operation(summary = "Mark an article as published", description = "Where and when a released revision went out. For the system that publishes, editors and the standards desk.")
    @APIResponseSchema(value = Gate.class, responseCode = "200", responseDescription = GATE)
    public Response publish(@PathParam("id") long id, NewPublication body) {
        return call.once(body, who -> {
            releasing.publish(id, revision(body.revision()), body.address(), body.published(), who);
            return now(id);
        });
    }

    private static int revision(Integer read) {
        return Input.chosen("revision", read, "Say which revision you read.");
    }

    private Answer now(long id) {
        Gate gate = gates.of(id, clock.instant());
        return new Answer(200, Map.of(HttpHeaders.ETAG, "\"" + gate.tag() + "\""), gate);
    }
}
