package org.claimdesk.claim.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.claim.Quoting;
import org.claimdesk.problem.Input;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quoting from evidence in the API. It leaves the claim as it is, so no version is asked for. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class QuoteResource {

    private final ClaimReading claims;
    private final Quoting quoting;
    private final Call call;

    QuoteResource(ClaimReading claims, Quoting quoting, Call call) {
        this.claims = claims;
        this.quoting = quoting;
        this.call = call;
    }

    @Schema(description = "Words quoted from evidence: picked from its readable text, or, with a locator, typed off what cannot be picked from.")
    record Quoted(@Schema(required = true, description = "The very words, at most 5,000 characters.") String exact,
            @Schema(description = "Words before them, where they stand more than once.") String prefix,
            @Schema(description = "Words after them.") String suffix,
            @Schema(description = "The code point of the text at which they begin.") Integer start,
            @Schema(description = "Of a link: the capture to pick from; the newest that was kept where it is left out.") Long capture,
            @Schema(description = "Where typed words stand: a page, a paragraph, 00:12:31. Left out, the words are picked from the text.") String locator) {}

    @POST
    @Path("/claims/{id}/evidence/{evidence}/passages")
    @Operation(summary = "Quote from evidence", description = "Picked words are refused with 400 where they do not stand in the text, or in several `places` and nothing says which. 404 where nothing was kept of the capture. 409 for an interview, whose words are kept with it. For the assignee and the reporters of the desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "201", responseDescription = "The claim as it is now")
    public Response quote(@PathParam("id") long id, @PathParam("evidence") long evidence, Quoted quoted) {
        return call.once(quoted, who -> {
            String exact = Input.chosen("exact", quoted.exact(), "Give the words.");
            if (quoted.locator() == null) {
                quoting.pick(id, evidence, quoted.capture(),
                        new Quote(exact, quoted.prefix(), quoted.suffix(), quoted.start()), who);
            } else {
                quoting.type(id, evidence, exact, quoted.locator(), who);
            }
            ClaimSheet sheet = claims.sheet(id, who);
            return Answer.created("/api/v1/claims/" + id + "/evidence/" + evidence, sheet.claim().version(), sheet);
        });
    }
}
