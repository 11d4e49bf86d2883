package org.claimdesk.standards.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statistics in the API. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({"editor", "standards"})
@Tag(name = "Standards")
class StatisticsResource {

    private final Statistics statistics;
    private final Clock clock;
    private final ZoneId zone;

    StatisticsResource(Statistics statistics, Clock clock, @ConfigProperty(name = "claimdesk.zone") ZoneId zone) {
        this.statistics = statistics;
        this.clock = clock;
        this.zone = zone;
    }

    @Schema(description = "The numbers of one subject for a period.")
    record Numbers(String name, String title, @Schema(description = "How they are counted.") String counted,
            LocalDate from, LocalDate to,
            @Schema(description = "The path of the desk, or empty for all.") String desk,
            @Schema(description = "What they come to, in a sentence.") String said,
            @Schema(description = "Text, numbers and null by the names of the columns, in their order; empty where there is nothing yet.") List<Map<String, Object>> rows) {}

    @GET
    @Operation(summary = "List what there are statistics of", description = "Their names, for their addresses, and how each is counted. For the standards desk and editors.")
    public List<Section.Subject> list() {
        return statistics.subjects();
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "Read the statistics of one subject", description = "The numbers of the page Statistics, which docs/statistics.md explains. For the standards desk and editors.")
    public Numbers numbers(@Parameter(example = "time-in-state") @PathParam("name") String name,
            @Parameter(description = "The first day, in the newsroom's zone; 30 days up to the last where nothing is said.", example = "2026-11-01") @QueryParam("from") String from,
            @Parameter(description = "The last day; today where nothing is said.", example = "2026-11-30") @QueryParam("to") String to,
            @Parameter(description = "Only this desk.", example = "/desks/courts") @QueryParam("desk") String desk) {
        Period period = Period.asked(from, to, desk, clock, zone);
        Statistics.Answered answered = statistics.one(name, period);
        return new Numbers(answered.subject().name(), answered.subject().title(), answered.subject().counted(),
                period.from(), period.to(), period.desk(), answered.figure().said(), answered.figure().named());
    }
}
