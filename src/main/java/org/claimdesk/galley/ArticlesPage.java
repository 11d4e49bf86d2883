package org.claimdesk.galley;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.article.ArticleLine;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;
import org.claimdesk.sql.Rows;
import org.claimdesk.standards.release.ReleaseLine;
import org.claimdesk.standards.release.Releases;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The articles of the newsroom, newest first, with how far their claims have come. */
@Path("/articles")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class ArticlesPage {

    private static final int SHOWN = 30;
    private static final String COUNTS = """
            select article_id, count(*) filter (where state = 'VERIFIED' and placement <> 'ORPHANED') as verified, count(*) filter (where state = 'SOURCED') as sourced,
                   count(*) filter (where state = 'DISPUTED') as disputed, count(*) filter (where state = 'ASSIGNED') as assigned,
                   count(*) filter (where placement = 'ORPHANED') as orphaned
              from claim where dropped_at is null and article_id = any(?1) group by article_id""";

    private final ArticleReading articles;
    private final Releases releases;
    private final EntityManager database;
    private final SignedIn signedIn;

    ArticlesPage(ArticleReading articles, Releases releases, EntityManager database, SignedIn signedIn) {
        this.articles = articles;
        this.releases = releases;
        this.database = database;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "galley")
    static class Templates {
        static native TemplateInstance articles(List<Line> lines, Long next, boolean editor);
    }

    /**
     * @param orphaned claims whose words are gone from the text
     * @param release  the last one, or null
     */
    record Line(ArticleLine article, Coverage coverage, int orphaned, ReleaseLine release) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("after") Long after) {
        Keyset keyset = Keyset.of(after, SHOWN);
        List<ArticleLine> asked = articles.list(null, keyset.before(), keyset.ask());
        List<ArticleLine> shown = asked.size() > SHOWN ? asked.subList(0, SHOWN) : asked;
        Long[] ids = shown.stream().map(ArticleLine::id).toArray(Long[]::new);
        Map<Long, Tuple> counts = Rows.of(database, COUNTS, (Object) ids)
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), Function.identity()));
        Map<Long, ReleaseLine> released = releases.last(ids);
        return Templates.articles(
                shown.stream()
                        .map(article -> line(article, counts.get(article.id()), released.get(article.id())))
                        .toList(),
                asked.size() > SHOWN ? shown.get(SHOWN - 1).id() : null, signedIn.acting().is(Role.EDITOR));
    }

    private static Line line(ArticleLine article, Tuple row, ReleaseLine release) {
        return row == null
                ? new Line(article, new Coverage(0, 0, 0, 0, 0), 0, release)
                : new Line(article, new Coverage(count(row, 1), count(row, 2), count(row, 3), count(row, 4), 0),
                        count(row, 5), release);
    }

    private static int count(Tuple row, int column) {
        return row.get(column, Long.class).intValue();
    }
}
