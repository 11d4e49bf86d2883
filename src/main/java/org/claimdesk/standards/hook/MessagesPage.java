package org.claimdesk.standards.hook;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Messages to other systems that did not get through, and sending those again that were given up. */
@Path("/standards/messages")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"editor", "standards"})
class MessagesPage {

    private final Deliveries deliveries;
    private final Hooks hooks;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Once once;

    MessagesPage(Deliveries deliveries, Hooks hooks, SignedIn signedIn, Clock clock, Once once) {
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.signedIn = signedIn;
        this.clock = clock;
        this.once = once;
    }

    record View(List<String> receivers, List<DeliveryLine> lines, boolean standards) {

        /** A key for each form, so that it acts once. */
        public String fresh() {
            return Form.blank().fresh();
        }
    }

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance messages(View page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Templates.messages(
                        new View(hooks.names(), deliveries.troubled(), signedIn.acting().is(Role.STANDARDS))));
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{id}/again")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/standards/messages")).build();
    }

    @POST
    @Path("/{id}/again")
    @RolesAllowed("standards")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response again(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        return once.run(signedIn.acting(), form.getFirst("once"), List.of(id, "again"), () -> {
            deliveries.again(id, clock.instant());
            return Answer.seeOther("/standards/messages");
        }).response();
    }
}
