package org.claimdesk.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.EvidenceText;
import org.claimdesk.evidence.EvidenceTexts;
import org.claimdesk.evidence.Exhibits;
import org.claimdesk.evidence.capture.CaptureReading;
import org.claimdesk.evidence.capture.Passages;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Anchor;
import org.claimdesk.text.Quote;

/**
 * Quoting from evidence, one transaction each. The claim stays as it is, so no version is asked for. Who may attach
 * evidence may quote from it. All throw {@link Problem} as {@link Checking} does.
 */
@ApplicationScoped
@Transactional
public class Quoting {

    private final Claims claims;
    private final Exhibits exhibits;
    private final EvidenceTexts texts;
    private final CaptureReading captures;
    private final Passages passages;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Quoting(Claims claims, Exhibits exhibits, EvidenceTexts texts, CaptureReading captures, Passages passages,
            Register register, Ledger ledger,
            Clock clock) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.texts = texts;
        this.captures = captures;
        this.passages = passages;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Picks words from the readable text of a piece.
     *
     * @param capture of a link, which of its captures; null for the newest that was kept
     * @return the id of the passage
     * @throws Problem absent where the piece has no such capture that was kept; bad input for {@code exact} as
     *                 {@link Passages#find}
     */
    public long pick(long claimId, long evidenceId, Long capture, Quote words, Acting who) {
        Claim claim = quotable(claimId, evidenceId, who);
        EvidenceText text = texts.of(evidenceId, capture)
                .orElseThrow(() -> Problem.badInput("exact", "There is no readable text to pick from."));
        Anchor anchor = Passages.find(text.text(), words);
        Passages.From from = text.from(anchor.start(), anchor.end());
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(act(claim, evidenceId, who, now).fact("capture", from.capture())
                .fact("sha256", from.content())
                .fact("start", anchor.start())
                .fact("end", anchor.end())
                .text("locator", from.locator())
                .text("exact", anchor.exact()));
        return passages.keep(evidenceId, from, anchor, entry, who.id(), now);
    }

    /**
     * Picks words from what one of a link's captures kept.
     *
     * @return the id of the passage
     * @throws Problem absent where the claim has no such capture, or nothing was kept
     */
    public long pick(long claimId, long captureId, Quote words, Acting who) {
        return pick(claimId, captures.line(claimId, captureId).evidence(), captureId, words, who);
    }

    /**
     * Keeps words that were typed off what cannot be picked from: a recording, a picture, a book.
     *
     * @param locator where they stand: a page, a paragraph, 00:12:31
     * @return the id of the passage
     */
    public long type(long claimId, long evidenceId, String words, String locator, Acting who) {
        Claim claim = quotable(claimId, evidenceId, who);
        String exact = Input.prose("words", words, "Give the words.");
        if (exact.codePointCount(0, exact.length()) > Passages.MOST) {
            throw Problem.badInput("words", "A passage has at most %,d characters.".formatted(Passages.MOST));
        }
        String where = Input.line("locator", locator, "Say where they stand: a page, a paragraph, 00:12:31.");
        register.remember(who);
        Instant now = clock.instant();
        long entry = ledger.append(act(claim, evidenceId, who, now).text("locator", where).text("exact", exact));
        return passages.keepTyped(evidenceId, exact, where, entry, who.id(), now);
    }

    private Claim quotable(long claimId, long evidenceId, Acting who) {
        Claim claim = claims.get(claimId);
        Policy.require(Action.ATTACH, claims.facts(claim), who);
        Evidence evidence = exhibits.of(claimId, evidenceId);
        if (!evidence.stands()) {
            throw Problem.conflict("This piece has been withdrawn.", List.of());
        }
        if (evidence.kind() == Evidence.Kind.INTERVIEW) {
            throw Problem.conflict("What was said in an interview is kept with the interview.", List.of());
        }
        return claim;
    }

    private static Act act(Claim claim, long evidence, Acting who, Instant now) {
        return Act.of("QUOTE", who, Policy.roleFor(Action.ATTACH, who), now, claim.article())
                .fact("claim", claim.id())
                .fact("evidence", evidence);
    }
}
