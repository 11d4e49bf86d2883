package org.claimdesk.claim;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.evidence.Bookmark;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The captures of a claim's evidence: how far they are, the text to read, asking again and picking passages. */
@Path("/claims/{id}/captures")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class CapturePage {

    private final ClaimPage claimPage;
    private final ClaimReading claims;
    private final ExhibitReading exhibits;
    private final CaptureReading captures;
    private final Quoting quoting;
    private final Capturing capturing;
    private final SignedIn signedIn;
    private final Once once;

    CapturePage(ClaimPage claimPage, ClaimReading claims, ExhibitReading exhibits, CaptureReading captures,
            Quoting quoting, Capturing capturing,
            SignedIn signedIn, Once once) {
        this.claimPage = claimPage;
        this.claims = claims;
        this.exhibits = exhibits;
        this.captures = captures;
        this.quoting = quoting;
        this.capturing = capturing;
        this.signedIn = signedIn;
        this.once = once;
    }

    /**
     * What the page for reading a capture shows.
     *
     * @param text null where there is none
     * @param may  whether this person may pick a passage
     */
    record Reading(ClaimSheet sheet, Exhibit piece, CaptureLine capture, String text, boolean may, Form form) {

        public String title() {
            return "Capture " + capture.id() + ": " + piece.title();
        }

        /** The passages picked from this capture. */
        public List<PassageLine> passages() {
            return piece.passages()
                    .stream()
                    .filter(passage -> Objects.equals(passage.capture(), capture.id()))
                    .toList();
        }
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance kept(long claim, Exhibit piece, boolean may, boolean look, String after,
                Form form);

        static native TemplateInstance reading(Reading page);
    }

    /** The cell of one piece, asked for again while its capture goes on. Whoever comes by themselves gets the whole page. */
    @GET
    @Path("/of/{evidence}")
    @Operation(hidden = true)
    public Response kept(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @QueryParam("after") String after, @HeaderParam("HX-Request") String script) {
        Bookmark page = Bookmark.read(after);
        if (script == null) {
            return Response.seeOther(URI.create("/claims/" + id + (page == null ? "" : "?after=" + page))).build();
        }
        ClaimSheet sheet = claims.sheet(id, signedIn.acting());
        return Response.ok(Templates.kept(id, exhibits.ofClaim(id, evidence), sheet.may(Action.ATTACH),
                Policy.refusalToLook(sheet.facts(), signedIn.acting()).isEmpty(),
                page == null ? "" : page.toString(), Form.blank())).build();
    }

    @POST
    @Path("/of/{evidence}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response again(@PathParam("id") long id, @PathParam("evidence") long evidence,
            MultivaluedMap<String, String> form) {
        form.putSingle("evidence", Long.toString(evidence));
        return claimPage.answer(id, "again", form, who -> capturing.again(id, evidence, who));
    }

    @GET
    @Path("/{capture: [0-9]+}")
    @Operation(hidden = true)
    public TemplateInstance read(@PathParam("id") long id, @PathParam("capture") long capture) {
        return Templates.reading(reading(id, capture, Form.blank()));
    }

    @POST
    @Path("/{capture: [0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response pick(@PathParam("id") long id, @PathParam("capture") long capture,
            MultivaluedMap<String, String> form) {
        try {
            return once.run(signedIn.acting(), form.getFirst("once"), List.of(id, capture, form), () -> {
                quoting.pick(id, capture, ClaimPage.quote(form), signedIn.acting());
                return Answer.seeOther("/claims/" + id + "/captures/" + capture);
            }).toForm(form.getFirst("once"));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(Templates.reading(reading(id, capture, Form.refused("passage", form, problem))))
                    .build();
        }
    }

    private Reading reading(long id, long captureId, Form form) {
        CaptureLine capture = captures.line(id, captureId);
        ClaimSheet sheet = claims.sheet(id, signedIn.acting());
        Exhibit piece = exhibits.ofClaim(id, capture.evidence());
        return new Reading(sheet, piece, capture, captures.text(captureId).orElse(null),
                sheet.may(Action.ATTACH) && piece.stands(), form);
    }
}
