package org.claimdesk.people;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The newsroom's people and desks in the API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "People")
class PeopleResource {

    private final Directory directory;
    private final SignedIn signedIn;

    PeopleResource(Directory directory, SignedIn signedIn) {
        this.directory = directory;
        this.signedIn = signedIn;
    }

    @GET
    @Path("/people")
    @Operation(summary = "List the people of the newsroom", description = "As Keycloak has them, by name.")
    public List<Person> people(
            @Parameter(description = "Only those a claim of this desk can be assigned to.", example = "/desks/courts") @QueryParam("desk") String desk) {
        Newsroom newsroom = directory.newsroom();
        return desk == null || desk.isBlank() ? newsroom.people() : newsroom.reportersOf(desk);
    }

    @GET
    @Path("/desks")
    @Operation(summary = "List the desks of the newsroom", description = "By name. Its path is what other requests call a desk.")
    public List<Desk> desks() {
        return directory.newsroom().desks();
    }

    /** For everybody with a token: it tells somebody without a role that they have none. */
    @GET
    @Path("/me")
    @Authenticated
    @Operation(summary = "Who you are", description = "As your token and Keycloak say: id, name, roles and desks.")
    public Acting me() {
        return signedIn.acting();
    }
}
