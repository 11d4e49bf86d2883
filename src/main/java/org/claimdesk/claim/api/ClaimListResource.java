package org.claimdesk.claim.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.State;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.placement.Placement;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The claims of all articles in the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Claims")
class ClaimListResource {

    private final ClaimReading claims;

    ClaimListResource(ClaimReading claims) {
        this.claims = claims;
    }

    @GET
    @Path("/claims")
    @Transactional
    @Operation(summary = "List claims", description = "Newest first.")
    public RestResponse<List<ClaimLine>> list(
            @Parameter(description = "Only those of this article.", schema = @Schema(implementation = Long.class)) @QueryParam("article") String article,
            @Parameter(description = "Only those in this state.", schema = @Schema(implementation = State.class)) @QueryParam("state") String state,
            @Parameter(description = "Only those whose words stand so in the text that stands.", schema = @Schema(implementation = Placement.class)) @QueryParam("placement") String placement,
            @Parameter(description = "Only those of this desk.", example = "/desks/courts") @QueryParam("desk") String desk,
            @Parameter(description = "Only those this person has.", schema = @Schema(format = "uuid")) @QueryParam("assignee") String assignee,
            @Parameter(description = "Whether dropped claims are among them; false where it is left out.", schema = @Schema(implementation = Boolean.class)) @QueryParam("dropped") String dropped,
            @QueryParam("after") String after, @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        String wanted = Input.line("desk", desk);
        ClaimReading.Filter filter = new ClaimReading.Filter(Keyset.number("article", article),
                Form.choice(State.class, "state", state),
                Form.choice(Placement.class, "placement", placement), wanted.isEmpty() ? null : wanted,
                Form.person("assignee", assignee), yes("dropped", dropped));
        return keyset.page(claims.list(filter, keyset.before(), keyset.ask()), ClaimLine::id, uri);
    }

    private static boolean yes(String field, String value) {
        if (Input.blank(value) || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw Problem.badInput(field, "This takes true or false.");
        }
        return true;
    }
}
