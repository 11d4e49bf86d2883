package org.claimdesk.galley;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;

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
import org.claimdesk.article.ArticleLine;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Articles;
import org.claimdesk.article.Revision;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.Marking;
import org.claimdesk.claim.Risk;
import org.claimdesk.live.Marks;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.standards.release.ReleaseLine;
import org.claimdesk.standards.release.Releases;
import org.claimdesk.text.ClaimType;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.NewsroomTime;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The article page: the text as set, its claims in it and beside it, and marking more of them. */
@Path("/articles/{id}")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class GalleyPage {

    private final ArticleReading articles;
    private final Articles texts;
    private final ClaimReading claims;
    private final Marking marking;
    private final Triage triage;
    private final Releases releases;
    private final Marks marks;
    private final Directory directory;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Once once;

    GalleyPage(ArticleReading articles, Articles texts, ClaimReading claims, Marking marking, Triage triage,
            Releases releases, Marks marks, Directory directory,
            SignedIn signedIn,
            NewsroomTime time, Once once) {
        this.articles = articles;
        this.texts = texts;
        this.claims = claims;
        this.marking = marking;
        this.triage = triage;
        this.releases = releases;
        this.marks = marks;
        this.directory = directory;
        this.signedIn = signedIn;
        this.time = time;
        this.once = once;
    }

    @CheckedTemplate(basePath = "galley")
    static class Templates {
        static native TemplateInstance galley(View page);
    }

    /**
     * What the page shows.
     *
     * @param newsroom null for those who do not mark
     * @param original whether what the text was made of may be saved
     * @param packet   whether the sign-off packet may be
     * @param release  the last one, or null
     * @param mark     how many acts on it there were when it was read
     */
    record View(ArticleLine article, List<Typesetting.SetBlock> blocks, Coverage coverage, Account account,
            List<ClaimLine> orphaned, List<ClaimLine> dropped,
            Newsroom newsroom,
            Form form, List<Risk> risks, List<ClaimType> types, boolean original,
            boolean packet, ReleaseLine release, long mark) {
        public boolean editor() {
            return newsroom != null;
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id) {
        return Templates.galley(view(id, Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending the form. */
    @GET
    @Path("/claims")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/articles/" + id)).build();
    }

    @POST
    @Path("/claims")
    @RolesAllowed("editor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response mark(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        try {
            return once.run(signedIn.acting(), form.getFirst("once"), form, () -> {
                long claim = marking.mark(id, Form.number("revision", form.getFirst("revision")), quote(form),
                        Form.choice(ClaimType.class, "type", form.getFirst("type")), assignment(form),
                        signedIn.acting());
                return Answer.seeOther("/articles/" + id + "#claim-" + claim);
            }).toForm(form.getFirst("once"));
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(Templates.galley(view(id, Form.refused("mark", form, problem))))
                    .build();
        }
    }

    /** Calls the chosen sentences claims, an opinion, no fact, or unreviewed again. */
    @POST
    @Path("/sentences")
    @RolesAllowed("editor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response call(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        try {
            Set<Integer> numbers = Numbers.typed("sentence", form.getFirst("sentence"));
            return once.run(signedIn.acting(), form.getFirst("once"), form, () -> {
                triage.call(id, Form.number("revision", form.getFirst("revision")), numbers,
                        Form.choice(Triage.Word.class, "disposition", form.getFirst("disposition")),
                        Form.choice(ClaimType.class, "type", form.getFirst("type")), assignment(form),
                        signedIn.acting());
                return Answer.seeOther("/articles/" + id + "#s" + Collections.max(numbers));
            }).response();
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(Templates.galley(view(id, Form.refused("call", form, problem))))
                    .build();
        }
    }

    @GET
    @Path("/sentences")
    @Operation(hidden = true)
    public Response backToSentences(@PathParam("id") long id) {
        return back(id);
    }

    private static Quote quote(MultivaluedMap<String, String> form) {
        return new Quote(form.getFirst("exact"), form.getFirst("prefix"), form.getFirst("suffix"),
                Form.lastNumber("exact", form.get("start")));
    }

    private Assignment assignment(MultivaluedMap<String, String> form) {
        return new Assignment(form.getFirst("desk"), Form.person("assignee", form.getFirst("assignee")),
                time.typed("deadline", form.getFirst("deadline")),
                Form.choice(Risk.class, "risk", form.getFirst("risk")));
    }

    private View view(long id, Form form) {
        long mark = marks.ofArticle(id);
        ArticleLine article = articles.line(id);
        Revision revision = texts.revision(id, article.revision()).orElseThrow();
        List<ClaimLine> all = claims.ofArticle(id);
        List<ClaimLine> standing = all.stream()
                .filter(ClaimLine::standsInText)
                .toList();
        List<SentenceLine> sentences = articles.sentences(id, article.revision());
        boolean keeper = signedIn.acting().is(Role.EDITOR) || signedIn.acting().is(Role.STANDARDS);
        return new View(article, Typesetting.set(revision.text(), revision.blocks(), standing, sentences),
                Coverage.of(all), Account.of(sentences, standing), all.stream().filter(ClaimLine::orphaned).toList(),
                all.stream().filter(ClaimLine::dropped).toList(),
                signedIn.acting().is(Role.EDITOR) ? directory.newsroom() : null, form, List.of(Risk.values()),
                List.of(ClaimType.values()),
                keeper && articles.hasOriginal(id, article.revision()), keeper,
                releases.last(new Long[]{id}).get(id), mark);
    }
}
