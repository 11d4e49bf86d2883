package org.claimdesk.packet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sign-off packet behind the link on the galley. */
@Path("/articles/{id}/packet")
@RolesAllowed({"editor", "standards"})
class PacketPage {

    private final Packing packing;

    PacketPage(Packing packing) {
        this.packing = packing;
    }

    @GET
    @Operation(hidden = true)
    public Response packet(@PathParam("id") long id) {
        return Packing.answer(packing.of(id), id);
    }
}
