package org.claimdesk.standards.audit;

import java.net.URI;
import java.time.Instant;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.Keyset;
import org.claimdesk.web.NewsroomTime;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Audits as a whole: what waits, what was drawn, a new draw, and how far audits and first verdicts agree. */
@Path("/standards/audits")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed("standards")
class AuditsPage {

    private static final int SHOWN = 25;

    private final DrawReading draws;
    private final AuditReading audits;
    private final AgreementReading agreement;
    private final Drawing drawing;
    private final Weights weights;
    private final Directory directory;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Once once;

    AuditsPage(DrawReading draws, AuditReading audits, AgreementReading agreement, Drawing drawing, Weights weights,
            Directory directory, SignedIn signedIn, NewsroomTime time, Once once) {
        this.draws = draws;
        this.audits = audits;
        this.agreement = agreement;
        this.drawing = drawing;
        this.weights = weights;
        this.directory = directory;
        this.signedIn = signedIn;
        this.time = time;
        this.once = once;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance audits(View page);
    }

    /** The days that agreement is counted over, as they were typed; empty for no end. */
    record Period(String from, String until, Problem problem) {}

    /** What the page shows. @param next the draw after which the next page goes on, or null */
    record View(List<AuditLine> waiting, List<AuditLine> findings, List<DrawLine> draws, Long next,
            List<AgreementReading.Row> agreement, Period period, Newsroom newsroom, Map<String, Integer> weights,
            Form form) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@QueryParam("after") Long after, @QueryParam("from") String from,
            @QueryParam("until") String until) {
        return view(after, from, until, Form.blank());
    }

    @GET
    @Path("/agreement.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response csv(@QueryParam("from") String from, @QueryParam("until") String until) {
        return csv(AgreementReading.csv(agreement.of(time.day("from", from, 0), time.day("until", until, 1))));
    }

    /** To be saved. */
    static Response csv(String csv) {
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"agreement.csv\"")
                .build();
    }

    /** Where a browser lands that has signed in again after sending the form. */
    @GET
    @Path("/draws")
    @Operation(hidden = true)
    public Response back() {
        return Response.seeOther(URI.create("/standards/audits")).build();
    }

    @POST
    @Path("/draws")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response draw(MultivaluedMap<String, String> form) {
        Acting who = signedIn.acting();
        String key = form.getFirst("once");
        try {
            return once.run(who, key, form, () -> {
                String desk = Input.line("desk", form.getFirst("desk"));
                return Answer.seeOther("/standards/audits/" + drawing.draw(new Sample(
                        Keyset.number("article", form.getFirst("article")), desk.isEmpty() ? null : desk,
                        time.day("from", form.getFirst("from"), 0), time.day("until", form.getFirst("until"), 1),
                        Form.number("size", form.getFirst("size"))), who));
            }).toForm(key);
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(view(null, null, null, Form.refused("draw", form, problem)))
                    .build();
        }
    }

    private TemplateInstance view(Long after, String from, String until, Form form) {
        Acting who = signedIn.acting();
        Keyset keyset = Keyset.of(after, SHOWN);
        List<DrawLine> asked = draws.before(keyset.before(), keyset.ask());
        boolean more = asked.size() > SHOWN;
        Period period = new Period(Input.line("from", from), Input.line("until", until), null);
        List<AgreementReading.Row> found = List.of();
        try {
            Instant since = time.day("from", period.from(), 0);
            found = agreement.of(since, time.day("until", period.until(), 1));
        } catch (Problem noDate) {
            period = new Period(period.from(), period.until(), noDate);
        }
        return Templates.audits(new View(audits.waiting(who, SHOWN), audits.findings(SHOWN),
                more ? asked.subList(0, SHOWN) : asked, more ? asked.get(SHOWN - 1).id() : null, found, period,
                directory.newsroom(), weights.all(), form));
    }
}
