package org.claimdesk.standards.audit;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One draw: how it was drawn, so that anybody can draw it again, and what became of each verdict. */
@Path("/standards/audits/{draw: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed("standards")
class DrawPage {

    private static final int SHOWN = 100;

    private final DrawReading draws;
    private final Draws lists;
    private final AuditReading audits;

    DrawPage(DrawReading draws, Draws lists, AuditReading audits) {
        this.draws = draws;
        this.lists = lists;
        this.audits = audits;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance draw(View page);
    }

    /** What the page shows. @param next the place after which the next page goes on, or null */
    record View(DrawLine draw, List<AuditLine> audits, Integer next) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("draw") long draw, @QueryParam("after") Integer after) {
        DrawLine line = draws.one(draw);
        List<AuditLine> asked = audits.ofDraw(draw, after == null ? 0 : after, SHOWN + 1);
        boolean more = asked.size() > SHOWN;
        return Templates.draw(new View(line, more ? asked.subList(0, SHOWN) : asked,
                more ? asked.get(SHOWN - 1).place() : null));
    }

    @GET
    @Path("/candidates.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response candidates(@PathParam("draw") long draw) {
        return Response.ok(lists.list(draws.one(draw).id()).orElseThrow(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"draw-" + draw + ".csv\"")
                .build();
    }
}
