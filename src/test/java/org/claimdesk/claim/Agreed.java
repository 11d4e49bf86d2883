package org.claimdesk.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.claimdesk.people.Role;

/**
 * What the newsroom agreed on, written down a second time and not read from the code: the table of states of the design,
 * with the acts on evidence and the dropping that it tells of beside the table, and the duties.
 */
final class Agreed {

    private static final String TABLE = """
            ASSIGNED | TAKE     | ASSIGNED | reporter of the desk
            DISPUTED | TAKE     | DISPUTED | reporter of the desk
            ASSIGNED | REASSIGN | ASSIGNED | editor
            SOURCED  | REASSIGN | SOURCED  | editor
            DISPUTED | REASSIGN | DISPUTED | editor
            ASSIGNED | SUBMIT   | SOURCED  | assignee
            SOURCED  | RETURN   | ASSIGNED | reviewer
            SOURCED  | DISPUTE  | DISPUTED | reviewer
            SOURCED  | VERIFY   | VERIFIED | reviewer who may
            DISPUTED | ANSWER   | SOURCED  | assignee
            DISPUTED | VERIFY   | VERIFIED | reviewer who may, not the opener
            VERIFIED | DISPUTE  | DISPUTED | anybody of the newsroom
            VERIFIED | OVERTURN | DISPUTED | standards who may
            ASSIGNED | PLACE    | ASSIGNED | editor
            SOURCED  | PLACE    | SOURCED  | editor
            DISPUTED | PLACE    | DISPUTED | editor
            VERIFIED | PLACE    | VERIFIED | editor
            ASSIGNED | REWORD   | ASSIGNED | editor
            SOURCED  | REWORD   | SOURCED  | editor
            DISPUTED | REWORD   | DISPUTED | editor
            VERIFIED | REWORD   | SOURCED  | editor
            ASSIGNED | ORPHAN   | ASSIGNED | editor
            SOURCED  | ORPHAN   | SOURCED  | editor
            DISPUTED | ORPHAN   | DISPUTED | editor
            VERIFIED | ORPHAN   | VERIFIED | editor
            ASSIGNED | REATTACH | ASSIGNED | editor
            SOURCED  | REATTACH | SOURCED  | editor
            DISPUTED | REATTACH | DISPUTED | editor
            VERIFIED | REATTACH | VERIFIED | editor
            ASSIGNED | ATTACH   | ASSIGNED | assignee or reporter of the desk
            SOURCED  | ATTACH   | SOURCED  | assignee or reporter of the desk
            DISPUTED | ATTACH   | DISPUTED | assignee or reporter of the desk
            ASSIGNED | WITHDRAW | ASSIGNED | assignee or who sourced it
            SOURCED  | WITHDRAW | SOURCED  | assignee or who sourced it
            DISPUTED | WITHDRAW | DISPUTED | assignee or who sourced it
            ASSIGNED | DROP     | ASSIGNED | editor
            SOURCED  | DROP     | SOURCED  | editor
            DISPUTED | DROP     | DISPUTED | editor
            VERIFIED | DROP     | VERIFIED | editor
            ASSIGNED | RESTORE  | ASSIGNED | editor
            SOURCED  | RESTORE  | SOURCED  | editor
            DISPUTED | RESTORE  | DISPUTED | editor
            VERIFIED | RESTORE  | VERIFIED | editor
            """;

    /** What somebody has to do with the claim. */
    enum Tie {
        OF_ANOTHER_DESK, OF_THE_DESK, ASSIGNEE, ASSIGNEE_OF_ANOTHER_DESK, SOURCED_IT, OPENED_THE_DISPUTE, VERIFIED_IT, WAS_OVERTURNED, AUTHOR
    }

    record Row(State from, Action action, State to, String who) {}

    private static final List<Row> ROWS = TABLE.lines().map(line -> line.split("\\|")).map(Agreed::row).toList();

    private Agreed() {}

    static List<Row> table() {
        return ROWS;
    }

    static Optional<Row> row(State from, Action action) {
        return ROWS.stream().filter(row -> row.from() == from && row.action() == action).findFirst();
    }

    /** Whether the row is for somebody with these roles and this tie to the claim. */
    static boolean allows(Row row, Set<Role> roles, Tie tie) {
        boolean reporter = roles.contains(Role.REPORTER);
        boolean assignee = tie == Tie.ASSIGNEE || tie == Tie.ASSIGNEE_OF_ANOTHER_DESK;
        boolean ofTheDesk = tie != Tie.OF_ANOTHER_DESK && tie != Tie.ASSIGNEE_OF_ANOTHER_DESK;
        return switch (row.who()) {
            case "editor" -> roles.contains(Role.EDITOR);
            case "reviewer" -> roles.contains(Role.REVIEWER);
            case "anybody of the newsroom" -> roles.stream().anyMatch(Role::ofPeople);
            case "assignee" -> reporter && assignee;
            case "reporter of the desk" -> reporter && ofTheDesk;
            case "assignee or reporter of the desk" -> reporter && (assignee || ofTheDesk);
            case "assignee or who sourced it" -> reporter && (assignee || tie == Tie.SOURCED_IT);
            case "reviewer who may" -> roles.contains(Role.REVIEWER) && mayVerify(tie);
            case "reviewer who may, not the opener" ->
                roles.contains(Role.REVIEWER) && mayVerify(tie) && tie != Tie.OPENED_THE_DISPUTE;
            case "standards who may" -> roles.contains(Role.STANDARDS)
                    && !Set.of(Tie.SOURCED_IT, Tie.VERIFIED_IT, Tie.WAS_OVERTURNED).contains(tie);
            default -> throw new IllegalArgumentException(row.who());
        };
    }

    private static boolean mayVerify(Tie tie) {
        return !Set.of(Tie.SOURCED_IT, Tie.AUTHOR, Tie.WAS_OVERTURNED).contains(tie);
    }

    private static Row row(String[] cells) {
        return new Row(State.valueOf(cells[0].strip()), Action.valueOf(cells[1].strip()),
                State.valueOf(cells[2].strip()), cells[3].strip());
    }
}
