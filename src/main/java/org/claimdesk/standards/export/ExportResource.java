package org.claimdesk.standards.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.ledger.Blind;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims and verdicts in the formats of others. */
@Path("/api/v1")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Exports")
class ExportResource {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String JSON_LD = "application/ld+json";
    private static final String ANNOTATIONS = JSON_LD + ";profile=\"http://www.w3.org/ns/anno.jsonld\"";
    /** Nothing was marked before it, nothing will be after it. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    private final ClaimsCsv claims;
    private final Formats formats;
    private final Blind blind;
    private final ZoneId zone;

    ExportResource(ClaimsCsv claims, Formats formats, Blind blind,
            @ConfigProperty(name = "claimdesk.zone") ZoneId zone) {
        this.claims = claims;
        this.formats = formats;
        this.blind = blind;
        this.zone = zone;
    }

    @GET
    @Path("/claims.csv")
    @Produces("text/csv")
    @Operation(summary = "Take claims and verdicts as CSV", description = "RFC 4180 in UTF-8, the names of the columns first: a line for each verdict, and one for a claim without any. Text that a spreadsheet would take for a formula begins with an apostrophe. Neither evidence nor rationales are in it, nor verdicts that you audit blind.")
    @APIResponse(responseCode = "200", description = "The lines", content = @Content(mediaType = "text/csv"))
    public Response csv(
            @Parameter(description = "The id of an article; all where it is left out.") @QueryParam("article") @DefaultValue("0") long article,
            @Parameter(description = "A path under /desks; all where it is left out.") @QueryParam("desk") @DefaultValue("") String desk,
            @Parameter(description = "Claims marked on this day or later, such as 2026-11-01, in the newsroom's zone.") @QueryParam("from") String from,
            @Parameter(description = "Claims marked on this day or before.") @QueryParam("to") String to) {
        Instant begin = Input.blank(from) ? FIRST : day("from", from).atStartOfDay(zone).toInstant();
        Instant end = Input.blank(to) ? LAST : day("to", to).plusDays(1).atStartOfDay(zone).toInstant();
        if (!begin.isBefore(end)) {
            throw Problem.badInput("to", "That is before the first day.");
        }
        Set<Long> hidden = blind.hidden().claims();
        return Response.ok(Spool.of(out -> claims.write(out, article, desk, begin, end, hidden)), CSV)
                .header("Content-Disposition", "attachment; filename=\"claims.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/articles/{id}/claim-review")
    @Produces(JSON_LD)
    @Operation(summary = "Take the verdicts of a published article as ClaimReview", description = "schema.org JSON-LD to be put into the page: verdicts that stand, on words that stand in the revision that went out last. 404 where the article is not marked as published.")
    @APIResponse(responseCode = "200", description = "A graph of ClaimReviews", content = @Content(mediaType = JSON_LD))
    public Response reviews(@PathParam("id") long id) {
        blind.hidden().requireOpen(id);
        return answer(Spool.of(out -> formats.reviews(id, out)), JSON_LD);
    }

    @GET
    @Path("/articles/{id}/annotations")
    @Produces(JSON_LD)
    @Operation(summary = "Take the claims of an article as Web Annotations", description = "W3C Web Annotation Data Model: a collection on the revision that stands, each claim with its words, its position in code points, where it stands, and its rating.")
    @APIResponse(responseCode = "200", description = "An AnnotationCollection", content = @Content(mediaType = JSON_LD))
    public Response annotations(@PathParam("id") long id, @Context UriInfo uri) {
        blind.hidden().requireOpen(id);
        String base = uri.getBaseUri().resolve("/api/v1/").toString();
        return answer(Spool.of(out -> formats.annotations(id, base + "articles/" + id + "/annotations", base, out)),
                ANNOTATIONS);
    }

    private static Response answer(Object export, String type) {
        return Response.ok(export, type).header("Cache-Control", "no-store").build();
    }

    private static LocalDate day(String field, String value) {
        try {
            LocalDate day = LocalDate.parse(value.strip());
            if (day.getYear() < 1970 || day.getYear() > 8999) {
                throw Problem.badInput(field, "That day is too far away.");
            }
            return day;
        } catch (DateTimeParseException noDay) {
            throw Problem.badInput(field, "That is no day, such as 2026-11-03.");
        }
    }
}
