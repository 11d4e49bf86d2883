package org.claimdesk.claim;

import java.util.List;

import org.claimdesk.claim.Transitions.Transition;

/** Writes docs/states.md from the table of transitions. */
final class StatesPage {

    private static final String HEAD = """
            # States

            <!-- Written from org.claimdesk.claim.Transitions. Do not edit: %s -->

            A claim is in one of four states. It begins when an editor marks words of an article, and it changes only by the
            acts below. Whether the check is finished (the state) and with what result (the rating) are two things.

            | state | means |
            | --- | --- |
            | ASSIGNED | somebody, or a desk, has it to source |
            | SOURCED | evidence stands behind it, and it waits for a reviewer |
            | DISPUTED | somebody objects, and it waits for an answer or a decision |
            | VERIFIED | the check is finished, with a verdict |

            """;
    private static final String BETWEEN = """

            An act that is not in the table is refused with 409 and the list of what is possible now.

            ## Every act

            | from | act | to | who | needs |
            | --- | --- | --- | --- | --- |
            """;
    private static final String TAIL = """

            A dropped claim keeps its state; until it is restored nothing else is done with it.

            A new revision of the article places every claim that is not dropped: its words stand in it (`place`), are others
            (`reword`), or are gone (`orphan`). An orphaned claim is not verified until an editor has re-attached it.

            ## Duties

            Whatever roles somebody holds, on one claim:

            - who sourced it never verifies it: who attached evidence, submitted it or answered a dispute;
            - who opened a dispute may accept an answer to it, but never decides it as it stands;
            - who gave a verdict that was overturned does not give the next one;
            - who sourced or verified it never audits it;
            - an author of the article never verifies its claims.

            These are refused with 403. The database refuses them as well.
            """;

    private StatesPage() {}

    /** @param command that writes the page */
    static String write(String command) {
        StringBuilder page = new StringBuilder(HEAD.formatted(command));
        page.append("```mermaid\nstateDiagram-v2\n");
        List<Transition> moves = Transitions.table().stream().filter(row -> row.from() != row.to()).toList();
        moves.forEach(row -> page.append("    %s --> %s: %s\n".formatted(name(row.from(), "[*]"), row.to(),
                row.action().word())));
        page.append("```\n").append(BETWEEN);
        Transitions.table()
                .forEach(row -> page.append("| %s | %s | %s | %s | %s |\n".formatted(name(row.from(), "–"),
                        row.action().word(), row.from() == row.to() ? "unchanged" : row.to(), row.who(),
                        row.needs())));
        return page.append(TAIL).toString();
    }

    private static String name(State state, String none) {
        return state == null ? none : state.name();
    }
}
