package org.claimdesk.galley;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
import org.claimdesk.article.ArticleLine;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Revision;
import org.claimdesk.article.RevisionLine;
import org.claimdesk.article.Upload;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.PlaceLine;
import org.claimdesk.claim.Revising;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.placement.Placement;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The revisions of an article: filing another, and any two compared word by word with the claims in them. */
@Path("/articles/{id}")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class RevisionPage {

    private final ArticleReading articles;
    private final Articles texts;
    private final ClaimReading claims;
    private final Revising revising;
    private final SignedIn signedIn;
    private final Once once;

    RevisionPage(ArticleReading articles, Articles texts, ClaimReading claims, Revising revising, SignedIn signedIn,
            Once once) {
        this.articles = articles;
        this.texts = texts;
        this.claims = claims;
        this.revising = revising;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "galley")
    static class Templates {
        static native TemplateInstance revisions(Listed page);

        static native TemplateInstance compare(Compared page);
    }

    /** What the list shows. */
    record Listed(ArticleLine article, List<RevisionLine> revisions, boolean editor, Form form) {
        public String title() {
            return "Revisions: " + article.headline();
        }
    }

    /** How many claims came to the newer revision in a way. */
    record Count(int many, Placement how) {
        public String word() {
            return how.word();
        }

        public boolean pressing() {
            return how == Placement.REWORDED || how == Placement.ORPHANED;
        }
    }

    /** What the comparison shows. */
    record Compared(ArticleLine article, List<RevisionLine> revisions, int from, int to,
            List<Collating.BothBlock> blocks, List<Count> counts) {
        public String title() {
            return "Revision " + to + " against " + from + ": " + article.headline();
        }

        /** Claims that wait for somebody: reworded or orphaned. */
        public List<Collating.Note> toDo() {
            return blocks.stream()
                    .flatMap(block -> block.notes().stream())
                    .filter(note -> note.how() == Placement.REWORDED || note.how() == Placement.ORPHANED)
                    .toList();
        }
    }

    @GET
    @Path("/revisions")
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("id") long id) {
        return listed(id, Form.blank());
    }

    @POST
    @Path("/revisions")
    @RolesAllowed("editor")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response file(@PathParam("id") long id, @RestForm String text, @RestForm String base,
            @RestForm("once") String key, @RestForm("file") FileUpload upload) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        typed.putSingle("text", text);
        try {
            Copy copy = Upload.given(upload) ? Upload.copy(upload) : Copy.pasted(text, Copy.Format.TEXT);
            int known = Form.number("base", base);
            return once.run(signedIn.acting(), key, List.of(id, known, Arrays.hashCode(copy.original())), () -> {
                int number = revising.file(id, known, copy, signedIn.acting()).number();
                return Answer.seeOther("/articles/" + id + "/compare?from=" + known + "&to=" + number);
            }).toForm(key);
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(listed(id, Form.refused("revise", typed, problem)))
                    .build();
        }
    }

    /** @param older where it is left out the one before the newer; which is the one that stands where it is left out */
    @GET
    @Path("/compare")
    @Operation(hidden = true)
    public Response compare(@PathParam("id") long id, @QueryParam("from") Integer older,
            @QueryParam("to") Integer newer) {
        ArticleLine article = articles.line(id);
        int to = newer == null ? article.revision() : newer;
        int from = older == null ? Math.max(1, to - 1) : older;
        if (from > to) {
            return Response.seeOther(URI.create("/articles/" + id + "/compare?from=" + to + "&to=" + from)).build();
        }
        List<PlaceLine> places = claims.places(id, to);
        return Response.ok(Templates.compare(new Compared(article, articles.revisions(id), from, to,
                Collating.of(side(id, from, claims.places(id, from)), side(id, to, places), claims.ofArticle(id)),
                counts(places)))).build();
    }

    private Collating.Side side(long id, int number, List<PlaceLine> places) {
        Revision revision = texts.revision(id, number)
                .orElseThrow(() -> Problem.absent("Article " + id + " has no revision " + number + "."));
        return new Collating.Side(revision.text(), revision.blocks(), places);
    }

    private static List<Count> counts(List<PlaceLine> places) {
        Map<Placement, Integer> counts = new EnumMap<>(Placement.class);
        places.forEach(place -> counts.merge(place.how(), 1, Integer::sum));
        return counts.entrySet().stream().map(count -> new Count(count.getValue(), count.getKey())).toList();
    }

    private TemplateInstance listed(long id, Form form) {
        return Templates.revisions(
                new Listed(articles.line(id), articles.revisions(id), signedIn.acting().is(Role.EDITOR), form));
    }
}
