package org.claimdesk.evidence.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pictures, recordings and texts of evidence for people at their browsers. */
@Path("/evidence/{id}")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class PreviewPage {

    private final Showing showing;

    PreviewPage(Showing showing) {
        this.showing = showing;
    }

    @GET
    @Path("/pages/{page: [0-9]+}")
    @Operation(hidden = true)
    public Response page(@PathParam("id") long id, @PathParam("page") int page, @QueryParam("capture") Long capture,
            @Context Request asked) {
        return showing.page(id, capture, page, asked);
    }

    @GET
    @Path("/sound")
    @Operation(hidden = true)
    public Response sound(@PathParam("id") long id, @QueryParam("capture") Long capture,
            @HeaderParam("Range") String range, @Context Request asked) {
        return showing.sound(id, capture, range, asked);
    }

    @GET
    @Path("/text")
    @Operation(hidden = true)
    public Response text(@PathParam("id") long id, @QueryParam("capture") Long capture, @Context Request asked) {
        return showing.text(id, capture, asked);
    }
}
