package org.claimdesk.standards.audit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.Rating;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One audit: claim and evidence as the verdict was given on them, the own rating, then both, and the finding. */
@Path("/standards/audits/items/{id}")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed("standards")
class AuditPage {

    private final AuditReading audits;
    private final Auditing auditing;
    private final SignedIn signedIn;
    private final Once once;

    AuditPage(AuditReading audits, Auditing auditing, SignedIn signedIn, Once once) {
        this.audits = audits;
        this.auditing = auditing;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance audit(View page);
    }

    /** What the page shows. */
    record View(AuditSheet sheet, Acting who, Form form) {

        public boolean mine() {
            return !sheet.line().free() && who.is(sheet.line().takenBy().id());
        }

        public List<Rating> ratings() {
            return List.of(Rating.values());
        }

        /** Whether the form of this name is on the page, so that what was typed is shown in it. */
        public boolean shows(String name) {
            return switch (name) {
                case "take" -> sheet.line().free() && sheet.may();
                case "give" -> mine() && !sheet.line().given() && sheet.may();
                case "return" -> !sheet.line().free() && !sheet.line().given();
                case "finding" -> sheet.open() && sheet.may();
                default -> false;
            };
        }

        /** What was typed into a form that the page has no more, so that it is not lost. */
        public List<Map.Entry<String, String>> typed() {
            return Stream.of("rating", "rationale", "outcome", "reason")
                    .map(field -> Map.entry(field, form.value(form.name(), field)))
                    .filter(typed -> !typed.getValue().isBlank())
                    .toList();
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id) {
        return view(id, Form.blank());
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{action: [a-z]+}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/standards/audits/items/" + id)).build();
    }

    @POST
    @Path("/{action: [a-z]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("id") long id, @PathParam("action") String action,
            MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, action, form), () -> {
                switch (action) {
                    case "take" -> auditing.take(id, who);
                    case "return" -> auditing.giveBack(id, who);
                    case "give" -> auditing.give(id, Form.choice(Rating.class, "rating", form.getFirst("rating")),
                            form.getFirst("rationale"), who);
                    case "finding" -> auditing.decide(id,
                            Form.choice(Audit.Outcome.class, "outcome", form.getFirst("outcome")),
                            form.getFirst("reason"), who);
                    default -> throw Problem.absent("An audit has no action " + action + ".");
                }
                return Answer.seeOther("/standards/audits/items/" + id);
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(view(id, Form.refused(action, form, problem)))
                    .build();
        }
    }

    private TemplateInstance view(long id, Form form) {
        Acting who = signedIn.acting();
        return Templates.audit(new View(audits.sheet(id, who), who, form));
    }
}
