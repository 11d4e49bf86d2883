package org.claimdesk.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.problem.Problem;

/**
 * Where a page of a claim's evidence ended: at a piece, and whether it stood when it was shown. So what is withdrawn
 * meanwhile, the last piece that was shown too, makes nobody miss another. Written {@code stands-12} or
 * {@code withdrawn-12}.
 */
public record Bookmark(boolean withdrawn, long id) {

    private static final Pattern WRITTEN = Pattern.compile("(stands|withdrawn)-([1-9]\\d{0,17})");

    public static Bookmark at(Exhibit last) {
        return new Bookmark(!last.stands(), last.id());
    }

    /**
     * @param written as the page before gave it; empty counts as absent
     * @return null where nothing was given
     * @throws Problem bad input for {@code after}
     */
    public static Bookmark read(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw Problem.badInput("after", "That is no place in a list of evidence. Take the one of the page before.");
        }
        return new Bookmark(parts.group(1).equals("withdrawn"), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return (withdrawn ? "withdrawn-" : "stands-") + id;
    }
}
