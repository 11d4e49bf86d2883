package org.claimdesk.claim;

import static org.claimdesk.claim.Action.ANSWER;
import static org.claimdesk.claim.Action.ATTACH;
import static org.claimdesk.claim.Action.DISPUTE;
import static org.claimdesk.claim.Action.DROP;
import static org.claimdesk.claim.Action.MARK;
import static org.claimdesk.claim.Action.ORPHAN;
import static org.claimdesk.claim.Action.OVERTURN;
import static org.claimdesk.claim.Action.PLACE;
import static org.claimdesk.claim.Action.REASSIGN;
import static org.claimdesk.claim.Action.REATTACH;
import static org.claimdesk.claim.Action.RESTORE;
import static org.claimdesk.claim.Action.RETURN;
import static org.claimdesk.claim.Action.REWORD;
import static org.claimdesk.claim.Action.SUBMIT;
import static org.claimdesk.claim.Action.TAKE;
import static org.claimdesk.claim.Action.VERIFY;
import static org.claimdesk.claim.Action.WITHDRAW;
import static org.claimdesk.claim.State.ASSIGNED;
import static org.claimdesk.claim.State.DISPUTED;
import static org.claimdesk.claim.State.SOURCED;
import static org.claimdesk.claim.State.VERIFIED;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of what may follow what. The policy, the pages, the database's table claim_transition and docs/states.md
 * are read from it or held against it.
 */
public final class Transitions {

    /**
     * A row of the table.
     *
     * @param from  null for the beginning
     * @param who   who may do it, in words
     * @param needs what it takes, in words
     */
    public record Transition(State from, Action action, State to, String who, String needs) {}

    private static final String REVISING = "editor, by filing a revision";
    private static final String SAME = "its words stand in it";
    private static final String OTHER = "its words are others in it";
    private static final String GONE = "its words are not in it";
    private static final List<Transition> TABLE = List.of(
            row(null, MARK, ASSIGNED, "editor", "words of the article; a desk or a reporter of it"),
            row(ASSIGNED, TAKE, ASSIGNED, "reporter of the desk", "nobody has it"),
            row(ASSIGNED, REASSIGN, ASSIGNED, "editor", "another desk or person"),
            row(ASSIGNED, ATTACH, ASSIGNED, "assignee or a reporter of the desk", "a piece of evidence"),
            row(ASSIGNED, WITHDRAW, ASSIGNED, "who attached it, or the assignee", "a reason"),
            row(ASSIGNED, SUBMIT, SOURCED, "assignee",
                    "standing evidence; a reason where the desk's rule of sources is not met"),
            row(SOURCED, REASSIGN, SOURCED, "editor", "another desk or person"),
            row(SOURCED, ATTACH, SOURCED, "assignee or a reporter of the desk", "a piece of evidence"),
            row(SOURCED, WITHDRAW, SOURCED, "who attached it, or the assignee",
                    "a reason; other evidence still stands"),
            row(SOURCED, RETURN, ASSIGNED, "reviewer", "what is missing"),
            row(SOURCED, DISPUTE, DISPUTED, "reviewer", "grounds and a statement"),
            row(SOURCED, VERIFY, VERIFIED, "reviewer",
                    "rating and rationale; an answered dispute upheld or rejected; a reason where the desk's rule of sources is not met"),
            row(DISPUTED, TAKE, DISPUTED, "reporter of the desk", "nobody has it"),
            row(DISPUTED, REASSIGN, DISPUTED, "editor", "another desk or person"),
            row(DISPUTED, ATTACH, DISPUTED, "assignee or a reporter of the desk", "a piece of evidence"),
            row(DISPUTED, WITHDRAW, DISPUTED, "who attached it, or the assignee", "a reason"),
            row(DISPUTED, ANSWER, SOURCED, "assignee", "a statement, or new evidence; standing evidence"),
            row(DISPUTED, VERIFY, VERIFIED, "reviewer, not the dispute's opener",
                    "rating, rationale, dispute upheld or rejected; standing evidence; a reason where the desk's rule of sources is not met"),
            row(VERIFIED, DISPUTE, DISPUTED, "editor, reporter, reviewer, standards", "grounds and a statement"),
            row(VERIFIED, OVERTURN, DISPUTED, "standards", "a finding"),
            row(ASSIGNED, DROP, ASSIGNED, "editor", "a reason"), row(SOURCED, DROP, SOURCED, "editor", "a reason"),
            row(DISPUTED, DROP, DISPUTED, "editor", "a reason"), row(VERIFIED, DROP, VERIFIED, "editor", "a reason"),
            row(ASSIGNED, RESTORE, ASSIGNED, "editor", "it was dropped"),
            row(SOURCED, RESTORE, SOURCED, "editor", "it was dropped"),
            row(DISPUTED, RESTORE, DISPUTED, "editor", "it was dropped"),
            row(VERIFIED, RESTORE, VERIFIED, "editor",
                    "it was dropped; where its verdict leans on a source that was discredited since, it is disputed at once"),
            row(ASSIGNED, PLACE, ASSIGNED, REVISING, SAME), row(SOURCED, PLACE, SOURCED, REVISING, SAME),
            row(DISPUTED, PLACE, DISPUTED, REVISING, SAME), row(VERIFIED, PLACE, VERIFIED, REVISING, SAME),
            row(ASSIGNED, REWORD, ASSIGNED, REVISING, OTHER), row(SOURCED, REWORD, SOURCED, REVISING, OTHER),
            row(DISPUTED, REWORD, DISPUTED, REVISING, OTHER),
            row(VERIFIED, REWORD, SOURCED, REVISING, OTHER + ": the verdict is revoked, the evidence stands"),
            row(ASSIGNED, ORPHAN, ASSIGNED, REVISING, GONE), row(SOURCED, ORPHAN, SOURCED, REVISING, GONE),
            row(DISPUTED, ORPHAN, DISPUTED, REVISING, GONE), row(VERIFIED, ORPHAN, VERIFIED, REVISING, GONE),
            row(ASSIGNED, REATTACH, ASSIGNED, "editor", "it was orphaned"),
            row(SOURCED, REATTACH, SOURCED, "editor", "it was orphaned"),
            row(DISPUTED, REATTACH, DISPUTED, "editor", "it was orphaned"),
            row(VERIFIED, REATTACH, VERIFIED, "editor", "it was orphaned, and the words are the very same"));

    private Transitions() {}

    public static List<Transition> table() {
        return TABLE;
    }

    /** Where the action leads from here, if the table has it. */
    public static Optional<State> next(State from, Action action) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .map(Transition::to)
                .findFirst();
    }

    /** The actions the table has from here, in the order of {@link Action}. */
    public static Set<Action> from(State state) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        TABLE.stream().filter(row -> row.from() == state).forEach(row -> actions.add(row.action()));
        return actions;
    }

    private static Transition row(State from, Action action, State to, String who, String needs) {
        return new Transition(from, action, to, who, needs);
    }
}
