package org.claimdesk.standards.correction;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public list of corrections, as a page, as JSON Feed 1.1 and as Atom: for everybody, where the newsroom has it. */
@Path("/")
@PermitAll
class PublicCorrectionsPage {

    private static final int SHOWN = 50;
    private static final String CSRF_COOKIE = "csrf-token";
    private static final String JSON_FEED = "application/feed+json";
    private static final String ATOM = "application/atom+xml";

    private final PublicList list;
    private final ObjectMapper json;
    private final RoutingContext visit;

    PublicCorrectionsPage(PublicList list, ObjectMapper json, RoutingContext visit) {
        this.list = list;
        this.json = json;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "corrections")
    static class Templates {
        static native TemplateInstance published(String newsroom, List<PublicList.Line> lines, Long next);
    }

    @GET
    @Path("/corrections")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page(@QueryParam("after") String after, @Context UriInfo uri, @Context Request asked) {
        return answer(after, "", uri, asked, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8").toString(),
                feed -> Templates.published(feed.newsroom(), feed.lines(), feed.next()));
    }

    @GET
    @Path("/corrections.json")
    @Produces(JSON_FEED)
    @Operation(hidden = true)
    public Response json(@QueryParam("after") String after, @Context UriInfo uri, @Context Request asked) {
        return answer(after, ".json", uri, asked, JSON_FEED, this::jsonFeed);
    }

    @GET
    @Path("/corrections.atom")
    @Produces(ATOM)
    @Operation(hidden = true)
    public Response atom(@QueryParam("after") String after, @Context UriInfo uri, @Context Request asked) {
        return answer(after, ".atom", uri, asked, ATOM, AtomFeed::of);
    }

    private Response answer(String after, String form, UriInfo uri, Request asked, String type,
            Function<Feed, Object> written) {
        if (!list.on()) {
            throw Problem.absent("There is no such page.");
        }
        // There is no form: a token in what caches keep would be everybody's.
        visit.addHeadersEndHandler(sent -> visit.response().removeCookies(CSRF_COOKIE, false));
        Keyset keyset = Keyset.of(Keyset.number("after", after), SHOWN);
        List<PublicList.Line> lines = list.before(keyset.before(), keyset.ask());
        boolean more = lines.size() > SHOWN;
        Feed feed = new Feed(list.newsroom(), uri.getBaseUri(),
                keyset.before() == Long.MAX_VALUE ? "" : "?after=" + keyset.before(),
                more ? lines.subList(0, SHOWN) : lines, more ? lines.get(SHOWN - 1).id() : null);
        EntityTag tag = new EntityTag(feed.tag(form));
        Date updated = Date.from(feed.updated().truncatedTo(ChronoUnit.SECONDS));
        Response.ResponseBuilder known = asked.evaluatePreconditions(updated, tag);
        return (known == null ? Response.ok(written.apply(feed), type) : known).tag(tag)
                .lastModified(updated)
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    private byte[] jsonFeed(Feed feed) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", "https://jsonfeed.org/version/1.1");
        all.put("title", feed.title());
        all.put("home_page_url", feed.page());
        all.put("feed_url", feed.self(".json"));
        if (feed.next() != null) {
            all.put("next_url", feed.following(".json"));
        }
        all.put("authors", List.of(Map.of("name", feed.newsroom())));
        all.put("items", feed.lines().stream().map(line -> item(feed, line)).toList());
        try {
            return json.writeValueAsBytes(all);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("corrections that cannot be written as JSON", unwritable);
        }
    }

    private static Map<String, Object> item(Feed feed, PublicList.Line line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", feed.name(line.id()));
        item.put("url", line.address());
        item.put("title", line.kind().words() + ": " + line.headline());
        item.put("content_text", line.text());
        item.put("date_published", line.issued().truncatedTo(ChronoUnit.SECONDS).toString());
        item.put("tags", List.of(line.kind().name()));
        return item;
    }
}
