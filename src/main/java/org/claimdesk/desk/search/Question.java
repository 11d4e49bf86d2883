package org.claimdesk.desk.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked for.
 *
 * @param words   as typed, or empty
 * @param marks   that the index card has, all of them
 * @param since   the first moment
 * @param until   the moment after the last
 * @param verdict whether a mark tells what the verdict is or by whom
 */
record Question(Kind kind, String words, List<Mark> marks, Instant since, Instant until, boolean verdict) {

    /** Before and after everything that can be. */
    static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Whether nothing is said but what to search. */
    boolean empty() {
        return words.isEmpty() && marks.isEmpty() && since.equals(EVER) && until.equals(NEVER);
    }

    /** As a tsquery, empty where nothing is asked. @param read the words as a tsquery, or empty */
    String asked(String read) {
        Stream<String> inBrackets = read.isEmpty() ? Stream.empty() : Stream.of("(" + read + ")");
        return Stream.concat(inBrackets, marks.stream().map(Mark::quoted)).collect(Collectors.joining(" & "));
    }
}
