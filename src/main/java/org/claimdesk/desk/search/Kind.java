package org.claimdesk.desk.search;

import java.util.Arrays;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/** What can be searched; each has index cards of its own. */
enum Kind {
    CLAIM("claims", "Claims"), EVIDENCE("evidence", "Evidence"), ARTICLE("articles", "Articles");

    private final String word;
    private final String heading;

    Kind(String word, String heading) {
        this.word = word;
        this.heading = heading;
    }

    /** In addresses and on pages. */
    public String word() {
        return word;
    }

    public String heading() {
        return heading;
    }

    /** @throws Problem bad input where it is none of them; claims where nothing was said */
    static Kind asked(String word) {
        return Input.blank(word)
                ? CLAIM
                : Arrays.stream(values())
                        .filter(kind -> kind.word.equals(word.strip()))
                        .findFirst()
                        .orElseThrow(
                                () -> Problem.badInput("what", "What is searched is claims, evidence or articles."));
    }
}
