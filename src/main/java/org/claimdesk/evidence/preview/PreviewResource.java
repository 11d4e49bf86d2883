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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures, recordings and texts of evidence in the API. */
@Path("/api/v1")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class PreviewResource {

    private static final String WHICH = "Of a link: which of its captures; the newest that was kept where it is left out.";

    private final Showing showing;

    PreviewResource(Showing showing) {
        this.showing = showing;
    }

    @GET
    @Path("/evidence/{id}/pages/{page: [0-9]+}")
    @Operation(summary = "See a page of a file", description = "A PNG or JPEG that was made here, of page 1 to `pages` of a PDF file, or 1 of a picture; of files and captured files. 404 where there is none; `unshown` of the preview says why. 503 while too many are being drawn.")
    public Response page(@PathParam("id") long id, @PathParam("page") int page,
            @Parameter(description = WHICH) @QueryParam("capture") Long capture, @Context Request asked) {
        return showing.page(id, capture, page, asked);
    }

    @GET
    @Path("/evidence/{id}/sound")
    @Operation(summary = "Listen to a recording", description = "Of files and captured files, under the type of its content: audio/mpeg, audio/ogg, audio/wav, audio/mp4, audio/aac, audio/flac or audio/webm. One range of bytes is answered with 206.")
    public Response sound(@PathParam("id") long id, @Parameter(description = WHICH) @QueryParam("capture") Long capture,
            @HeaderParam("Range") String range, @Context Request asked) {
        return showing.sound(id, capture, range, asked);
    }

    @GET
    @Path("/evidence/{id}/text")
    @Operation(summary = "Read the text of a file", description = "UTF-8, at most 500,000 characters, of files and captured files that are no web pages; 404 where there is none. The ETag is its SHA-256.")
    public Response text(@PathParam("id") long id, @Parameter(description = WHICH) @QueryParam("capture") Long capture,
            @Context Request asked) {
        return showing.text(id, capture, asked);
    }
}
