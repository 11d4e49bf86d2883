package org.claimdesk.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The original of a revision for people at their browsers. It may hold what is not of the story, such as the comments in
 * a Word document, so it is for those who file and for the standards desk.
 */
@Path("/articles/{id}/revisions/{number}/original")
@RolesAllowed({"editor", "standards"})
class OriginalPage {

    private final Originals originals;

    OriginalPage(Originals originals) {
        this.originals = originals;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response original(@PathParam("id") long id, @PathParam("number") int number, @Context Request asked) {
        return originals.download(id, number, asked);
    }
}
