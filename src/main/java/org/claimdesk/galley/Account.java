package org.claimdesk.galley;

import java.util.List;

import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.ClaimLine;

/**
 * How far the sentences of an article are accounted for. The three add up to all of them.
 *
 * @param claimed those that a standing claim touches
 * @param none    those that a person has called an opinion or no fact
 * @param open    those that nobody has said anything of
 */
record Account(int claimed, int none, int open) {

    static Account of(List<SentenceLine> sentences, List<ClaimLine> standing) {
        int claimed = 0;
        int none = 0;
        for (SentenceLine sentence : sentences) {
            if (standing.stream().anyMatch(claim -> sentence.touches(claim.start(), claim.end()))) {
                claimed++;
            } else if (sentence.disposition() != Disposition.UNREVIEWED) {
                none++;
            }
        }
        return new Account(claimed, none, sentences.size() - claimed - none);
    }

    public int total() {
        return claimed + none + open;
    }
}
