package org.claimdesk.standards.reply;

import java.net.URI;
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
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.evidence.Piece;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Quote;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.claimdesk.web.NewsroomTime;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Right of reply: who was asked what, what came back, and where it stands in the text. */
@Path("/articles/{id}/replies")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class RepliesPage {

    private final ArticleReading articles;
    private final ClaimReading claims;
    private final ReplyReading replies;
    private final Replying replying;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Once once;

    RepliesPage(ArticleReading articles, ClaimReading claims, ReplyReading replies, Replying replying,
            SignedIn signedIn, NewsroomTime time, Once once) {
        this.articles = articles;
        this.claims = claims;
        this.replies = replies;
        this.replying = replying;
        this.signedIn = signedIn;
        this.time = time;
        this.once = once;
    }

    @CheckedTemplate(basePath = "replies")
    static class Templates {
        static native TemplateInstance replies(RepliesView page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id) {
        return Templates.replies(view(id, Form.blank()));
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{act: [a-z]+}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/articles/" + id + "/replies")).build();
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
                return Answer.seeOther("/articles/" + id + "/replies");
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(Templates.replies(view(id, Form.refused(act, form, problem))))
                    .build();
        }
    }

    private void act(long id, String act, MultivaluedMap<String, String> form, Acting who) {
        switch (act) {
            case "ask" -> replying.ask(id,
                    new NewRequest(form.getFirst("person"), form.getFirst("organisation"), form.getFirst("questions"),
                            Form.choice(Piece.Channel.class, "channel", form.getFirst("channel")),
                            time.typed("asked", form.getFirst("asked")), time.typed("due", form.getFirst("due")),
                            form.getOrDefault("claims", List.of())
                                    .stream()
                                    .map(claim -> (long) Form.number("claims", claim))
                                    .toList()),
                    who);
            case "answer" -> replying.answer(id, Form.number("request", form.getFirst("request")),
                    new NewAnswer(Form.choice(CameBack.class, "outcome", form.getFirst("outcome")),
                            form.getFirst("text"), time.typed("came", form.getFirst("came"))),
                    who);
            case "place" -> replying.place(id, Form.number("request", form.getFirst("request")),
                    Form.number("revision", form.getFirst("revision")),
                    new Quote(form.getFirst("exact"), null, null, Form.lastNumber("exact", form.get("start"))), who);
            default -> throw Problem.absent("Replies have no action " + act + ".");
        }
    }

    private RepliesView view(long id, Form form) {
        Acting who = signedIn.acting();
        return QuarkusTransaction.requiringNew()
                .call(() -> new RepliesView(articles.line(id), replies.of(id),
                        claims.lines(" where c.article_id = ?1 order by c.start_at, c.id limit " + Keyset.MOST, id),
                        who, form));
    }
}
