package org.claimdesk.evidence.capture;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is kept of captures in the API. */
@Path("/api/v1")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class CaptureFileResource {

    private final CaptureFile file;

    CaptureFileResource(CaptureFile file) {
        this.file = file;
    }

    @GET
    @Path("/captures/{id}/warc")
    @Operation(summary = "Read the WARC of a capture", description = "ISO 28500, packed record by record with gzip: requests and answers as they went over the wire, redirects too. 404 unless the capture is DONE. The ETag is its SHA-256.")
    public Response warc(@PathParam("id") long id, @Context Request asked) {
        return file.warc(id, asked);
    }

    @GET
    @Path("/captures/{id}/text")
    @Operation(summary = "Read the readable text of a capture", description = "UTF-8, at most 500,000 characters; 404 where there is none. The ETag is its SHA-256.")
    public Response text(@PathParam("id") long id, @Context Request asked) {
        return file.text(id, asked);
    }
}
