package org.claimdesk.evidence;

import java.util.Arrays;
import java.util.List;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/** The exact words of an interview that may be needed. */
public final class Quotes {

    /** The most of one interview. */
    static final int MOST = 50;
    /** The longest, in characters. */
    static final int LONGEST = 2_000;

    private Quotes() {}

    /** Quotes as they are typed into one field, an empty line between two of them. */
    public static List<String> typed(String text) {
        return text == null ? List.of() : Arrays.asList(text.replace("\r\n", "\n").strip().split("(\n[ \t]*){2,}"));
    }

    /** In canonical form, without empty ones; null is none. @throws Problem bad input */
    static List<String> checked(List<String> quotes) {
        List<String> checked = (quotes == null ? List.<String>of() : quotes).stream()
                .map(quote -> Input.prose("quotes", quote))
                .filter(quote -> !quote.isEmpty())
                .toList();
        if (checked.size() > MOST) {
            throw Problem.badInput("quotes", "At most %d quotes are taken.".formatted(MOST));
        }
        checked.stream().filter(quote -> quote.length() > LONGEST).findFirst().ifPresent(quote -> {
            throw Problem.badInput("quotes",
                    "One has %,d characters; at most %,d are taken. Divide it by an empty line."
                            .formatted(quote.length(), LONGEST));
        });
        return checked;
    }
}
