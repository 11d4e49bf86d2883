package org.claimdesk.ledger.erasure;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Erasing texts of an entry: what goes, on what ground, and that it is meant. */
@Path("/ledger/entries/{id}/erasure")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed("standards")
class ErasurePage {

    private final ErasureReading reading;
    private final Erasing erasing;
    private final SignedIn signedIn;
    private final Once once;

    ErasurePage(ErasureReading reading, Erasing erasing, SignedIn signedIn, Once once) {
        this.reading = reading;
        this.erasing = erasing;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance erasure(ErasureView page);
    }

    @GET
    @Operation(hidden = true)
    public Response show(@PathParam("id") long id) {
        return page(200, id, Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response erase(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, "erasure", form), () -> {
                erase(id, form, who);
                return Answer.seeOther("/ledger/entries/" + id);
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return page(problem.kind().status(), id, Form.refused("erasure", form, problem));
        }
    }

    private void erase(long id, MultivaluedMap<String, String> form, Acting who) {
        Erasing.Reason reason = new Erasing.Reason(Form.choice(Ground.class, "ground", form.getFirst("ground")),
                form.getFirst("explanation"), form.getFirst("reference"));
        if (!"yes".equals(form.getFirst("confirm"))) {
            throw Problem.badInput("confirm", "Say that you mean it: nobody can bring the words back.");
        }
        erasing.erase(id, form.get("texts"), reason, who);
    }

    private Response page(int status, long id, Form form) {
        Erasable erasable = reading.of(id);
        ErasureView view = new ErasureView(erasable,
                ErasurePolicy.refusal(signedIn.acting(), List.of(erasable.who().id())).orElse(null), form);
        return Response.status(status)
                .entity(Templates.erasure(view))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
