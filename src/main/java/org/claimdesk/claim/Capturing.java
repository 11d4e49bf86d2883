package org.claimdesk.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Exhibits;
import org.claimdesk.evidence.capture.Captures;
import org.claimdesk.evidence.capture.Watch;
import org.claimdesk.evidence.capture.WatchReading;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * What people do with the captures of a claim's evidence, one method an act, each one transaction. The claim stays as it
 * is, so no version is asked for. All throw {@link Problem} as {@link Checking} does.
 */
@ApplicationScoped
@Transactional
public class Capturing {

    private final Claims claims;
    private final Exhibits exhibits;
    private final Captures captures;
    private final Watch watch;
    private final WatchReading watched;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Capturing(Claims claims, Exhibits exhibits, Captures captures, Watch watch, WatchReading watched, Register register,
            Ledger ledger, Clock clock) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.captures = captures;
        this.watch = watch;
        this.watched = watched;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Has the address of a link captured once more. @return the id of the capture */
    public long again(long claimId, long evidenceId, Acting who) {
        Claim claim = claims.get(claimId);
        Facts facts = claims.facts(claim);
        Policy.require(Policy.refusalToLook(facts, who), facts, who);
        Evidence evidence = standing(claimId, evidenceId);
        if (evidence.kind() != Evidence.Kind.LINK) {
            throw Problem.conflict("Only what has an address is captured.", List.of());
        }
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(act("RECAPTURE", claim, evidenceId, who, role(facts, who), now));
        return captures.ask(evidenceId, entry, who.id(), now);
    }

    /**
     * Accepts what has become of a page, as this capture found it; it is not told again. A page that is there is held against
     * this capture from then on, one that is gone against what was there.
     *
     * @param captureId the last that told something
     * @return the id of the claim
     */
    public long acknowledge(long captureId, String reason, Acting who) {
        WatchReading.Found found = watched.of(captureId);
        long evidenceId = found.watch().evidence();
        Claim claim = claims.get(found.claim());
        Facts facts = claims.facts(claim);
        Policy.require(Policy.refusalToAcknowledge(facts, who), facts, who);
        standing(found.claim(), evidenceId);
        String why = Input.prose("reason", reason, "Say why it may stand as it is now.");
        register.remember(who);
        watch.hold(evidenceId, captureId);
        Instant now = clock.instant();
        long entry = ledger.append(act("ACKNOWLEDGE", claim, evidenceId, who, role(facts, who), now)
                .fact("capture", captureId)
                .text("reason", why));
        watch.accept(evidenceId, captureId, why, entry, who.id(), now);
        return found.claim();
    }

    private Evidence standing(long claim, long id) {
        Evidence evidence = exhibits.of(claim, id);
        if (!evidence.stands()) {
            throw Problem.conflict("This piece has been withdrawn.", List.of());
        }
        return evidence;
    }

    private static Role role(Facts facts, Acting who) {
        return Policy.roleOn(facts, who).orElseThrow(() -> Problem.forbidden("That is not for you to do."));
    }

    private static Act act(String name, Claim claim, long evidence, Acting who, Role role, Instant now) {
        return Act.of(name, who, role, now, claim.article())
                .fact("claim", claim.id())
                .fact("evidence", evidence);
    }
}
