package org.claimdesk.standards.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.claim.Checking;
import org.claimdesk.claim.ClaimReading;
import org.claimdesk.claim.ClaimRef;
import org.claimdesk.claim.Facts;
import org.claimdesk.claim.Policy;
import org.claimdesk.claim.Rating;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * What the standards desk does with a verdict that was drawn, one method an act, each one transaction with its entry. All
 * throw {@link Problem}: absent, forbidden, conflict, or bad input with the field's name. Nothing is changed then.
 */
@ApplicationScoped
@Transactional
class Auditing {

    private final Audits audits;
    private final ClaimReading claims;
    private final Checking checking;
    private final BlindNow blind;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Auditing(Audits audits, ClaimReading claims, Checking checking, BlindNow blind, Register register, Ledger ledger,
            Clock clock) {
        this.audits = audits;
        this.claims = claims;
        this.checking = checking;
        this.blind = blind;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** From then on the verdict is hidden from who took it. */
    void take(long id, Acting who) {
        Audit audit = held(id, who);
        require(audit, who);
        Instant now = clock.instant();
        audit.take(who.id(), now);
        ledger.append(act("AUDIT_TAKE", audit, who, now));
        blind.forget();
    }

    /** By who has it, or by anybody of the standards desk for somebody who is away. */
    void giveBack(long id, Acting who) {
        Audit audit = held(id, who);
        audit.giveBack();
        ledger.append(act("AUDIT_RETURN", audit, who, clock.instant()));
        blind.forget();
    }

    /** The own rating of who took it. Where it is another than the first, a finding is open. */
    void give(long id, Rating rating, String rationale, Acting who) {
        Audit audit = held(id, who);
        audit.requireWith(who);
        require(audit, who);
        Input.chosen("rating", rating, "Choose a rating.");
        String reasoned = Input.prose("rationale", rationale, "Give the rationale.");
        Rating first = audits.first(audit);
        Instant now = clock.instant();
        long entry = ledger.append(act("AUDIT", audit, who, now)
                .fact("rating", rating.name())
                .fact("agrees", rating == first)
                .text("rationale", reasoned));
        audit.give(rating, reasoned, first, now, entry);
        blind.forget();
    }

    /**
     * Decides a finding: the first verdict is upheld, or overturned, or has ended before and the finding is moot.
     *
     * @param outcome null is refused
     */
    void decide(long id, Audit.Outcome outcome, String reason, Acting who) {
        Audit audit = held(id, who);
        audit.requireFinding();
        require(audit, who);
        Input.chosen("outcome", outcome, "Say whether the verdict is upheld or overturned.");
        String given = Input.prose("reason", reason, "Give the reason.");
        boolean stands = audits.stands(audit);
        if (outcome == Audit.Outcome.OVERTURNED && !stands) {
            throw Problem.conflict("The verdict does not stand any more, so it can't be overturned.",
                    List.of("uphold", "moot"));
        }
        if (outcome == Audit.Outcome.MOOT && stands) {
            throw Problem.conflict("The verdict stands, so the finding is not moot.", List.of("uphold", "overturn"));
        }
        Instant now = clock.instant();
        long entry = outcome == Audit.Outcome.OVERTURNED
                ? checking.overturn(new ClaimRef(audit.claim(), claims.line(audit.claim()).version()), given,
                        audit.id(), who)
                : ledger.append(act("FINDING", audit, who, now).fact("outcome", outcome.name()).text("reason", given));
        audit.decide(outcome, given, who.id(), now, entry);
    }

    private Audit held(long id, Acting who) {
        if (!who.is(Role.STANDARDS)) {
            throw Problem.forbidden("Only the standards desk audits.");
        }
        register.remember(who);
        return audits.held(id);
    }

    private void require(Audit audit, Acting who) {
        Facts facts = claims.facts(audit.claim());
        Policy.require(Policy.refusalToAudit(facts, who), facts, who);
    }

    private static Act act(String name, Audit audit, Acting who, Instant now) {
        return Act.of(name, who, Role.STANDARDS, now, audit.article())
                .fact("audit", audit.id())
                .fact("claim", audit.claim())
                .fact("verdict", audit.verdict());
    }
}
