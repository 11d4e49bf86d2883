package org.claimdesk.desk;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.people.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** My desk in the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Desk")
class DeskResource {

    private final Queues queues;
    private final SignedIn signedIn;

    DeskResource(Queues queues, SignedIn signedIn) {
        this.queues = queues;
        this.signedIn = signedIn;
    }

    @GET
    @Path("/desk")
    @Transactional
    @Operation(summary = "What waits for you", description = "The queues of your roles, the most urgent claims of each first; `more` says that there are others.")
    public List<Queues.Queue> desk() {
        return queues.of(signedIn.acting());
    }
}
