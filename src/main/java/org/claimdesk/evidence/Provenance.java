package org.claimdesk.evidence;

import java.net.URI;
import java.util.Locale;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * Where a piece comes from, as a reporter says it; all of it may be left out.
 *
 * @param source who or what it comes from
 * @param origin who or what that has it from, where it is known; empty for the source itself
 * @param rank   SECONDARY where it is left out
 */
public record Provenance(String source, String origin, Rank rank) {

    private static final Provenance UNSAID = new Provenance(null, null, null);

    public static Provenance unsaid() {
        return UNSAID;
    }

    /**
     * The same with what is left out filled in: a link comes from its site, an interview that is not sealed from the person. Names are in
     * canonical form; a source or an origin that nobody named is empty.
     *
     * @throws Problem bad input, with the field's name
     */
    Provenance of(Piece piece) {
        String named = Input.line("source", source);
        String from = named.isEmpty() ? unnamed(piece) : named;
        String behind = Input.line("origin", origin);
        if (behind.equalsIgnoreCase(from)) {
            behind = "";
        }
        if (from.isEmpty() && !behind.isEmpty()) {
            throw Problem.badInput("source", "Say who has it from there.");
        }
        if (rank == Rank.PRIMARY && !behind.isEmpty()) {
            throw Problem.badInput("rank",
                    "What has it from somebody else is not first-hand. Name the origin as the source, or call it second-hand.");
        }
        return new Provenance(from, behind, rank == null ? Rank.SECONDARY : rank);
    }

    private static String unnamed(Piece piece) {
        if (piece instanceof Piece.Link link) {
            String site = URI.create(Input.line("address", link.address())).getHost().toLowerCase(Locale.ROOT);
            return site.startsWith("www.") ? site.substring(4) : site;
        }
        return piece instanceof Piece.Interview interview && !interview.sealed()
                ? Input.line("person", interview.who().person())
                : "";
    }
}
