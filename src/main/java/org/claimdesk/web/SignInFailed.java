package org.claimdesk.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where Keycloak sends somebody whom it did not let in. */
@Path("/sign-in-failed")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class SignInFailed {

    @GET
    @Operation(hidden = true)
    public TemplateInstance show() {
        return Plain.Templates.plain("You are not signed in",
                "Keycloak did not let you in. Try again, or ask whoever runs it whether you may.");
    }
}
