package org.claimdesk.standards.release;

import java.time.Clock;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.problem.Input;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Release gates by what a system that publishes knows of an article. */
@Path("/api/v1/gates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"publisher", "reporter", "reviewer", "editor", "standards"})
@Tag(name = "Release")
class GatesResource {

    private final GateReading gates;
    private final Clock clock;

    GatesResource(GateReading gates, Clock clock) {
        this.gates = gates;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Find the gates of an address", description = "Of the articles that were filed with this address, the newest first, at most 10; none where there is none.")
    public List<Gate> at(
            @Parameter(description = "The `address` of the article, as it was filed.", required = true, example = "https://paper.example/the-night-shift") @QueryParam("address") String address) {
        String asked = Input.chosen("address", Input.address("address", address), "Say which address.");
        return QuarkusTransaction.requiringNew().call(() -> gates.at(asked, clock.instant()));
    }
}
