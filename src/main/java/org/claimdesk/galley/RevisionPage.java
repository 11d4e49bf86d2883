package org.claimdesk.galley;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.article.ArticleLine;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Brought;
import org.claimdesk.article.Copies;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Revision;
import org.claimdesk.article.RevisionLine;
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
    private final Copies copies;
    private final SignedIn signedIn;
    private final Once once;

    RevisionPage(ArticleReading articles, Articles texts, ClaimReading claims, Revising revising, Copies copies,
            SignedIn signedIn, Once once) {
        this.articles = articles;
        this.texts = texts;
        this.claims = claims;
        this.revising = revising;
        this.copies = copies;
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

    /** A claim that waits for somebody. @param shown whether it has a card on the page */
    record ToDo(long claim, Placement how, boolean shown) {
        public String word() {
            return how.word();
        }
    }

    /** What the comparison shows. @param toDo claims that were reworded or orphaned */
    record Compared(ArticleLine article, List<RevisionLine> revisions, int from, int to,
            List<Collating.BothBlock> blocks, List<Count> counts, List<ToDo> toDo) {
        public String title() {
            return "Revision " + to + " against " + from + ": " + article.headline();
        }
    }

    @GET
    @Path("/revisions")
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("id") long id) {
        return listed(id, Form.blank());
    }

    /** Outside a transaction, since it may take long until everything is there; the act has one of its own. */
    @POST
    @Path("/revisions")
    @RolesAllowed("editor")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Operation(hidden = true)
    public Response file(@PathParam("id") long id, @BeanParam RevisionForm typed) {
        try {
            int base = Form.number("base", typed.base);
            Brought brought = typed.brought(copies,
                    Form.choice(Copy.Format.class, "format", typed.format));
            return once.run(signedIn.acting(), typed.once,
                    List.of(id, base, typed.format == null ? "" : typed.format, brought.fingerprint()),
                    () -> brought.fetched(copies), copy -> {
                        int number = revising.file(id, base, copy, signedIn.acting()).number();
                        return Answer.seeOther("/articles/" + id + "/compare?from=" + base + "&to=" + number);
                    }).toForm(typed.once);
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(QuarkusTransaction.requiringNew()
                            .call(() -> listed(id, Form.refused("revise", typed.values(), problem))))
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
        List<Collating.BothBlock> blocks = Collating.of(side(id, from, claims.places(id, from)), side(id, to, places),
                claims.ofArticle(id));
        return Response.ok(Templates.compare(new Compared(article, articles.revisions(id), from, to, blocks,
                counts(places), toDo(places, blocks)))).build();
    }

    private Collating.Side side(long id, int number, List<PlaceLine> places) {
        Revision revision = texts.filed(id, number);
        return new Collating.Side(revision.text(), revision.blocks(), places);
    }

    private static List<ToDo> toDo(List<PlaceLine> places, List<Collating.BothBlock> blocks) {
        Set<Long> shown = blocks.stream()
                .flatMap(block -> block.notes().stream())
                .map(note -> note.claim().id())
                .collect(Collectors.toSet());
        return places.stream()
                .filter(place -> place.how() == Placement.REWORDED || place.how() == Placement.ORPHANED)
                .map(place -> new ToDo(place.claim(), place.how(), shown.contains(place.claim())))
                .toList();
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
