package org.claimdesk.standards.audit;

import java.time.Instant;
import java.util.Map;

import org.claimdesk.people.Desk;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draw as pages and the API show it.
 *
 * @param candidates       how many verdicts it is drawn from
 * @param candidatesSha256 of their list, hexadecimal, as the entry has it
 * @param index            of its entry in the ledger's tree; null until the seed exists, as all that follows
 * @param checkpoint       the size of the first tree that was signed with the entry in it
 * @param root             of that tree, in base64
 * @param seed             in hexadecimal
 * @param audited          how many have been rated again
 * @param open             how many findings are open
 */
@Schema(description = "A draw. `id` is that of its entry in the ledger; `seed` is null for the second until the first checkpoint over that entry.")
public record DrawLine(long id, Long article, String headline, String desk, Instant since, Instant until, int size,
        int candidates, String candidatesSha256, Map<String, Integer> weights, Name drawnBy, Instant drawnAt,
        Long index, Long checkpoint, String root, String seed, long audited, long open) {

    public boolean pending() {
        return seed == null;
    }

    /** What it is drawn from, in words. */
    public String from() {
        return article != null ? headline : desk != null ? Desk.nameOf(desk) + " desk" : "all desks";
    }
}
