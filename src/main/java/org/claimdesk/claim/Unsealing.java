package org.claimdesk.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimdesk.evidence.Evidence;
import org.claimdesk.evidence.Exhibits;
import org.claimdesk.evidence.seal.Opening;
import org.claimdesk.evidence.seal.Openings;
import org.claimdesk.evidence.seal.Openings.What;
import org.claimdesk.evidence.seal.Seals;
import org.claimdesk.ledger.Act;
import org.claimdesk.ledger.Ledger;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Register;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/**
 * How the seal of an interview is opened, one method an act, each one transaction with its entry. The claim stays as it is,
 * so no version is asked for. All throw {@link Problem}: absent, conflict with how it stands, forbidden, bad input.
 */
@ApplicationScoped
@Transactional
public class Unsealing {

    private final Claims claims;
    private final Exhibits exhibits;
    private final Openings openings;
    private final Seals seals;
    private final Register register;
    private final Ledger ledger;
    private final Clock clock;

    Unsealing(Claims claims, Exhibits exhibits, Openings openings, Seals seals, Register register, Ledger ledger,
            Clock clock) {
        this.claims = claims;
        this.exhibits = exhibits;
        this.openings = openings;
        this.seals = seals;
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return the id of the opening */
    public long ask(long evidenceId, String reason, Acting who) {
        Claim claim = claimOf(evidenceId);
        Role role = Keyholders.roleToAsk(claims.facts(claim), who)
                .orElseThrow(
                        () -> Problem.forbidden("Only those who work on this claim or judge it may ask for that."));
        String given = Input.prose("reason", reason, "Say why it must be opened. Do not name the person here.");
        Instant now = clock.instant();
        openings.requireNotWaiting(evidenceId, who.id(), now);
        register.remember(who);
        long entry = ledger.append(act("UNSEAL_ASKED", claim, evidenceId, who, role, now).text("reason", given));
        return openings.ask(evidenceId, given, new Opening.Step(who.id(), role, now, entry));
    }

    /** Opens the seal to this person and to whoever asked, for minutes. */
    public void grant(long id, Acting who) {
        answer(id, who, (opening, claim, role, now) -> {
            long entry = ledger.append(
                    act("UNSEAL_GRANTED", claim, opening.evidence(), who, role, now).fact("opening", id));
            openings.grant(opening, new Opening.Step(who.id(), role, now, entry));
        });
    }

    public void refuse(long id, String reason, Acting who) {
        String given = Input.prose("reason", reason, "Say why it is refused.");
        answer(id, who, (opening, claim, role, now) -> {
            long entry = ledger.append(act("UNSEAL_REFUSED", claim, opening.evidence(), who, role, now)
                    .fact("opening", id)
                    .text("reason", given));
            openings.refuse(opening, given, new Opening.Step(who.id(), role, now, entry));
        });
    }

    /** Who it was, if the seal is open to this person at the moment. The first look of an opening is an entry. */
    public Optional<Seals.Opened> look(long evidenceId, Acting who) {
        Claim claim = claimOf(evidenceId);
        return looked(claim, evidenceId, What.IDENTITY, who)
                ? Optional.of(seals.open(claim.id(), evidenceId))
                : Optional.empty();
    }

    /** The recording as it came; reading fails where it was changed. @throws Problem also forbidden where the seal is closed */
    public InputStream listen(long evidenceId, Acting who) {
        Claim claim = claimOf(evidenceId);
        if (!looked(claim, evidenceId, What.RECORDING, who)) {
            throw Problem.forbidden("The seal is not open to you.");
        }
        try {
            return seals.recording(claim.id(), evidenceId);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean looked(Claim claim, long evidenceId, What what, Acting who) {
        Instant now = clock.instant();
        Optional<Role> role = Keyholders.roleToAsk(claims.facts(claim), who);
        Optional<Long> open = openings.openTo(evidenceId, who.id(), now);
        if (role.isEmpty() || open.isEmpty()) {
            return false;
        }
        if (!openings.looked(open.get(), who.id(), what)) {
            register.remember(who);
            long entry = ledger.append(act("UNSEAL_READ", claim, evidenceId, who, role.get(), now)
                    .fact("opening", open.get())
                    .fact("what", what.name()));
            openings.look(open.get(), what, who.id(), now, entry);
        }
        return true;
    }

    private interface Answer {
        void by(Opening opening, Claim claim, Role role, Instant now);
    }

    private void answer(long id, Acting who, Answer answer) {
        Opening opening = openings.held(id);
        Claim claim = claimOf(opening.evidence());
        Role role = Keyholders.roleToAnswer(claims.facts(claim), opening.askedRole(), who)
                .orElseThrow(
                        () -> Problem.forbidden("Only the standards desk grants or refuses that; where it has asked"
                                + " itself, an editor or those whose source it is."));
        Instant now = clock.instant();
        openings.requireWaiting(opening, who.id(), now);
        register.remember(who);
        answer.by(opening, claim, role, now);
    }

    private Claim claimOf(long evidenceId) {
        return claims.get(exhibits.piece(evidenceId)
                .filter(Evidence::sealed)
                .orElseThrow(() -> Problem.absent("There is no sealed evidence " + evidenceId + "."))
                .claim());
    }

    private static Act act(String name, Claim claim, long evidence, Acting who, Role role, Instant now) {
        return Act.of(name, who, role, now, claim.article()).fact("claim", claim.id()).fact("evidence", evidence);
    }
}
