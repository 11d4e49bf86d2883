package org.claimdesk.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a desk wants to stand behind a claim before it is called sourced or verified: so many first-hand origins, or so
 * many independent ones of any rank. 0 means that way is not open; one of the two is. Pure.
 */
public record Rule(int primary, int independent) {

    private static final String[] NUMBERS = {"no", "one", "two", "three", "four", "five"};

    public Rule {
        if (primary < 0 || independent < 0 || primary + independent == 0) {
            throw new IllegalArgumentException(
                    "a rule of sources is two numbers that are not negative and not both 0, not " + primary + "/"
                            + independent);
        }
    }

    /** Whether what supports, or what contradicts, is enough: a claim may be shown to be right or to be wrong. */
    public boolean met(Independence found) {
        return enough(found.primarySupports(), found.supports())
                || enough(found.primaryContradicts(), found.contradicts());
    }

    private boolean enough(int firstHand, int all) {
        return primary > 0 && firstHand >= primary || independent > 0 && all >= independent;
    }

    /** Such as "one first-hand or two independent origins". */
    public String words() {
        List<String> ways = new ArrayList<>();
        if (primary > 0) {
            ways.add(number(primary) + " first-hand");
        }
        if (independent > 0) {
            ways.add(number(independent) + " independent");
        }
        boolean one = independent == 1 || independent == 0 && primary == 1;
        return String.join(" or ", ways) + (one ? " origin" : " origins");
    }

    private static String number(int count) {
        return count < NUMBERS.length ? NUMBERS[count] : Integer.toString(count);
    }
}
