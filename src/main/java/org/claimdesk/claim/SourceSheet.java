package org.claimdesk.claim;

import java.util.List;

import org.claimdesk.evidence.SourceLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A source with what leans on it, as its page and the API show it.
 *
 * @param articles     the newest 200 of them
 * @param claims       a page of them, newest first
 * @param more         whether there are claims after those
 * @param mayDiscredit whether the person asking may discredit it now
 */
public record SourceSheet(SourceLine source, Counts counts, List<ArticleRef> articles, List<Leaning> claims,
        boolean more, boolean mayDiscredit) {

    /**
     * How much leans on it.
     *
     * @param evidence pieces, withdrawn ones too
     * @param verdicts given on a piece of it, ended ones too
     * @param verified claims that are verified on a piece of it now: what discrediting disputes
     */
    @Schema(description = "How much leans on it: evidence, claims, verdicts and articles, what is withdrawn or ended too; verified: the claims that discrediting it disputes.")
    public record Counts(long evidence, long claims, long verdicts, long articles, long verified) {}

    public record ArticleRef(long id, String headline, long claims) {}
}
