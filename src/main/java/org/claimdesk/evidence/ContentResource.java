package org.claimdesk.evidence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The content of files in the API. */
@Path("/api/v1")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class ContentResource {

    private final Download download;

    ContentResource(Download download) {
        this.download = download;
    }

    @GET
    @Path("/evidence/{id}/content")
    @Operation(summary = "Read the content of a file", description = "Byte for byte as it was attached; 404 where the evidence has none; a sealed recording is none. The ETag is its SHA-256.")
    public Response content(@PathParam("id") long id, @Context Request asked) {
        return download.of(id, asked);
    }
}
