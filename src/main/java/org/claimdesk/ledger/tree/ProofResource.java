package org.claimdesk.ledger.tree;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.Hash;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Entries and proofs of them, in the API. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
@Tag(name = "Ledger")
class ProofResource {

    private final EntryReading entries;
    private final Proving proving;
    private final SelfChecks checks;

    ProofResource(EntryReading entries, Proving proving, SelfChecks checks) {
        this.entries = entries;
        this.proving = proving;
        this.checks = checks;
    }

    /**
     * A proof of inclusion; hashes in Base64.
     *
     * @param body       null while it would tell a verdict to who audits it blind
     * @param checkpoint null where none was signed over exactly that many entries
     */
    record Inclusion(long entry, String body, long index, long size, String leaf, List<String> hashes, String root,
            String checkpoint) {}

    /** A proof of consistency; hashes in Base64. */
    record Consistency(long from, long to, List<String> hashes, String fromRoot, String toRoot) {}

    @GET
    @Path("/entries")
    @Transactional
    @Operation(summary = "List the entries of the ledger", description = "Newest first, of everything in the newsroom. `index` is the place in the tree, null for the moment until it has one.")
    public RestResponse<List<EntryReading.Line>> entries(@QueryParam("after") String after,
            @QueryParam("limit") String limit, @Context UriInfo uri) {
        Keyset keyset = Keyset.asked(after, limit);
        return keyset.page(entries.before(keyset.before(), keyset.ask()), EntryReading.Line::id, uri);
    }

    @GET
    @Path("/entries/{id}")
    @Transactional
    @Operation(summary = "Read an entry", description = "`body` is the canonical JSON (RFC 8785) whose bytes are hashed; null, as `who` is, while it would tell you a verdict that you audit blind.")
    public EntryReading.Line entry(@PathParam("id") long id) {
        return entries.one(id)
                .stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("There is no entry " + id + "."));
    }

    @GET
    @Path("/entries/{id}/proof")
    @Operation(summary = "Prove that an entry is in the ledger", description = "A proof of inclusion (RFC 6962) in the tree of the newest checkpoint, or of `size`. 409 for the moment until the entry has its index.")
    public Inclusion proof(@PathParam("id") long id, @QueryParam("size") String size) {
        Proving.Included included = proving.included(id, Keyset.number("size", size));
        boolean hidden = QuarkusTransaction.joiningExisting().call(() -> entries.one(id)).get(0).body() == null;
        return new Inclusion(id, hidden ? null : included.body(), included.proof().index(), included.proof().size(),
                included.leaf().base64(), base64(included.proof().hashes()), included.root().base64(),
                included.checkpoint());
    }

    @GET
    @Path("/consistency")
    @Operation(summary = "Prove that the ledger has only grown", description = "A proof of consistency (RFC 6962) from the tree of size `from`, 1 or more, to that of size `to`, or of the newest checkpoint.")
    public Consistency consistency(@QueryParam("from") String from, @QueryParam("to") String to) {
        Long earlier = Keyset.number("from", from);
        if (earlier == null) {
            throw Problem.badInput("from", "Say the size of the earlier tree.");
        }
        Proving.Consistent consistent = proving.consistent(earlier, Keyset.number("to", to));
        return new Consistency(consistent.proof().from(), consistent.proof().to(),
                base64(consistent.proof().hashes()), consistent.earlier().base64(), consistent.later().base64());
    }

    @GET
    @Path("/state")
    @Operation(summary = "Read how the ledger is", description = "How many entries wait for their index, what the last self-check found, and split views that witnesses have told of.")
    public SelfChecks.State state() {
        return checks.state();
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
