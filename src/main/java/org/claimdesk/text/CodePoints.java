package org.claimdesk.text;

import java.util.ArrayList;
import java.util.List;

/** A text addressed by Unicode code points, the unit of every offset in Claimdesk. */
public final class CodePoints {

    private final String text;
    private final int[] points;

    public CodePoints(String text) {
        this.text = text;
        this.points = text.codePoints().toArray();
    }

    public int length() {
        return points.length;
    }

    public String text() {
        return text;
    }

    public int at(int offset) {
        return points[offset];
    }

    /** @throws IndexOutOfBoundsException unless 0 &lt;= start &lt;= end &lt;= length */
    public String slice(int start, int end) {
        return new String(points, start, end - start);
    }

    /** As {@link #slice}, with offsets outside the text moved to its ends. */
    public String clip(int start, int end) {
        int from = Math.max(0, Math.min(start, points.length));
        return slice(from, Math.max(from, Math.min(end, points.length)));
    }

    /** Where these words stand, as code point offsets in order; overlapping occurrences count. */
    public List<Integer> occurrences(String words) {
        List<Integer> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        int unit = 0;
        int point = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            point += text.codePointCount(unit, at);
            unit = at;
            found.add(point);
        }
        return found;
    }
}
