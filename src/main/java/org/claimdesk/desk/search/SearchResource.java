package org.claimdesk.desk.search;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.State;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.web.Keyset;
import org.claimdesk.web.NewsroomTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Search in the API, by the same fields as the form. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Search")
class SearchResource {

    private static final String WORDS = "Words that all are in it, in any form (carried finds carrying); \"in quotation marks\""
            + " they stand in a row, `or` takes either, `-` leaves out what has the word.";
    private static final String TO = "Last day.";
    private static final String DAY = "2026-11-03";

    private final Search search;
    private final NewsroomTime time;

    SearchResource(Search search, NewsroomTime time) {
        this.search = search;
        this.time = time;
    }

    @GET
    @Path("/claims")
    @Operation(summary = "Search claims", description = "Newest first, dropped ones among them. A verdict that is hidden from you while you audit it neither finds its claim nor loses it: the claim is left out wherever a rating or who verified is asked for.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = WORDS, example = "gate \"138 people\"")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = State.class))
    @Parameter(name = "desk", in = ParameterIn.QUERY, example = "/desks/courts")
    @Parameter(name = "person", in = ParameterIn.QUERY, description = "Somebody with the part in it that `part` says.", schema = @Schema(format = "uuid"))
    @Parameter(name = "part", in = ParameterIn.QUERY, description = "ASSIGNED where it is left out. VERIFIED: gave the verdict that stands.", schema = @Schema(implementation = Part.class))
    @Parameter(name = "rating", in = ParameterIn.QUERY, description = "Of the verdict that stands.", schema = @Schema(implementation = Rating.class))
    @Parameter(name = "risk", in = ParameterIn.QUERY, schema = @Schema(implementation = Risk.class))
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Marked on this day or later, in the newsroom's zone.", example = DAY)
    @Parameter(name = "to", in = ParameterIn.QUERY, description = TO, example = DAY)
    @Parameter(name = "after", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    public RestResponse<List<FoundClaim>> claims(@Context UriInfo uri) {
        return page(Kind.CLAIM, search::claims, found -> found.claim().id(), uri);
    }

    @GET
    @Path("/evidence")
    @Operation(summary = "Search evidence", description = "Newest first, withdrawn pieces among them. Of an interview only what its terms allow is looked through and given out; what is off the record is on its claim and never here.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = WORDS, example = "harbor log")
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = Evidence.Kind.class))
    @Parameter(name = "person", in = ParameterIn.QUERY, description = "Who attached it.", schema = @Schema(format = "uuid"))
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Attached on this day or later, in the newsroom's zone.", example = DAY)
    @Parameter(name = "to", in = ParameterIn.QUERY, description = TO, example = DAY)
    @Parameter(name = "after", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    public RestResponse<List<FoundEvidence>> evidence(@Context UriInfo uri) {
        return page(Kind.EVIDENCE, search::evidence, FoundEvidence::id, uri);
    }

    @GET
    @Path("/articles")
    @Operation(summary = "Search articles", description = "By headline, byline, slug and the text that stands; newest first.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = WORDS, example = "night shift")
    @Parameter(name = "desk", in = ParameterIn.QUERY, example = "/desks/courts")
    @Parameter(name = "person", in = ParameterIn.QUERY, description = "One of its authors in the newsroom.", schema = @Schema(format = "uuid"))
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Filed on this day or later, in the newsroom's zone.", example = DAY)
    @Parameter(name = "to", in = ParameterIn.QUERY, description = TO, example = DAY)
    @Parameter(name = "after", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    public RestResponse<List<FoundArticle>> articles(@Context UriInfo uri) {
        return page(Kind.ARTICLE, search::articles, found -> found.article().id(), uri);
    }

    /** How things of a kind are searched: at most so many of those before an id. */
    @FunctionalInterface
    private interface Searching<T> {
        List<T> found(Question question, long before, int most);
    }

    private <T> RestResponse<List<T>> page(Kind kind, Searching<T> searching, Function<T, Long> id, UriInfo uri) {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        Keyset keyset = Keyset.asked(asked.getFirst("after"), asked.getFirst("limit"));
        Question question = new AskedView(asked, time).of(kind);
        return keyset.page(searching.found(question, keyset.before(), keyset.ask()), id, uri);
    }
}
