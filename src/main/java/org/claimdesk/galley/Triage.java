package org.claimdesk.galley;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Accounting;
import org.claimdesk.article.Disposition;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.Checking;
import org.claimdesk.claim.Marking;
import org.claimdesk.people.Acting;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.ClaimType;

/** Says of sentences what they are: claims to be checked, or nothing that is. */
@ApplicationScoped
class Triage {

    /** What a sentence can be called. */
    enum Word {
        CLAIM, OPINION, NO_FACT, UNREVIEWED
    }

    private final Marking marking;
    private final Checking checking;
    private final Accounting accounting;

    Triage(Marking marking, Checking checking, Accounting accounting) {
        this.marking = marking;
        this.checking = checking;
        this.accounting = accounting;
    }

    /**
     * All of it or nothing. What was accepted as a claim and is called unreviewed again, by the same person before anything
     * was done with it, is dropped.
     *
     * @param type of claims; null for the one suggested for each
     * @throws Problem as for marking and accounting
     */
    @Transactional
    public void call(long article, int revision, Set<Integer> numbers, Word called, ClaimType type,
            Assignment assignment, Acting who) {
        if (called == null) {
            throw Problem.badInput("disposition", "Say what they are: claims, opinion, no fact, or unreviewed.");
        }
        switch (called) {
            case CLAIM -> marking.accept(article, revision, numbers, type, assignment, who);
            case OPINION -> accounting.call(article, revision, numbers, Disposition.OPINION, who);
            case NO_FACT -> accounting.call(article, revision, numbers, Disposition.NO_FACT, who);
            case UNREVIEWED -> {
                checking.takeBack(article, revision, numbers, who);
                accounting.call(article, revision, numbers, Disposition.UNREVIEWED, who);
            }
        }
    }
}
