package org.claimdesk.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The content of files for people at their browsers. */
@Path("/evidence/{id}/content")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class ContentPage {

    private final Download download;

    ContentPage(Download download) {
        this.download = download;
    }

    @GET
    @Operation(hidden = true)
    public Response content(@PathParam("id") long id, @Context Request asked) {
        return download.of(id, asked);
    }
}
