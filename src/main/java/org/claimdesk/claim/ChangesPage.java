package org.claimdesk.claim;

import java.net.URI;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.capture.PassageLine;
import org.claimdesk.evidence.capture.WatchLine;
import org.claimdesk.evidence.capture.WatchReading;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.placement.Folded;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What has become of a page: a capture against the one that people rely on, word by word, and accepting it as it is now. */
@Path("/claims/{id}/captures/{capture}/changes")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class ChangesPage {

    private final ClaimReading claims;
    private final Claims all;
    private final CaptureReading captures;
    private final WatchReading watched;
    private final Capturing capturing;
    private final SignedIn signedIn;
    private final Once once;

    ChangesPage(ClaimReading claims, Claims all, CaptureReading captures, WatchReading watched, Capturing capturing,
            SignedIn signedIn, Once once) {
        this.claims = claims;
        this.all = all;
        this.captures = captures;
        this.watched = watched;
        this.capturing = capturing;
        this.signedIn = signedIn;
        this.once = once;
    }

    /** A picked passage, and whether it stands in what was captured. */
    record Quoted(PassageLine passage, boolean stands) {}

    /**
     * What the page shows.
     *
     * @param old     what it was held against
     * @param changes null where one of them has no text, or nothing came
     * @param current whether nothing was found since
     * @param refusal why this person may not accept it; empty where they may
     */
    record View(ClaimLine claim, WatchLine watch, CaptureLine capture, CaptureLine old, Folded changes,
            List<Quoted> quoted, boolean current, String refusal, Form form) {
        public String title() {
            return "What has become of " + watch.title();
        }
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance changes(View page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id, @PathParam("capture") long capture) {
        return Templates.changes(view(id, capture, Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending the form. */
    @GET
    @Path("/acknowledge")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id, @PathParam("capture") long capture) {
        return Response.seeOther(URI.create("/claims/" + id + "/captures/" + capture + "/changes")).build();
    }

    /** Outside a transaction: what is refused is shown again in one of its own. */
    @POST
    @Path("/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Operation(hidden = true)
    public Response acknowledge(@PathParam("id") long id, @PathParam("capture") long capture,
            MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, capture, "acknowledge", form), () -> {
                captures.line(id, capture);
                capturing.acknowledge(capture, form.getFirst("reason"), who);
                return Answer.seeOther("/claims/" + id);
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(QuarkusTransaction.requiringNew()
                            .call(() -> Templates
                                    .changes(view(id, capture, Form.refused("acknowledge", form, problem)))))
                    .build();
        }
    }

    private View view(long id, long captureId, Form form) {
        CaptureLine capture = captures.line(id, captureId);
        if (capture.reference() == null) {
            throw Problem.absent("Capture " + captureId + " was held against no other one.");
        }
        Acting who = signedIn.acting();
        WatchLine watch = watched.of(captureId).watch();
        boolean current = watch.look() != null && watch.look() == captureId;
        Facts facts = all.facts(all.get(id));
        String refusal = Policy.refusalToAcknowledge(facts, who).map(Policy.Refusal::reason).orElse("");
        return new View(claims.line(id), watch, capture, captures.line(capture.reference()), changes(capture),
                quoted(capture), current, refusal, form);
    }

    private Folded changes(CaptureLine capture) {
        String old = captures.text(capture.reference()).orElse(null);
        String now = captures.text(capture.id()).orElse(null);
        return old == null || now == null ? null : Folded.of(old, now);
    }

    private List<Quoted> quoted(CaptureLine capture) {
        if (!capture.done()) {
            return List.of();
        }
        // Where nothing was kept it was as it had been.
        String text = captures.text(capture.kept() ? capture.id() : capture.reference()).orElse(null);
        return captures.passages(new Long[]{capture.evidence()})
                .getOrDefault(capture.evidence(), List.of())
                .stream()
                .filter(PassageLine::ofPage)
                .map(passage -> new Quoted(passage, passage.standsIn(text)))
                .toList();
    }
}
