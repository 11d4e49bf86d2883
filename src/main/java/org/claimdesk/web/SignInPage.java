package org.claimdesk.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where somebody lands whom Keycloak did not let in, or who cannot get to it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class SignInPage {

    static final String AWAY = "/keycloak-away";

    @GET
    @Path("sign-in-failed")
    @Operation(hidden = true)
    public TemplateInstance show() {
        return Plain.Templates.plain("You are not signed in",
                "Keycloak did not let you in. Try again, or ask whoever runs it whether you may.");
    }

    @GET
    @Path("keycloak-away")
    @Operation(hidden = true)
    public Response away() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .entity(Plain.Templates.plain("Nobody can sign in at the moment",
                        "Keycloak does not answer. What is saved is safe, and what you typed is kept in this browser."
                                + " Try again in a minute."))
                .build();
    }
}
