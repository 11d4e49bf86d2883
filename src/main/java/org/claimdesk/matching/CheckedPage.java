package org.claimdesk.matching;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.problem.Input;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether words that are about to be marked have been checked before. The form that marks them has it in it. */
@Path("/checked")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class CheckedPage {

    private final Suggesting suggesting;

    CheckedPage(Suggesting suggesting) {
        this.suggesting = suggesting;
    }

    @CheckedTemplate(basePath = "matching")
    static class Templates {
        static native TemplateInstance checked(List<ClaimLine> found, String words);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@QueryParam("exact") String exact) {
        String words = Input.prose("exact", exact);
        return Templates.checked(words.isEmpty() ? List.of() : suggesting.like(words), words);
    }
}
