package org.claimdesk.desk.search;

import java.util.List;
import java.util.function.Function;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.claimdesk.web.NewsroomTime;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Search: one form, whose address can be passed on, and what it finds. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class SearchPage {

    private static final int SHOWN = 25;

    private final Search search;
    private final Directory directory;
    private final NewsroomTime time;

    SearchPage(Search search, Directory directory, NewsroomTime time) {
        this.search = search;
        this.directory = directory;
        this.time = time;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance search(ResultsView page);
    }

    @GET
    @Operation(hidden = true)
    public Response show(@Context UriInfo uri) {
        MultivaluedMap<String, String> fields = uri.getQueryParameters();
        Newsroom newsroom = directory.newsroom();
        try {
            Kind kind = Kind.asked(fields.getFirst("what"));
            Question question = new AskedView(fields, time).of(kind);
            Keyset keyset = Keyset.asked(fields.getFirst("after"), Integer.toString(SHOWN));
            ResultsView form = ResultsView.form(kind, new Form(ResultsView.FORM, fields, null), newsroom);
            return Response.ok(Templates.search(question.empty() ? form : results(form, question, keyset))).build();
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(Templates.search(ResultsView.form(kind(fields), Form.refused(ResultsView.FORM, fields,
                            problem), newsroom)))
                    .build();
        }
    }

    private ResultsView results(ResultsView form, Question question, Keyset keyset) {
        return switch (question.kind()) {
            case CLAIM -> {
                List<FoundClaim> asked = search.claims(question, keyset.before(), keyset.ask());
                yield form.claims(shown(asked), next(asked, one -> one.claim().id()));
            }
            case EVIDENCE -> {
                List<FoundEvidence> asked = search.evidence(question, keyset.before(), keyset.ask());
                yield form.evidence(shown(asked), next(asked, FoundEvidence::id));
            }
            case ARTICLE -> {
                List<FoundArticle> asked = search.articles(question, keyset.before(), keyset.ask());
                yield form.articles(shown(asked), next(asked, one -> one.article().id()));
            }
        };
    }

    private static <T> List<T> shown(List<T> asked) {
        return asked.size() > SHOWN ? asked.subList(0, SHOWN) : asked;
    }

    private static <T> Long next(List<T> asked, Function<T, Long> id) {
        return asked.size() > SHOWN ? id.apply(asked.get(SHOWN - 1)) : null;
    }

    /** Whose form is shown again: claims' where what was asked for cannot be searched. */
    private static Kind kind(MultivaluedMap<String, String> fields) {
        try {
            return Kind.asked(fields.getFirst("what"));
        } catch (Problem unknown) {
            return Kind.CLAIM;
        }
    }
}
