package org.claimdesk.packet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sign-off packet of an article. */
@Path("/api/v1")
@RolesAllowed({"editor", "standards"})
@Tag(name = "Ledger")
class PacketResource {

    private final Packing packing;

    PacketResource(Packing packing) {
        this.packing = packing;
    }

    @GET
    @Path("/articles/{id}/packet")
    @Operation(summary = "Take the sign-off packet of an article", description = "One zip: its revisions, claims, evidence as far as the terms of interviews allow, disputes and verdicts, its entries with their proofs, and the signed checkpoint. `check-packet` checks it without the service. 503 with Retry-After for the moment until its newest entry has its index. For editors and the standards desk.")
    @APIResponse(responseCode = "200", description = "The packet", content = @Content(mediaType = Packing.ZIP))
    public Response packet(@PathParam("id") long id) {
        return Packing.answer(packing.of(id), id);
    }
}
