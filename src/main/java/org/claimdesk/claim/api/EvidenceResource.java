package org.claimdesk.claim.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.claim.Checking;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimRef;
import org.claimdesk.claim.ClaimSheet;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.Bookmark;
import org.claimdesk.evidence.Exhibit;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.Stance;
import org.claimdesk.content.Stored;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The evidence of one claim in the API: reading it, attaching more, withdrawing a piece. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Evidence")
class EvidenceResource {

    private final ClaimReading claims;
    private final ExhibitReading exhibits;
    private final Checking checking;
    private final ContentStore store;
    private final Call call;

    EvidenceResource(ClaimReading claims, ExhibitReading exhibits, Checking checking, ContentStore store, Call call) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.checking = checking;
        this.store = store;
        this.call = call;
    }

    @GET
    @Path("/claims/{id}/evidence")
    @Transactional
    @Operation(summary = "List the evidence of a claim", description = "What stands first, in the order it was attached, then what was withdrawn. What is withdrawn while you go on may come twice; nothing is left out.")
    public RestResponse<List<Exhibit>> list(@PathParam("id") long id,
            @Parameter(description = "Where the page before ended, as its Link or the claim's `further` has it; what follows comes.") @QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(null, limit);
        return keyset.page(exhibits.ofClaim(claims.line(id).id(), Bookmark.read(after), keyset.ask()), Bookmark::at,
                uri);
    }

    @GET
    @Path("/claims/{id}/evidence/{evidence}")
    @Transactional
    @Operation(summary = "Read a piece of evidence")
    public Exhibit show(@PathParam("id") long id, @PathParam("evidence") long evidence) {
        return exhibits.ofClaim(id, evidence);
    }

    @POST
    @Path("/claims/{id}/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Attach evidence", description = "A link, an interview, a reference or a calculation as JSON, or a file as a form with the fields stance, title, locator, note, source, origin, rank and file. For the assignee and the reporters of the desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "201", responseDescription = "The claim as it is now; Location is the piece")
    public Response attach(@PathParam("id") long id, Brought brought) {
        ClaimRef ref = new ClaimRef(id, call.version());
        return call.once(brought, who -> attached(ref, checking.attach(ref, brought.piece(), who), who));
    }

    /** The content is kept first, so that no transaction waits for it and the key knows its digest. */
    @POST
    @Path("/claims/{id}/evidence")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Attach evidence", description = "A link, an interview, a reference or a calculation as JSON, or a file as a form with the fields stance, title, locator, note, source, origin, rank and file. For the assignee and the reporters of the desk.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "201", responseDescription = "The claim as it is now; Location is the piece")
    public Response attach(@PathParam("id") long id, @RestForm String stance, @RestForm String title,
            @RestForm String locator, @RestForm String note, @RestForm String source,
            @RestForm String origin, @RestForm String rank, @RestForm("file") FileUpload file) {
        ClaimRef ref = new ClaimRef(id, call.version());
        Piece.About about = new Piece.About(title, Form.choice(Stance.class, "stance", stance), locator, note,
                new Provenance(source, origin, Form.choice(Rank.class, "rank", rank)));
        Input.chosen("stance", about.stance(), "Say whether it supports, contradicts or gives context.");
        if (file == null || Input.blank(file.fileName())) {
            throw Problem.badInput("file", "Send the file, with its name.");
        }
        Piece piece = new Piece.File(about, keep(file), file.fileName());
        return call.once(piece, who -> attached(ref, checking.attach(ref, piece, who), who));
    }

    @POST
    @Path("/claims/{id}/evidence/{evidence}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withdraw a piece of evidence", description = "It stays to be seen, with the reason. For whoever attached it and the assignee.")
    @APIResponseSchema(value = ClaimSheet.class, responseCode = "200", responseDescription = "The claim as it is now")
    public Response withdraw(@PathParam("id") long id, @PathParam("evidence") long evidence,
            ClaimResource.Reason body) {
        ClaimRef ref = new ClaimRef(id, call.version());
        return call.once(body, who -> {
            checking.withdraw(ref, evidence, body.reason(), who);
            ClaimSheet sheet = claims.sheet(id, who);
            return Answer.ok(sheet.claim().version(), sheet);
        });
    }

    private Answer attached(ClaimRef ref, long evidence, Acting who) {
        ClaimSheet sheet = claims.sheet(ref.id(), who);
        return Answer.created("/api/v1/claims/" + ref.id() + "/evidence/" + evidence, sheet.claim().version(), sheet);
    }

    private Stored keep(FileUpload file) {
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return store.keep(content, file.fileName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
