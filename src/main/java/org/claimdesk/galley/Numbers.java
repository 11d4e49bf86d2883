package org.claimdesk.galley;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.article.Accounting;
import org.claimdesk.problem.Problem;

/** Numbers as people type them: 3, 5-9. Pure. */
final class Numbers {

    private static final Pattern ONE = Pattern.compile("(\\d{1,6})(?:\\s*[-–]\\s*(\\d{1,6}))?");

    private Numbers() {}

    /** @throws Problem bad input where it is something else, nothing, or more than one act takes */
    static Set<Integer> typed(String field, String value) {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : (value == null ? "" : value).strip().split("\\s*,\\s*")) {
            Matcher one = ONE.matcher(part);
            if (!one.matches()) {
                throw Problem.badInput(field, "Give the numbers of sentences, such as 3, 5-9.");
            }
            int from = Integer.parseInt(one.group(1));
            int to = one.group(2) == null ? from : Integer.parseInt(one.group(2));
            if (to < from || to - from >= Accounting.MOST) {
                throw Problem.badInput(field, "From %d to %d is none, or too many at once.".formatted(from, to));
            }
            for (int number = from; number <= to; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
