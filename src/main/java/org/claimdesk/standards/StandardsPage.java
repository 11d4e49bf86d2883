package org.claimdesk.standards;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.article.ArticleLine;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.ledger.Blind;
import org.claimdesk.ledger.tree.Alarm;
import org.claimdesk.standards.hook.Deliveries;
import org.claimdesk.standards.release.Gate;
import org.claimdesk.standards.release.GateReading;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The standards desk: the gates of all articles, newest first, and what else it has to know. */
@Path("/standards")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"editor", "standards"})
class StandardsPage {

    private static final int SHOWN = 20;

    private final ArticleReading articles;
    private final GateReading gates;
    private final Deliveries deliveries;
    private final Alarm alarm;
    private final Blind blind;
    private final Clock clock;

    StandardsPage(ArticleReading articles, GateReading gates, Deliveries deliveries, Alarm alarm, Blind blind,
            Clock clock) {
        this.deliveries = deliveries;
        this.articles = articles;
        this.gates = gates;
        this.alarm = alarm;
        this.blind = blind;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance standards(View page);
    }

    /** @param gate null where it would tell somebody a verdict that they audit blind */
    record Line(ArticleLine article, Gate gate) {}

    /**
     * What the page shows.
     *
     * @param next  the article after which the next page goes on, or null
     * @param alarm what is wrong with the record, or null
     * @param givenUp messages to other systems that nobody took
     */
    record View(List<Line> lines, Long next, String alarm, long givenUp) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance standards(@QueryParam("after") Long after) {
        // The ledger has a connection of its own: it is asked before this one takes one.
        String wrong = alarm.now().orElse(null);
        return QuarkusTransaction.requiringNew().call(() -> page(Keyset.of(after, SHOWN), wrong));
    }

    private TemplateInstance page(Keyset keyset, String wrong) {
        List<ArticleLine> asked = articles.list(null, keyset.before(), keyset.ask());
        List<ArticleLine> shown = asked.size() > SHOWN ? asked.subList(0, SHOWN) : asked;
        Map<Long, Gate> of = gates.of(shown.stream().map(ArticleLine::id).toList(), clock.instant());
        of.keySet().removeAll(blind.hidden().articles());
        return Templates.standards(
                new View(shown.stream().map(article -> new Line(article, of.get(article.id()))).toList(),
                        asked.size() > SHOWN ? shown.get(SHOWN - 1).id() : null, wrong,
                        deliveries.givenUp()));
    }
}
