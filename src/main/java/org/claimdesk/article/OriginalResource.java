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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The original of a revision in the API. */
@Path("/api/v1")
@RolesAllowed({"editor", "standards"})
@Tag(name = "Articles")
class OriginalResource {

    private final Originals originals;

    OriginalResource(Originals originals) {
        this.originals = originals;
    }

    @GET
    @Path("/articles/{id}/revisions/{number}/original")
    @Transactional
    @Operation(summary = "Read what a text was made of", description = "Byte for byte as it was brought in or fetched; 404 for revisions filed before originals were kept. The ETag is its SHA-256, which is also in the entry of the filing. For editors and the standards desk.")
    public Response original(@PathParam("id") long id, @PathParam("number") int number, @Context Request asked) {
        return originals.download(id, number, asked);
    }
}
