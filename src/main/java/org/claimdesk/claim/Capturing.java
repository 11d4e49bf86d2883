package org.claimdesk.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Exhibits;
import org.claimdesk.evidence.capture.CaptureLine;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.capture.Captures;
import org.claimdesk.evidence.capture.Passages;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.Quote;

/**
 * What people do with the captures of a claim's evidence, one method an act, each one transaction. The claim stays as it
 * is, so no version is asked for. Who may attach evidence may do both. All throw {@link Problem} as {@link Checking} does.
 */
@ApplicationScoped
@Transactional
public class Capturing {

    private final Claims claims;
    private final Exhibits exhibits;
    private final Captures captures;
    private final CaptureReading reading;
    private final Passages passages;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Capturing(Claims claims, Exhibits exhibits, Captures captures, CaptureReading reading, Passages passages,
            Register register, Ledger ledger, Clock clock) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.captures = captures;
        this.reading = reading;
        this.passages = passages;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Has the address of a link captured once more. @return the id of the capture */
    public long again(long claimId, long evidenceId, Acting who) {
        Claim claim = claims.get(claimId);
        Policy.require(Action.ATTACH, claims.facts(claim), who);
        Evidence evidence = standing(claimId, evidenceId);
        if (evidence.kind() != Evidence.Kind.LINK) {
            throw Problem.conflict("Only what has an address is captured.", List.of());
        }
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(act("RECAPTURE", claim, evidenceId, who, now));
        return captures.ask(evidenceId, entry, who.id(), now);
    }

    /** Picks words from the readable text of a capture. @return the id of the passage */
    public long pick(long claimId, long captureId, Quote words, Acting who) {
        Claim claim = claims.get(claimId);
        Policy.require(Action.ATTACH, claims.facts(claim), who);
        CaptureLine capture = reading.line(claimId, captureId);
        standing(claimId, capture.evidence());
        Anchor anchor = passages.find(captureId, words);
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(act("QUOTE", claim, capture.evidence(), who, now).fact("capture", captureId)
                .fact("start", anchor.start())
                .fact("end", anchor.end())
                .text("exact", anchor.exact()));
        return passages.keep(capture.evidence(), new Passages.From(captureId, null, null), anchor, entry, who.id(),
                now);
    }

    private Evidence standing(long claim, long id) {
        Evidence evidence = exhibits.of(claim, id);
        if (!evidence.stands()) {
            throw Problem.conflict("This piece has been withdrawn.", List.of());
        }
        return evidence;
    }

    private static Act act(String name, Claim claim, long evidence, Acting who, Instant now) {
        return Act.of(name, who, Policy.roleFor(Action.ATTACH, who), now, claim.article())
                .fact("claim", claim.id())
                .fact("evidence", evidence);
    }
}
