package org.claimdesk.ledger.tree;

import java.util.List;
import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.claimdesk.ledger.erasure.Erasable;
import org.claimdesk.ledger.erasure.ErasurePolicy;
import org.claimdesk.ledger.erasure.ErasureReading;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.InclusionProof;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The ledger for people: its newest checkpoint, its entries, its keys, and the proof of any entry step by step. What
 * it reads is read one after the other: no connection is held while another is waited for.
 */
@Path("/ledger")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class LedgerPage {

    private static final int SHOWN = 50;

    private final EntryReading entries;
    private final Checkpoints checkpoints;
    private final Proving proving;
    private final SelfChecks checks;
    private final ErasureReading erasures;
    private final SignedIn signedIn;

    LedgerPage(EntryReading entries, Checkpoints checkpoints, Proving proving, SelfChecks checks,
            ErasureReading erasures, SignedIn signedIn) {
        this.erasures = erasures;
        this.signedIn = signedIn;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.proving = proving;
        this.checks = checks;
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance ledger(View page);

        static native TemplateInstance entry(EntryView page);
    }

    /**
     * The page of the ledger.
     *
     * @param newest null for the first second
     * @param next   the entry after which the next page goes on, or null
     */
    record View(Signed newest, List<EntryReading.Line> entries, Long next, List<Checkpoints.Key> keys,
            SelfChecks.State state) {}

    /** One step of a proof, numbered from 1. */
    record Step(int number, boolean givenLeft, String given, String result) {}

    /**
     * The page of an entry.
     *
     * @param texts that it commits to; the page names those that were erased
     * @param leaf null, as all that follows, while the entry waits for its index
     */
    record EntryView(EntryReading.Line line, List<Erasable.Text> texts, boolean mayErase, String leaf, List<Step> steps,
            long size, String root, Signed signed) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance ledger(@QueryParam("after") Long after) {
        Keyset keyset = Keyset.of(after, SHOWN);
        List<EntryReading.Line> asked = QuarkusTransaction.requiringNew()
                .call(() -> entries.before(keyset.before(), keyset.ask()));
        List<EntryReading.Line> shown = asked.size() > SHOWN ? asked.subList(0, SHOWN) : asked;
        return Templates.ledger(new View(checkpoints.newest().orElse(null), shown,
                asked.size() > SHOWN ? shown.get(SHOWN - 1).id() : null, checkpoints.keys(), checks.state()));
    }

    @GET
    @Path("entries/{id}")
    @Operation(hidden = true)
    public TemplateInstance entry(@PathParam("id") long id) {
        EntryReading.Line line = QuarkusTransaction.requiringNew()
                .call(() -> entries.one(id))
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no entry " + id + "."));
        List<Erasable.Text> texts = QuarkusTransaction.requiringNew().call(() -> erasures.texts(id));
        boolean mayErase = texts.stream().anyMatch(Erasable.Text::open)
                && ErasurePolicy.refusal(signedIn.acting(), List.of()).isEmpty();
        Optional<Signed> newest = checkpoints.newest();
        if (line.index() == null || newest.isEmpty() || newest.get().size() <= line.index()) {
            return Templates.entry(new EntryView(line, texts, mayErase, null, List.of(), 0, null, null));
        }
        Proving.Included included = proving.included(id, newest.get().size());
        return Templates.entry(new EntryView(line, texts, mayErase, included.leaf().base64(), steps(included.steps()),
                included.proof().size(), included.root().base64(), newest.get()));
    }

    private static List<Step> steps(List<InclusionProof.Step> steps) {
        return steps.stream()
                .map(step -> new Step(steps.indexOf(step) + 1, step.givenLeft(),
                        (step.givenLeft() ? step.left() : step.right()).base64(), step.result().base64()))
                .toList();
    }
}
