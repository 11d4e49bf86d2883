package org.claimdesk.matching;

import java.net.URI;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether a claim has been checked before: what is suggested, and what people said of it. The claim's page has it in it. */
@Path("/claims/{id: [0-9]+}/same")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class SamePage {

    private final ClaimReading claims;
    private final Suggesting suggesting;
    private final SameClaims same;
    private final Matching matching;
    private final SignedIn signedIn;
    private final Once once;

    SamePage(ClaimReading claims, Suggesting suggesting, SameClaims same, Matching matching, SignedIn signedIn,
            Once once) {
        this.claims = claims;
        this.suggesting = suggesting;
        this.same = same;
        this.matching = matching;
        this.signedIn = signedIn;
        this.once = once;
    }

    @CheckedTemplate(basePath = "matching")
    static class Templates {
        static native TemplateInstance same(View page);
    }

    /** @param may whether this person says what is the same */
    record View(ClaimLine claim, List<SameClaims.Linked> linked, List<ClaimLine> suggested, boolean may, Form form) {
        /** Whether what went wrong is in no form that the page still has. */
        public boolean loose() {
            return form.problem() != null
                    && !(may && linked.stream().anyMatch(one -> one.directly() && form.is(one.form())));
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") long id) {
        return view(id, Form.blank());
    }

    /** Where a browser lands that has signed in again after sending a form. */
    @GET
    @Path("/{other: [0-9]+}/{answer: alike|unlike|unlink}")
    @Operation(hidden = true)
    public Response back(@PathParam("id") long id) {
        return Response.seeOther(URI.create("/claims/" + id + "/same")).build();
    }

    @POST
    @Path("/{other: [0-9]+}/{answer: alike|unlike|unlink}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response answer(@PathParam("id") long id, @PathParam("other") long other,
            @PathParam("answer") String answer, MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, List.of(id, other, answer, form), () -> {
                if (answer.equals("unlink")) {
                    matching.unlink(id, other, form.getFirst("reason"), who);
                } else {
                    matching.answer(id, other, answer.equals("alike"), who);
                }
                return Answer.seeOther("/claims/" + id + "/same");
            }).toForm(key);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.ABSENT) {
                throw problem;
            }
            return Response.status(problem.kind().status())
                    .entity(view(id, Form.refused(answer + "-" + other, form, problem)))
                    .build();
        }
    }

    private TemplateInstance view(long id, Form form) {
        ClaimLine claim = claims.line(id);
        return Templates.same(new View(claim, same.linked(id), claim.dropped() ? List.of() : suggesting.like(claim),
                !claim.dropped() && Matching.roleOn(claim, signedIn.acting()).isPresent(), form));
    }
}
