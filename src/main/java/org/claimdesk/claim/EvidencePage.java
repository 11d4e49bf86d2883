package org.claimdesk.claim;

import java.net.URI;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.evidence.EvidenceText;
import org.claimdesk.evidence.EvidenceTexts;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.evidence.preview.Look;
import org.claimdesk.evidence.preview.LookReading;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of one piece of evidence: what can be seen, heard and read of it, and quoting from it. */
@Path("/claims/{id}/evidence/{evidence: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class EvidencePage {

    private final ClaimReading claims;
    private final ExhibitReading exhibits;
    private final LookReading looks;
    private final EvidenceTexts texts;
    private final Quoting quoting;
    private final SignedIn signedIn;
    private final Once once;

    EvidencePage(ClaimReading claims, ExhibitReading exhibits, LookReading looks, EvidenceTexts texts, Quoting quoting,
            SignedIn signedIn,
            Once once) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.looks = looks;
        this.texts = texts;
        this.quoting = quoting;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance evidence(EvidenceView page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @QueryParam("capture") Long capture, @QueryParam("page") String page, @QueryParam("at") String at) {
        return Templates.evidence(view(id, evidence, capture, page, at, Form.blank()));
    }

    /** Asked by the script while it is being looked at: loads the page again once that is done. */
    @GET
    @Path("/wait")
    @Operation(hidden = true)
    public Response waits(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @QueryParam("capture") Long capture) {
        boolean done = looks.of(evidence, capture).map(Look::done).orElse(true);
        return done ? Response.noContent().header("HX-Refresh", "true").build() : Response.noContent().build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response pick(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @QueryParam("capture") Long capture, MultivaluedMap<String, String> form) {
        return quoted(id, evidence, capture, "passage", form,
                () -> quoting.pick(id, evidence, capture, ClaimPage.quote(form), signedIn.acting()));
    }

    /** Where a browser lands that has signed in again after sending a quote. */
    @GET
    @Path("/quote")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @QueryParam("capture") Long capture) {
        return Response.seeOther(URI.create("/claims/" + id + "/evidence/" + evidence
                + (capture == null ? "" : "?capture=" + capture))).build();
    }

    @POST
    @Path("/quote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response type(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @QueryParam("capture") Long capture, MultivaluedMap<String, String> form) {
        return quoted(id, evidence, capture, "typed", form, () -> quoting.type(id, evidence, form.getFirst("words"),
                form.getFirst("locator"), signedIn.acting()));
    }

    private Response quoted(long id, long evidence, Long capture, String name, MultivaluedMap<String, String> form,
            Runnable act) {
        String key = form.getFirst("once");
        try {
            return once.run(signedIn.acting(), key, List.of(id, evidence, String.valueOf(capture), name, form), () -> {
                act.run();
                return Answer.seeOther("/claims/" + id + "/evidence/" + evidence + "?page=" + page(form)
                        + (capture == null ? "" : "&capture=" + capture) + "#passages");
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(Templates.evidence(
                            view(id, evidence, capture, page(form), null, Form.refused(name, form, problem))))
                    .build();
        }
    }

    /** The page that was looked at when the form was sent. */
    private static String page(MultivaluedMap<String, String> form) {
        String page = form.getFirst("page");
        return page != null && page.matches("\\d{1,6}") ? page : "1";
    }

    private EvidenceView view(long id, long evidence, Long capture, String page, String at, Form form) {
        ClaimSheet sheet = claims.sheet(id, signedIn.acting());
        Exhibit piece = exhibits.ofClaim(id, evidence);
        Look look = capture == null ? piece.preview() : looks.of(evidence, capture).orElse(null);
        EvidenceText text = texts.of(evidence, capture).orElse(null);
        return new EvidenceView(sheet, piece, look, text, capture, page(page, look), EvidenceView.seconds(at),
                sheet.may(Action.ATTACH) && piece.stands(), form);
    }

    /** The first one where there is no such page. */
    private static int page(String asked, Look look) {
        int pages = look == null ? 1 : Math.max(1, look.pictures());
        return asked != null && asked.matches("\\d{1,6}")
                ? Math.max(1, Math.min(pages, Integer.parseInt(asked)))
                : 1;
    }
}
