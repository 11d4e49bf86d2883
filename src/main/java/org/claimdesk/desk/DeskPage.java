package org.claimdesk.desk;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.evidence.seal.OpeningLine;
import org.claimdesk.evidence.seal.OpeningReading;
import org.claimdesk.ledger.tree.Alarm;
import org.claimdesk.live.Marks;
import org.claimdesk.people.Role;
import org.claimdesk.people.SignedIn;
import org.claimdesk.standards.audit.AuditLine;
import org.claimdesk.standards.audit.AuditReading;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** My desk: what waits for me, the most urgent first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class DeskPage {

    private final Queues queues;
    private final Lately lately;
    private final OpeningReading openings;
    private final AuditReading audits;
    private final Alarm alarm;
    private final Marks marks;
    private final SignedIn signedIn;

    DeskPage(Queues queues, Lately lately, OpeningReading openings, AuditReading audits, Alarm alarm,
            Marks marks, SignedIn signedIn) {
        this.audits = audits;
        this.openings = openings;
        this.queues = queues;
        this.lately = lately;
        this.alarm = alarm;
        this.marks = marks;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance desk(View page);
    }

    /**
     * What the page shows.
     *
     * @param next  when the first of all that waits is due, or null
     * @param seals that this person may open
     * @param audits that wait for them; null but for the standards desk
     * @param alarm what is wrong with the record, or null; for the standards desk
     * @param mark  where the ledger was when it was read
     */
    record View(List<Queues.Queue> queues, int claims, long articles, Instant next, List<Lately.Note> lately,
            List<OpeningLine> seals, List<AuditLine> audits, String alarm, long mark) {}

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response front() {
        return Response.seeOther(URI.create("/desk")).build();
    }

    @GET
    @Path("desk")
    @Operation(hidden = true)
    public TemplateInstance desk() {
        // The ledger has a connection of its own: it is asked before this one takes one.
        String wrong = signedIn.acting().is(Role.STANDARDS) ? alarm.now().orElse(null) : null;
        return QuarkusTransaction.requiringNew().call(() -> desk(wrong));
    }

    private TemplateInstance desk(String wrong) {
        long mark = marks.ofDesk();
        List<Queues.Queue> all = queues.of(signedIn.acting());
        List<ClaimLine> waiting = all.stream().flatMap(queue -> queue.claims().stream()).distinct().toList();
        return Templates.desk(new View(all.stream().filter(queue -> !queue.claims().isEmpty()).toList(), waiting.size(),
                waiting.stream().map(ClaimLine::article).distinct().count(),
                waiting.stream().map(ClaimLine::deadline).min(Instant::compareTo).orElse(null),
                lately.of(signedIn.acting()), openings.waitingFor(signedIn.acting()),
                signedIn.acting().is(Role.STANDARDS) ? audits.waiting(signedIn.acting(), Queues.SHOWN) : null, wrong,
                mark));
    }
}
