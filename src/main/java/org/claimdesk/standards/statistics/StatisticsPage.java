package org.claimdesk.standards.statistics;

import java.time.Clock;
import java.time.ZoneId;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.people.Desk;
import org.claimdesk.people.Directory;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Form;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the checking is weak and where it is slow: pictures, the same numbers as tables, and as CSV. */
@Path("/standards/statistics")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"editor", "standards"})
class StatisticsPage {

    private static final String PERIOD = "period";

    private final Statistics statistics;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    StatisticsPage(Statistics statistics, Directory directory, Clock clock,
            @ConfigProperty(name = "claimdesk.zone") ZoneId zone) {
        this.statistics = statistics;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "statistics")
    static class Templates {
        static native TemplateInstance statistics(View page);
    }

    /** @param period null where what was typed is none */
    record View(Form form, Period period, List<Desk> desks, List<Statistics.Answered> answers) {
        public String from() {
            return form.value(PERIOD, "from", period == null ? "" : period.from().toString());
        }

        public String to() {
            return form.value(PERIOD, "to", period == null ? "" : period.to().toString());
        }

        public String desk() {
            return form.value(PERIOD, "desk", period == null ? "" : period.desk());
        }

        /** Whether the newsroom has the desk that is asked for; one it had before can still be asked for. */
        public boolean known() {
            return desk().isEmpty() || desks.stream().anyMatch(desk -> desk.path().equals(desk()));
        }
    }

    @GET
    @Operation(hidden = true)
    public Response show(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("desk") String desk,
            @Context UriInfo asked) {
        List<Desk> desks = directory.newsroom().desks();
        try {
            Period period = Period.asked(from, to, desk, clock, zone);
            return Response.ok(Templates.statistics(new View(Form.blank(), period, desks, statistics.all(period))))
                    .build();
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(Templates.statistics(new View(
                            Form.refused(PERIOD, asked.getQueryParameters(), problem), null, desks, List.of())))
                    .build();
        }
    }

    @GET
    @Path("/{name:[a-z0-9-]+}.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response csv(@PathParam("name") String name, @QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("desk") String desk) {
        Period period = Period.asked(from, to, desk, clock, zone);
        return Response.ok(Csv.of(statistics.one(name, period).figure()), "text/csv;charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s-%s.csv\"".formatted(name, period.from(), period.to()))
                .build();
    }
}
