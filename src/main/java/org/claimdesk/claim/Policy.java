package org.claimdesk.claim;

import static org.claimdesk.people.Role.EDITOR;
import static org.claimdesk.people.Role.REPORTER;
import static org.claimdesk.people.Role.REVIEWER;
import static org.claimdesk.people.Role.STANDARDS;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;

/**
 * Who may do what with a claim: the table of transitions, the roles and the duties. Buttons and endpoints ask the same
 * rules. Pure: what it needs to know comes as {@link Facts}. No role is exempt.
 */
public final class Policy {

    /** Why an action is refused: by the state of the claim, or to this person. */
    public record Refusal(boolean byState, String reason) {}

    private Policy() {}

    /** The actions this person may take now, in the order of {@link Action}. */
    public static Set<Action> possible(Facts claim, Acting who) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Action action : Transitions.from(claim.state())) {
            if (!action.byRevision() && refusal(action, claim, who).isEmpty()) {
                actions.add(action);
            }
        }
        return actions;
    }

    /**
     * @throws Problem conflict with the possible actions where the state does not allow it, forbidden where it is not for
     *                 this person
     */
    public static void require(Action action, Facts claim, Acting who) {
        require(refusal(action, claim, who), claim, who);
    }

    /** Why this person may not take this action now, or nothing. */
    public static Optional<Refusal> refusal(Action action, Facts claim, Acting who) {
        if (claim.dropped() != (action == Action.RESTORE)) {
            return byState(
                    claim.dropped() ? "The claim is dropped; it can only be restored." : "The claim is not dropped.");
        }
        if (Transitions.next(claim.state(), action).isEmpty()) {
            return byState("The claim is " + claim.state().word() + "; it can't be " + past(action) + " now.");
        }
        return switch (action) {
            case MARK -> byState("The claim is marked already.");
            case TAKE -> take(claim, who);
            case REASSIGN, DROP, RESTORE, PLACE, REWORD, ORPHAN -> needs(EDITOR, who);
            case REATTACH -> claim.orphaned() ? needs(EDITOR, who) : byState("Its words stand in the article.");
            case ATTACH -> attach(claim, who);
            case WITHDRAW -> withdraw(claim, who);
            case SUBMIT, ANSWER -> source(claim, who);
            case RETURN -> needs(REVIEWER, who);
            case DISPUTE -> dispute(claim, who);
            case VERIFY -> verify(claim, who);
            case OVERTURN -> overturn(claim, who);
        };
    }

    /** The role in which a person takes an action they may take: what the history says they acted as. */
    public static Role roleFor(Action action, Acting who) {
        List<Role> roles = switch (action) {
            case MARK, REASSIGN, DROP, RESTORE, PLACE, REWORD, ORPHAN, REATTACH -> List.of(EDITOR);
            case TAKE, ATTACH, WITHDRAW, SUBMIT, ANSWER -> List.of(REPORTER);
            case RETURN, VERIFY -> List.of(REVIEWER);
            case OVERTURN -> List.of(STANDARDS);
            case DISPUTE -> List.of(REVIEWER, STANDARDS, EDITOR, REPORTER);
        };
        return roles.stream()
                .filter(who::is)
                .findFirst()
                .orElseThrow(() -> Problem.forbidden("That is not for you to do."));
    }

    /** The role in which a person discredits a source, if they may. What leans on it is disputed under the rules above. */
    static Optional<Role> roleToDiscredit(Acting who) {
        return List.of(STANDARDS, EDITOR).stream().filter(who::is).findFirst();
    }

    /**
     * Why this person may not have the page behind a link looked at again, or nothing. A look changes nothing that a verdict
     * rests on, so it is possible on a verified claim too.
     */
    static Optional<Refusal> refusalToLook(Facts claim, Acting who) {
        if (claim.dropped() || claim.state() != State.VERIFIED) {
            return refusal(Action.ATTACH, claim, who);
        }
        return roleOn(claim, who).isPresent() ? allowed() : toPerson("That is for its desk, reviewers and editors.");
    }

    /**
     * Why this person may not accept what has become of the page behind a link, or nothing. On a verified claim it says that
     * the verdict still stands on it, so nobody does who sourced it or wrote the article.
     */
    static Optional<Refusal> refusalToAcknowledge(Facts claim, Acting who) {
        if (claim.dropped()) {
            return byState("The claim is dropped; it can only be restored.");
        }
        if (claim.state() != State.VERIFIED) {
            return roleOn(claim, who).isPresent()
                    ? allowed()
                    : toPerson(
                            "Only its assignee, a reporter of the desk, a reviewer, an editor or the standards desk accepts that.");
        }
        if (!who.is(REVIEWER) && !who.is(STANDARDS)) {
            return toPerson("The claim is verified: only a reviewer or the standards desk accepts that.");
        }
        if (claim.sourcedBy().contains(who.id())) {
            return toPerson("You sourced this claim. Somebody else says whether its verdict still stands.");
        }
        return claim.authors().contains(who.id())
                ? toPerson("You are an author of the article. Somebody else says whether the verdict still stands.")
                : allowed();
    }

    /** @throws Problem as {@link #require} does */
    public static void require(Optional<Refusal> refusal, Facts claim, Acting who) {
        refusal.ifPresent(one -> {
            throw one.byState()
                    ? Problem.conflict(one.reason(), words(possible(claim, who)))
                    : Problem.forbidden(one.reason());
        });
    }

    /** The role in which a person looks again, or accepts what has become of a page, if they may at all. */
    static Optional<Role> roleOn(Facts claim, Acting who) {
        boolean reports = who.is(REPORTER) && (isAssignee(claim, who) || who.worksOn(claim.desk()));
        List<Role> roles = claim.state() == State.VERIFIED
                ? List.of(STANDARDS, REVIEWER, REPORTER, EDITOR)
                : List.of(REPORTER, REVIEWER, EDITOR, STANDARDS);
        return roles.stream().filter(role -> role == REPORTER ? reports : who.is(role)).findFirst();
    }

    static List<String> words(Set<Action> actions) {
        return actions.stream().map(Action::word).toList();
    }

    private static Optional<Refusal> take(Facts claim, Acting who) {
        if (claim.assignee() != null) {
            return byState(who.is(claim.assignee()) ? "You have it already." : "Somebody has taken it already.");
        }
        if (!who.is(REPORTER) || !who.worksOn(claim.desk())) {
            return toPerson("Only a reporter of the desk takes it.");
        }
        return allowed();
    }

    private static Optional<Refusal> attach(Facts claim, Acting who) {
        return who.is(REPORTER) && (isAssignee(claim, who) || who.worksOn(claim.desk()))
                ? allowed()
                : toPerson("Only its assignee or a reporter of the desk attaches evidence.");
    }

    private static Optional<Refusal> withdraw(Facts claim, Acting who) {
        if (claim.evidence() == 0) {
            return byState("No evidence stands.");
        }
        if (claim.state() == State.SOURCED && claim.evidence() == 1) {
            return byState(
                    "It is the only evidence that stands. Attach another piece first, or have the claim returned.");
        }
        return who.is(REPORTER) && (isAssignee(claim, who) || claim.sourcedBy().contains(who.id()))
                ? allowed()
                : toPerson("Only its assignee or whoever attached it withdraws evidence.");
    }

    private static Optional<Refusal> source(Facts claim, Acting who) {
        if (!who.is(REPORTER) || !isAssignee(claim, who)) {
            return toPerson("Only its assignee does that.");
        }
        return claim.evidence() > 0 ? allowed() : byState("No evidence stands. Attach some first.");
    }

    private static Optional<Refusal> dispute(Facts claim, Acting who) {
        boolean may = claim.state() == State.SOURCED
                ? who.is(REVIEWER)
                : who.roles().stream().anyMatch(Role::ofPeople);
        return may ? allowed() : toPerson("Only a reviewer disputes a claim that is not verified yet.");
    }

    private static Optional<Refusal> verify(Facts claim, Acting who) {
        if (!who.is(REVIEWER)) {
            return toPerson("Only a reviewer verifies.");
        }
        if (claim.orphaned()) {
            return byState("Its words are not in the article any more. An editor re-attaches or drops it first.");
        }
        if (claim.sourcedBy().contains(who.id())) {
            return toPerson("You sourced this claim. Somebody else verifies it.");
        }
        if (claim.authors().contains(who.id())) {
            return toPerson("You are an author of the article. Somebody else verifies its claims.");
        }
        if (claim.state() == State.DISPUTED && who.id().equals(claim.disputedBy())) {
            return toPerson(
                    "You opened this dispute: you can accept an answer; as it stands, only somebody else can decide it.");
        }
        if (who.id().equals(claim.overturnedFrom())) {
            return toPerson("Your verdict on it was overturned. Somebody else gives the next one.");
        }
        return claim.evidence() > 0 ? allowed() : byState("No evidence stands. It can't be verified on nothing.");
    }

    private static Optional<Refusal> overturn(Facts claim, Acting who) {
        if (!who.is(STANDARDS)) {
            return toPerson("Only the standards desk overturns a verdict.");
        }
        return claim.sourcedBy().contains(who.id()) || claim.verifiedBy().contains(who.id())
                ? toPerson("You sourced or verified this claim. Somebody else audits it.")
                : allowed();
    }

    /** Why this person may not audit a verdict of the claim, or decide what an audit found, or nothing. */
    public static Optional<Refusal> refusalToAudit(Facts claim, Acting who) {
        if (!who.is(STANDARDS)) {
            return toPerson("Only the standards desk audits.");
        }
        if (claim.sourcedBy().contains(who.id()) || claim.verifiedBy().contains(who.id())) {
            return toPerson("You sourced or verified this claim. Somebody else audits it.");
        }
        return claim.authors().contains(who.id())
                ? toPerson("You are an author of the article. Somebody else audits its claims.")
                : allowed();
    }

    private static Optional<Refusal> needs(Role role, Acting who) {
        return who.is(role)
                ? allowed()
                : toPerson("Only " + (role == EDITOR ? "an editor" : "a " + role.word()) + " does that.");
    }

    private static boolean isAssignee(Facts claim, Acting who) {
        return who.id().equals(claim.assignee());
    }

    private static Optional<Refusal> allowed() {
        return Optional.empty();
    }

    private static Optional<Refusal> byState(String reason) {
        return Optional.of(new Refusal(true, reason));
    }

    private static Optional<Refusal> toPerson(String reason) {
        return Optional.of(new Refusal(false, reason));
    }

    private static String past(Action action) {
        return switch (action) {
            case TAKE -> "taken";
            case SUBMIT -> "submitted";
            case DROP -> "dropped";
            case WITHDRAW -> "stripped of evidence";
            case ATTACH -> "given evidence";
            case OVERTURN -> "overturned";
            case VERIFY -> "verified";
            case DISPUTE -> "disputed";
            case RESTORE -> "restored";
            case PLACE, REATTACH -> "placed";
            case ORPHAN -> "orphaned";
            default -> action.word() + "ed";
        };
    }
}
