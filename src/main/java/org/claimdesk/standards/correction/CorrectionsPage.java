package org.claimdesk.standards.correction;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Cases that wait for the standards desk, the oldest first, and what was issued. */
@Path("/standards/corrections")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"editor", "standards"})
class CorrectionsPage {

    private static final int SHOWN = 20;

    private final CaseReading cases;
    private final PublicList list;

    CorrectionsPage(CaseReading cases, PublicList list) {
        this.cases = cases;
        this.list = list;
    }

    @CheckedTemplate(basePath = "corrections")
    static class Templates {
        static native TemplateInstance corrections(View page);
    }

    /**
     * What the page shows.
     *
     * @param article    the only one it is about, or 0
     * @param moreOpen   the case after which others go on, or null
     * @param moreIssued the correction after which others go on, or null
     * @param decided    cases of the article that were decided; empty where it is about all
     * @param listed     whether readers have the public list
     */
    record View(long article, List<CaseLine> open, Long moreOpen, List<CorrectionLine> issued, Long moreIssued,
            List<CaseLine> decided, boolean listed) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance corrections(@QueryParam("article") @DefaultValue("0") long article,
            @QueryParam("open") @DefaultValue("0") long after, @QueryParam("after") String issuedAfter) {
        Keyset keyset = Keyset.of(Keyset.number("after", issuedAfter), SHOWN);
        return QuarkusTransaction.requiringNew().call(() -> {
            List<CaseLine> open = cases.open(article, after, SHOWN + 1);
            List<CorrectionLine> issued = cases.issued(article, keyset.before(), keyset.ask());
            List<CaseLine> decided = article == 0
                    ? List.of()
                    : cases.all(article, Long.MAX_VALUE, Keyset.MOST).stream().filter(one -> !one.open()).toList();
            return Templates.corrections(new View(article, first(open),
                    open.size() > SHOWN ? open.get(SHOWN - 1).id() : null, first(issued),
                    issued.size() > SHOWN ? issued.get(SHOWN - 1).id() : null, decided, list.on()));
        });
    }

    private static <T> List<T> first(List<T> asked) {
        return asked.size() > SHOWN ? asked.subList(0, SHOWN) : asked;
    }
}
