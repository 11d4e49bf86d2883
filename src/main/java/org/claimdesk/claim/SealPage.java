package org.claimdesk.claim;

import java.io.InputStream;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.claimdesk.content.Attachment;
import org.claimdesk.evidence.seal.OpeningLine;
import org.claimdesk.evidence.seal.OpeningReading;
import org.claimdesk.evidence.seal.Seals;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page of a seal: asking that it be opened, granting, refusing; and while it is open to this person, who it was. It is
 * the only place where that is ever given out, and nothing of it may be kept on the way.
 */
@Path("/claims/{id}/evidence/{evidence}/sealed")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class SealPage {

    private static final String KEPT_NOWHERE = "no-store";

    private final ClaimReading reading;
    private final Claims claims;
    private final OpeningReading openings;
    private final Unsealing unsealing;
    private final SignedIn signedIn;
    private final Once once;

    SealPage(ClaimReading reading, Claims claims, OpeningReading openings, Unsealing unsealing, SignedIn signedIn,
            Once once) {
        this.reading = reading;
        this.claims = claims;
        this.openings = openings;
        this.unsealing = unsealing;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance sealed(SealView page);
    }

    @GET
    @Operation(hidden = true)
    public Response show(@PathParam("id") long id, @PathParam("evidence") long evidence) {
        return page(200, view(id, evidence, Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{form: ask|[0-9]+/grant|[0-9]+/refuse}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id, @PathParam("evidence") long evidence) {
        return Response.seeOther(URI.create(address(id, evidence))).build();
    }

    @POST
    @Path("/ask")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response ask(@PathParam("id") long id, @PathParam("evidence") long evidence,
            MultivaluedMap<String, String> form) {
        return answer(id, evidence, "ask", form,
                who -> unsealing.ask(openings.piece(id, evidence).id(), form.getFirst("reason"), who));
    }

    @POST
    @Path("/{opening: [0-9]+}/grant")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response grant(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @PathParam("opening") long opening, MultivaluedMap<String, String> form) {
        return answer(id, evidence, "grant-" + opening, form, who -> unsealing.grant(of(id, evidence, opening), who));
    }

    @POST
    @Path("/{opening: [0-9]+}/refuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response refuse(@PathParam("id") long id, @PathParam("evidence") long evidence,
            @PathParam("opening") long opening, MultivaluedMap<String, String> form) {
        return answer(id, evidence, "refuse-" + opening, form,
                who -> unsealing.refuse(of(id, evidence, opening), form.getFirst("reason"), who));
    }

    /** An opening of this seal and no other. */
    private long of(long claim, long evidence, long opening) {
        OpeningLine line = openings.line(opening);
        if (line.claim() != claim || line.evidence() != evidence) {
            throw Problem.absent("This seal has no opening " + opening + ".");
        }
        return opening;
    }

    /** The recording to be saved, under its own name. */
    @GET
    @Path("/recording")
    @Operation(hidden = true)
    public Response recording(@PathParam("id") long id, @PathParam("evidence") long evidence) {
        Seals.Played tape = tape(id, evidence);
        return stream(evidence)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(tape.name()))
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .build();
    }

    /** The recording to be heard on the page. */
    @GET
    @Path("/played")
    @Operation(hidden = true)
    public Response played(@PathParam("id") long id, @PathParam("evidence") long evidence) {
        Seals.Played tape = tape(id, evidence);
        if (!SealView.PLAYED.contains(tape.mediaType())) {
            throw Problem.absent("No browser plays this recording. Save it.");
        }
        return stream(evidence).type(tape.mediaType()).build();
    }

    private Seals.Played tape(long id, long evidence) {
        return unsealing.look(openings.piece(id, evidence).id(), signedIn.acting())
                .map(Seals.Opened::recording)
                .orElseThrow(() -> Problem.forbidden("The seal is not open to you, or holds no recording."));
    }

    private Response.ResponseBuilder stream(long evidence) {
        InputStream plain = unsealing.listen(evidence, signedIn.acting());
        StreamingOutput content = out -> {
            try (plain) {
                plain.transferTo(out);
            }
        };
        return Response.ok(content)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, KEPT_NOWHERE);
    }

    private interface Act {
        void by(Acting who);
    }

    private Response answer(long id, long evidence, String name, MultivaluedMap<String, String> form, Act act) {
        Acting who = signedIn.acting();
        try {
            return once.run(who, form.getFirst("once"), List.of(id, evidence, name, form), () -> {
                act.by(who);
                return Answer.seeOther(address(id, evidence));
            }).toForm(form.getFirst("once"));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return page(problem.kind().status(), view(id, evidence, Form.refused(name, form, problem)));
        }
    }

    private SealView view(long id, long evidence, Form form) {
        Acting who = signedIn.acting();
        return new SealView(reading.line(id), openings.piece(id, evidence), openings.of(evidence),
                unsealing.look(evidence, who).orElse(null), who, claims.facts(claims.get(id)), form);
    }

    private static Response page(int status, SealView view) {
        return Response.status(status)
                .entity(Templates.sealed(view))
                .header(HttpHeaders.CACHE_CONTROL, KEPT_NOWHERE)
                .build();
    }

    private static String address(long id, long evidence) {
        return "/claims/" + id + "/evidence/" + evidence + "/sealed";
    }
}
