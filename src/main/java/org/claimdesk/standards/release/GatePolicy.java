package org.claimdesk.standards.release;

import static org.claimdesk.people.Role.EDITOR;
import static org.claimdesk.people.Role.PUBLISHER;
import static org.claimdesk.people.Role.REVIEWER;
import static org.claimdesk.people.Role.STANDARDS;

import java.util.List;
import java.util.Optional;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;

/** Who may waive, release and mark published. Buttons and endpoints ask the same rules. Pure; the database holds them too. */
final class GatePolicy {

    private GatePolicy() {}

    /** Why this person may not waive anything on a claim, or nothing. @param claim null for a sentence */
    static Optional<String> refusalToWaive(Long claim, Parts parts, Acting who) {
        if (!who.is(STANDARDS)) {
            return Optional.of("Only the standards desk waives.");
        }
        if (parts.author()) {
            return Optional.of("You are an author of the article. Somebody else waives.");
        }
        return claim != null && (parts.sourced().contains(claim) || parts.verified().contains(claim))
                ? Optional.of("You sourced or verified this claim. Somebody else waives.")
                : Optional.empty();
    }

    /** Anybody of the standards desk takes a waiver back: that only closes the gate. */
    static Optional<String> refusalToWithdraw(Acting who) {
        return who.is(STANDARDS) ? Optional.empty() : Optional.of("Only the standards desk withdraws a waiver.");
    }

    /** Why this person may not say which words give the context of a claim, or nothing. */
    static Optional<String> refusalToGiveContext(long claim, Parts parts, Acting who) {
        if (roleFor(List.of(EDITOR, REVIEWER, STANDARDS), who).isEmpty()) {
            return Optional.of("Only an editor, a reviewer or the standards desk says which words give the context.");
        }
        if (parts.author() || parts.sourced().contains(claim)) {
            return Optional
                    .of("You sourced this claim or wrote the article. Somebody else says that its context is given.");
        }
        return Optional.empty();
    }

    /** Why this person may not release articles, or nothing. */
    static Optional<String> refusalToRelease(Acting who) {
        return roleFor(List.of(EDITOR, STANDARDS), who).isPresent()
                ? Optional.empty()
                : Optional.of("Only an editor or the standards desk does that.");
    }

    static Role releasingRole(Acting who) {
        return roleFor(List.of(EDITOR, STANDARDS), who).orElseThrow();
    }

    /** Why they may not mark articles as published, or nothing: the system that publishes knows best that it has. */
    static Optional<String> refusalToPublish(Acting who) {
        return roleFor(List.of(EDITOR, STANDARDS, PUBLISHER), who).isPresent()
                ? Optional.empty()
                : Optional.of("Only an editor, the standards desk or the publishing system does that.");
    }

    static Role publishingRole(Acting who) {
        return roleFor(List.of(EDITOR, STANDARDS, PUBLISHER), who).orElseThrow();
    }

    static Role contextRole(Acting who) {
        return roleFor(List.of(EDITOR, REVIEWER, STANDARDS), who).orElseThrow();
    }

    /** @throws Problem forbidden */
    static void require(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw Problem.forbidden(why);
        });
    }

    private static Optional<Role> roleFor(List<Role> roles, Acting who) {
        return roles.stream().filter(who::is).findFirst();
    }
}
