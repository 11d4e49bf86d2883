package org.claimdesk.standards.release;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.NewsroomTime;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The release gate of an article: what stands in the way and where it is healed, waivers, the release and what went out. */
@Path("/articles/{id}/gate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class GatePage {

    private static final Duration USUAL = Duration.ofDays(1);

    private final ArticleReading articles;
    private final GateReading gates;
    private final Releases releases;
    private final Waiving waiving;
    private final GivingContext context;
    private final Releasing releasing;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Clock clock;
    private final Once once;

    GatePage(ArticleReading articles, GateReading gates, Releases releases, Waiving waiving, GivingContext context,
            Releasing releasing, SignedIn signedIn, NewsroomTime time, Clock clock, Once once) {
        this.articles = articles;
        this.gates = gates;
        this.releases = releases;
        this.waiving = waiving;
        this.context = context;
        this.releasing = releasing;
        this.signedIn = signedIn;
        this.time = time;
        this.clock = clock;
        this.once = once;
    }

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance gate(GateView page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id) {
        return Templates.gate(view(id, Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{act: [a-z]+}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/articles/" + id + "/gate")).build();
    }

    @POST
    @Path("/{act: [a-z]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("id") long id, @PathParam("act") String act, MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, act, form), () -> {
                act(id, act, form, who);
                return Answer.seeOther("/articles/" + id + "/gate");
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(Templates.gate(view(id, Form.refused(act, form, problem))))
                    .build();
        }
    }

    private void act(long id, String act, MultivaluedMap<String, String> form, Acting who) {
        switch (act) {
            case "waive" -> waiving.waive(id, form.getFirst("item"), form.getFirst("stood"), form.getFirst("reason"),
                    time.typed("expires", form.getFirst("expires")), who);
            case "withdraw" -> waiving.withdraw(id, Form.number("item", form.getFirst("item")),
                    form.getFirst("reason"), who);
            case "context" -> context.give(id, Form.number("revision", form.getFirst("revision")),
                    Form.number("claim", form.getFirst("claim")),
                    new Quote(form.getFirst("exact"), null, null, Form.lastNumber("exact", form.get("start"))), who);
            case "release" -> releasing.release(id, Form.number("revision", form.getFirst("revision")), who);
            case "publish" -> releasing.publish(id, Form.number("revision", form.getFirst("revision")),
                    form.getFirst("address"), time.typed("published", form.getFirst("published")), who);
            default -> throw Problem.absent("A gate has no action " + act + ".");
        }
    }

    private GateView view(long id, Form form) {
        Acting who = signedIn.acting();
        Instant now = clock.instant();
        Duration longest = waiving.longest();
        Instant suggested = now.plus(USUAL.compareTo(longest) < 0 ? USUAL : longest);
        return QuarkusTransaction.requiringNew()
                .call(() -> new GateView(articles.line(id), gates.of(id, now), gates.parts(id, who.id()),
                        releases.of(id), releases.publications(id), who, form, suggested, Waiving.words(longest)));
    }
}
