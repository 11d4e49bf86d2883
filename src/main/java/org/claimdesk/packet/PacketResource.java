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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sign-off packet of an article. */
@Path("/api/v1")
@RolesAllowed({"editor", "standards"})
@Tag(name = "Ledger")
class PacketResource {

    private final Packing packing;
    private final SignedIn signedIn;

    PacketResource(Packing packing, SignedIn signedIn) {
        this.packing = packing;
        this.signedIn = signedIn;
    }

    @GET
    @Path("/articles/{id}/packet")
    @Operation(summary = "Take the sign-off packet of an article", description = "One zip: its revisions, claims, evidence as far as the terms of interviews allow, disputes and verdicts, its entries with their proofs, the signed checkpoint, and to read it as HTML, PDF, W3C Web Annotations and ClaimReview. `check-packet` checks it without the service. An entry PACK says which entries it has, unless nothing was done since the last one. 503 with Retry-After where they have no index yet. For editors and the standards desk.")
    @APIResponse(responseCode = "200", description = "The packet", content = @Content(mediaType = Packing.ZIP))
    public Response packet(@PathParam("id") long id,
            @Parameter(description = "Whether the files, captures and readable texts of the evidence are in it, as far as the terms of interviews and seals allow.") @QueryParam("content") @DefaultValue("false") boolean content) {
        return Packing.answer(packing.of(id, content, signedIn.acting()), id);
    }
}
