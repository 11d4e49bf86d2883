package org.claimdesk.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.content.ContentStore;
import org.claimdesk.evidence.Bookmark;
import org.claimdesk.evidence.ExhibitReading;
import org.claimdesk.evidence.Piece;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.SourceReading;
import org.claimdesk.evidence.Stance;
import org.claimdesk.evidence.capture.WatchReading;
import org.claimdesk.evidence.figure.Numbers;
import org.claimdesk.evidence.figure.Relation;
import org.claimdesk.content.Stored;
import org.claimdesk.ledger.History;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Directory;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.NewsroomTime;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The page of one claim: the words in context, the evidence, what was said, and exactly what this person may do now. */
@Path("/claims/{id}")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class ClaimPage {

    private static final int ENTRIES = 100;

    private final ClaimReading claims;
    private final ExhibitReading exhibits;
    private final Checking checking;
    private final Revising revising;
    private final History history;
    private final SourceReading sources;
    private final WatchReading watched;
    private final Directory directory;
    private final ContentStore store;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Once once;

    ClaimPage(ClaimReading claims, ExhibitReading exhibits, Checking checking, Revising revising, History history,
            SourceReading sources, WatchReading watched, Directory directory,
            ContentStore store,
            SignedIn signedIn,
            NewsroomTime time, Once once) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.checking = checking;
        this.revising = revising;
        this.history = history;
        this.sources = sources;
        this.watched = watched;
        this.directory = directory;
        this.store = store;
        this.signedIn = signedIn;
        this.time = time;
        this.once = once;
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance claim(ClaimView page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id, @QueryParam("after") String after) {
        return Templates.claim(view(id, Bookmark.read(after), Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{action: [a-z]+}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/claims/" + id)).build();
    }

    @POST
    @Path("/{action: [a-z]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("id") long id, @PathParam("action") String action,
            MultivaluedMap<String, String> form) {
        return answer(id, action, form, who -> {
            ClaimRef ref = new ClaimRef(id, Form.number("version", form.getFirst("version")));
            switch (action) {
                case "take" -> checking.take(ref, who);
                case "reassign" -> checking.reassign(ref, assignment(form), who);
                case "submit" -> checking.submit(ref, form.getFirst("reason"), who);
                case "return" -> checking.giveBack(ref, form.getFirst("missing"), who);
                case "dispute" ->
                    checking.dispute(ref, Form.choice(Grounds.class, "grounds", form.getFirst("grounds")),
                            form.getFirst("statement"), who);
                case "answer" -> checking.answer(ref, form.getFirst("statement"), who);
                case "verify" -> checking.verify(ref, Form.choice(Rating.class, "rating", form.getFirst("rating")),
                        form.getFirst("rationale"),
                        Form.choice(Dispute.Outcome.class, "outcome", form.getFirst("outcome")),
                        form.getFirst("reason"), who);
                case "overturn" -> checking.overturn(ref, form.getFirst("finding"), who);
                case "drop" -> checking.drop(ref, form.getFirst("reason"), who);
                case "restore" -> checking.restore(ref, who);
                case "reattach" -> revising.reattach(ref, Form.number("revision", form.getFirst("revision")),
                        quote(form), who);
                case "link" -> checking.attach(ref, new Piece.Link(about(form), form.getFirst("address")), who);
                case "reference" ->
                    checking.attach(ref, new Piece.Reference(about(form), form.getFirst("citation")), who);
                case "calculation" -> checking.attach(ref, working(form), who);
                case "withdraw" -> checking.withdraw(ref, Form.number("evidence", form.getFirst("evidence")),
                        form.getFirst("reason"), who);
                default -> throw Problem.absent("A claim has no action " + action + ".");
            }
        });
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response file(@PathParam("id") long id, @RestForm String version, @RestForm("once") String key,
            @RestForm String stance,
            @RestForm String title, @RestForm String locator, @RestForm String note, @RestForm String source,
            @RestForm String origin,
            @RestForm String rank, @RestForm("file") FileUpload upload) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("once", key);
        form.putSingle("stance", stance);
        form.putSingle("title", title);
        form.putSingle("locator", locator);
        form.putSingle("note", note);
        form.putSingle("source", source);
        form.putSingle("origin", origin);
        form.putSingle("rank", rank);
        form.values().removeIf(values -> values.contains(null));
        Stored content;
        try {
            content = keep(upload);
        } catch (Problem problem) {
            return refused(id, "file", form, problem);
        }
        return answer(id, "file", form, List.of(content, upload.fileName()),
                who -> checking.attach(new ClaimRef(id, Form.number("version", version)),
                        new Piece.File(about(form), content, upload.fileName()), who));
    }

    interface Act {
        void by(Acting who);
    }

    Response answer(long id, String name, MultivaluedMap<String, String> form, Act act) {
        return answer(id, name, form, List.of(), act);
    }

    /** @param files what came with the form: another file is another request */
    Response answer(long id, String name, MultivaluedMap<String, String> form, List<Object> files, Act act) {
        Acting who = signedIn.acting();
        Bookmark page = Bookmark.read(form.getFirst("after"));
        try {
            return once.run(who, form.getFirst("once"), List.of(id, name, form, files), () -> {
                act.by(who);
                return Answer.seeOther("/claims/" + id + (page == null ? "" : "?after=" + page)
                        + (name.equals("again")
                                ? "#kept-" + form.getFirst("evidence")
                                : page == null ? "" : "#h-evidence"));
            }).toForm(form.getFirst("once"));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return refused(id, name, form, problem);
        }
    }

    /** On the page of evidence that the form was sent from. */
    Response refused(long id, String name, MultivaluedMap<String, String> form, Problem problem) {
        return Response.status(problem.kind().status())
                .entity(Templates.claim(
                        view(id, Bookmark.read(form.getFirst("after")), Form.refused(name, form, problem))))
                .build();
    }

    /** Before the act's transaction, so that it does not wait for a large file. */
    private Stored keep(FileUpload upload) {
        if (upload == null || Input.blank(upload.fileName())) {
            throw Problem.badInput("file", "Choose a file.");
        }
        try (InputStream content = Files.newInputStream(upload.uploadedFile())) {
            return store.keep(content, upload.fileName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Assignment assignment(MultivaluedMap<String, String> form) {
        return new Assignment(form.getFirst("desk"), Form.person("assignee", form.getFirst("assignee")),
                time.typed("deadline", form.getFirst("deadline")),
                Form.choice(Risk.class, "risk", form.getFirst("risk")));
    }

    /** Where the place was asked for, the answer comes after what the script had found. */
    static Quote quote(MultivaluedMap<String, String> form) {
        return new Quote(form.getFirst("exact"), form.getFirst("prefix"), form.getFirst("suffix"),
                Form.lastNumber("exact", form.get("start")));
    }

    static Piece.About about(MultivaluedMap<String, String> form) {
        return new Piece.About(form.getFirst("title"), Form.choice(Stance.class, "stance", form.getFirst("stance")),
                form.getFirst("locator"), form.getFirst("note"),
                new Provenance(form.getFirst("source"), form.getFirst("origin"),
                        Form.choice(Rank.class, "rank", form.getFirst("rank"))));
    }

    /** What was chosen of the claim's own figures, or another one that was typed. */
    private static Piece.Working working(MultivaluedMap<String, String> form) {
        String[] chosen = Input.line("claimed", form.getFirst("claimed")).split(" ", 2);
        boolean own = chosen.length == 2;
        return new Piece.Working(about(form), form.getFirst("formula"),
                Numbers.inputs("inputs", form.getFirst("inputs")),
                Form.choice(Relation.class, "relation", own ? chosen[0] : form.getFirst("relation")),
                Numbers.read("figure", own ? chosen[1] : form.getFirst("figure")));
    }

    private ClaimView view(long id, Bookmark after, Form form) {
        Acting who = signedIn.acting();
        ClaimSheet sheet = claims.sheet(id, after, who);
        return new ClaimView(sheet, exhibits.wrongFigures(id), after == null ? "" : after.toString(),
                history.ofClaim(id, ENTRIES), who,
                sheet.may(Action.REASSIGN) ? directory.newsroom() : null,
                sheet.may(Action.ATTACH) ? sources.known() : List.of(), form, store.most(),
                sheet.facts(), watched.open(id));
    }
}
