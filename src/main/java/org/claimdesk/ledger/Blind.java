package org.claimdesk.ledger;

import java.util.Set;

import org.claimdesk.problem.Problem;

/**
 * What of the record is hidden from the person of this request for a while: who audits a verdict does not see it before
 * having given an own rating. Whatever shows verdicts, or entries about them, MUST ask.
 */
public interface Blind {

    /** Nothing is where nobody is signed in. At most one statement a request. */
    Hidden hidden();

    /**
     * What is hidden.
     *
     * @param claims   whose verdicts and disputes are
     * @param articles that these claims are of
     */
    record Hidden(Set<Long> claims, Set<Long> articles) {

        public static final Hidden NOTHING = new Hidden(Set.of(), Set.of());
        private static final Set<String> OF_CLAIM = Set.of("VERIFY", "DISPUTE", "ANSWER", "OVERTURN");
        private static final Set<String> OF_ARTICLE = Set.of("AUDIT", "FINDING");

        /** Whether what an entry says could tell the verdict. */
        public boolean entry(String act, Long claim, Long article) {
            return claim != null && claims.contains(claim) && OF_CLAIM.contains(act)
                    || article != null && articles.contains(article) && OF_ARTICLE.contains(act);
        }

        /** @throws Problem forbidden where the verdict of the claim is hidden */
        public void requireSeen(long claim) {
            if (claims.contains(claim)) {
                throw Problem.forbidden("You audit this verdict and have not seen it. Give your own rating first.");
            }
        }

        /** @throws Problem forbidden where the article as a whole would tell a verdict */
        public void requireOpen(long article) {
            if (articles.contains(article)) {
                throw Problem.forbidden(
                        "You audit a verdict of this article, and this would show it. Give your rating first.");
            }
        }
    }
}
