package org.claimdesk.claim;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.evidence.SourceLine;
import org.claimdesk.evidence.SourceReading;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sources of all evidence, and for each what leans on it and the form that discredits it. */
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class SourcesPage {

    private static final int SHOWN = 50;

    private final SourceReading sources;
    private final LeaningReading leaning;
    private final Discrediting discrediting;
    private final SignedIn signedIn;
    private final Once once;

    SourcesPage(SourceReading sources, LeaningReading leaning, Discrediting discrediting, SignedIn signedIn,
            Once once) {
        this.sources = sources;
        this.leaning = leaning;
        this.discrediting = discrediting;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "source")
    static class Templates {
        static native TemplateInstance sources(List<SourceLine> lines, String part, String search, Long next);

        static native TemplateInstance source(View page);
    }

    /** @param further whether it goes on from a page before */
    record View(SourceSheet sheet, Form form, boolean further) {
        /** After which claim the next page goes on, or null. */
        public Long next() {
            return sheet.more() ? sheet.claims().get(sheet.claims().size() - 1).claim().id() : null;
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("q") String q, @QueryParam("after") Long after) {
        String part = Input.line("q", q);
        Keyset keyset = Keyset.of(after, SHOWN);
        List<SourceLine> asked = sources.list(part, keyset.before(), keyset.ask());
        boolean more = asked.size() > SHOWN;
        return Templates.sources(more ? asked.subList(0, SHOWN) : asked, part,
                URLEncoder.encode(part, StandardCharsets.UTF_8), more ? asked.get(SHOWN - 1).id() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id, @QueryParam("after") Long after) {
        return view(id, Keyset.of(after, SHOWN), Form.blank());
    }

    /** Where a browser lands that has signed in again after sending the form. */
    @GET
    @Path("/{id}/discredit")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/sources/" + id)).build();
    }

    @POST
    @Path("/{id}/discredit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response discredit(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, "discredit", form), () -> {
                discrediting.discredit(id, form.getFirst("reason"), who);
                return Answer.seeOther("/sources/" + id);
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(view(id, Keyset.of(null, SHOWN), Form.refused("discredit", form, problem)))
                    .build();
        }
    }

    private TemplateInstance view(long id, Keyset keyset, Form form) {
        return Templates.source(new View(leaning.sheet(id, keyset.before(), keyset.limit(), signedIn.acting()), form,
                keyset.before() != Long.MAX_VALUE));
    }
}
