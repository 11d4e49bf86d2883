package org.claimdesk.packet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.claimdesk.people.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sign-off packet behind the link and the form on the galley. */
@Path("/articles/{id}/packet")
@RolesAllowed({"editor", "standards"})
class PacketPage {

    private final Packing packing;
    private final SignedIn signedIn;

    PacketPage(Packing packing, SignedIn signedIn) {
        this.packing = packing;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(hidden = true)
    public Response packet(@PathParam("id") long id,
            @QueryParam("content") @DefaultValue("false") boolean content) {
        return Packing.answer(packing.of(id, content, signedIn.acting()), id);
    }
}
