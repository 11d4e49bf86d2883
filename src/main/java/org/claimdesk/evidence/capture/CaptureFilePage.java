package org.claimdesk.evidence.capture;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is kept of captures for people at their browsers. */
@Path("/captures/{id}")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class CaptureFilePage {

    private final CaptureFile file;

    CaptureFilePage(CaptureFile file) {
        this.file = file;
    }

    @GET
    @Path("/warc")
    @Operation(hidden = true)
    public Response warc(@PathParam("id") long id, @Context Request asked) {
        return file.warc(id, asked);
    }

    @GET
    @Path("/text")
    @Operation(hidden = true)
    public Response text(@PathParam("id") long id, @Context Request asked) {
        return file.text(id, asked);
    }
}
