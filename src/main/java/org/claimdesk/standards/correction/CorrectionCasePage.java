package org.claimdesk.standards.correction;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One case: what came out, where else the same stands, what was issued, and the decision. */
@Path("/standards/corrections/{id: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"editor", "standards"})
class CorrectionCasePage {

    private final CaseReading cases;
    private final Correcting correcting;
    private final SignedIn signedIn;
    private final Once once;

    CorrectionCasePage(CaseReading cases, Correcting correcting, SignedIn signedIn, Once once) {
        this.cases = cases;
        this.correcting = correcting;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "corrections")
    static class Templates {
        static native TemplateInstance correction(CaseView page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id) {
        return Templates.correction(view(id, Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{act: [a-z]+}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/standards/corrections/" + id)).build();
    }

    @POST
    @Path("/{act: [a-z]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("id") long id, @PathParam("act") String act, MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, act, form), () -> {
                act(id, act, form, who);
                return Answer.seeOther("/standards/corrections/" + id);
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(Templates.correction(view(id, Form.refused(act, form, problem))))
                    .build();
        }
    }

    private void act(long id, String act, MultivaluedMap<String, String> form, Acting who) {
        switch (act) {
            case "none" -> correcting.needsNone(id, form.getFirst("reason"), who);
            case "correct" -> correcting.correct(id,
                    new NewCorrection(Form.choice(CorrectionKind.class, "kind", form.getFirst("kind")),
                            form.getFirst("text"), day(form.getFirst("dated")),
                            Form.choice(Spot.class, "placed", form.getFirst("placed")), form.getFirst("address"),
                            Keyset.number("follows", form.getFirst("follows"))),
                    who);
            default -> throw Problem.absent("A correction case has no action " + act + ".");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return Input.blank(typed) ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            throw Problem.badInput("dated", "That is no day, such as 2026-11-03.");
        }
    }

    private CaseView view(long id, Form form) {
        Acting who = signedIn.acting();
        return QuarkusTransaction.requiringNew()
                .call(() -> new CaseView(cases.sheet(id), cases.hadPart(id, who.id()), who, form, correcting.today()));
    }
}
