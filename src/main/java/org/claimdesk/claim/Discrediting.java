package org.claimdesk.claim;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.article.Articles;
import org.claimdesk.evidence.Source;
import org.claimdesk.evidence.Sources;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;

/** Discredits a source and disputes what is verified on it: one act, all of it or nothing. */
@ApplicationScoped
@Transactional
public class Discrediting {

    private final Sources sources;
    private final Claims claims;
    private final Articles articles;
    private final Checking checking;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Discrediting(Sources sources, Claims claims, Articles articles, Checking checking, Register register,
            Ledger ledger, Clock clock) {
        this.sources = sources;
        this.claims = claims;
        this.articles = articles;
        this.checking = checking;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * For the standards desk and editors. Every claim whose standing verdict was given on a piece from this source, or with
     * it as the origin, is disputed with the reason as the statement; dropped claims are left alone. One entry for the
     * source, one for each claim.
     *
     * @return the ids of the claims that were disputed
     * @throws Problem absent; forbidden; conflict where it is discredited already; bad input without a reason; stale where
     *                 a verdict is given on it at the same moment; whatever keeps one of the claims from being disputed.
     *                 Nothing is changed then.
     */
    public List<Long> discredit(long id, String reason, Acting who) {
        Role role = Policy.roleToDiscredit(who)
                .orElseThrow(
                        () -> Problem.forbidden("Only the standards desk or an editor discredits a source."));
        // Articles before claims, claims before sources: as everybody who locks several of them.
        Claims.Leaning before = claims.leaningOn(id);
        before.articles().forEach(articles::held);
        claims.lock(before.claims());
        Source source = sources.held(id);
        Claims.Leaning now = claims.leaningOn(id);
        if (!Set.copyOf(before.claims()).containsAll(now.claims())) {
            throw Problem.stale(
                    "A verdict was given on this source at the same moment. Nothing was done; look again.");
        }
        register.remember(who);
        sources.discredit(source, reason, who.id(), clock.instant());
        ledger.append(Act.onSource("DISCREDIT", who, role, clock.instant(), id)
                .ids("claims", now.claims())
                .text("name", source.name())
                .text("reason", source.discreditReason()));
        now.claims().forEach(claim -> dispute(claim, source, who));
        return now.claims();
    }

    private void dispute(Long claim, Source source, Acting who) {
        try {
            checking.dispute(new ClaimRef(claim, claims.get(claim).version()), source, who);
        } catch (Problem problem) {
            throw Problem.of(problem.kind(), "Claim " + claim + " cannot be disputed: " + problem.getMessage());
        }
    }
}
