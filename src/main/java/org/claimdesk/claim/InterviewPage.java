package org.claimdesk.claim;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.evidence.Attribution;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Quotes;
import org.claimdesk.evidence.seal.Identity;
import org.claimdesk.evidence.seal.Recording;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Form;
import org.claimdesk.web.NewsroomTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The form by which an interview is attached to a claim, with its recording. */
@Path("/claims/{id}/interview")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class InterviewPage {

    private static final String NAME = "interview";

    private final ClaimPage page;
    private final Checking checking;
    private final Recordings recordings;
    private final NewsroomTime time;

    InterviewPage(ClaimPage page, Checking checking, Recordings recordings, NewsroomTime time) {
        this.page = page;
        this.checking = checking;
        this.recordings = recordings;
        this.time = time;
    }

    /** As browsers send it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response attach(@PathParam("id") long id, MultipartFormDataInput sent) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        FormValue file = null;
        for (Map.Entry<String, Collection<FormValue>> field : sent.getValues().entrySet()) {
            for (FormValue value : field.getValue()) {
                if (value.isFileItem()) {
                    file = value;
                } else {
                    form.add(field.getKey(), value.getValue());
                }
            }
        }
        Recording recording;
        try {
            recording = recordings.keep(file == null ? null : file.getFileItem().getFile(),
                    file == null ? null : file.getFileName(), sealed(form));
        } catch (Problem problem) {
            return page.refused(id, NAME, form, problem);
        }
        return attach(id, form, recording);
    }

    /** Without a recording. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response attach(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        return attach(id, form, null);
    }

    private Response attach(long id, MultivaluedMap<String, String> form, Recording recording) {
        // As it came: encrypted, the same recording is other bytes each time.
        return page.answer(id, NAME, form,
                recording == null ? List.of() : List.of(recording.plain(), recording.name()),
                who -> checking.attach(new ClaimRef(id, Form.number("version", form.getFirst("version"))),
                        interview(form, recording), who));
    }

    private Piece.Interview interview(MultivaluedMap<String, String> form, Recording recording) {
        return new Piece.Interview(ClaimPage.about(form),
                new Identity(form.getFirst("person"), form.getFirst("function"), form.getFirst("organisation")),
                Form.choice(Piece.Channel.class, "channel", form.getFirst("channel")),
                time.typed("heldAt", form.getFirst("heldAt")),
                Form.choice(Attribution.class, "attribution", form.getFirst("attribution")),
                Quotes.typed(form.getFirst("quotes")), recording, form.getFirst("described"), sealed(form));
    }

    private static boolean sealed(MultivaluedMap<String, String> form) {
        return form.getOrDefault("sealed", List.of()).contains("yes");
    }
}
