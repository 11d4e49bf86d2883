package org.claimdesk.evidence.apart;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a file as it is read, page by page, in the form in which passages are picked from it. */
final class Paged {

    /** The longest text that is kept, in code points. */
    static final int MOST = 500_000;
    /** The most pages that text is read from. */
    static final int MOST_PAGES = 10_000;

    private static final Pattern BLANKS = Pattern.compile("[ \\u00A0]+");
    private static final Pattern ENDS = Pattern.compile(" ?\\n[ \\n]*");

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private int length;
    private boolean cut;

    /** Adds a page, which may be blank. @return whether there is room for more */
    boolean page(String words) {
        if (starts.size() == MOST_PAGES) {
            cut = true;
            return false;
        }
        starts.add(add(words));
        return !cut;
    }

    /** Adds text that has no pages. @return whether there is room for more */
    boolean more(String words) {
        add(words);
        return !cut;
    }

    boolean full() {
        return cut;
    }

    void cut() {
        cut = true;
    }

    private int add(String words) {
        String clean = clean(words);
        if (clean.isEmpty()) {
            return length;
        }
        if (length > 0) {
            text.append('\n');
            length++;
        }
        int start = length;
        int points = clean.codePointCount(0, clean.length());
        if (length + points > MOST) {
            int room = Math.max(0, MOST - length);
            clean = clean.substring(0, clean.offsetByCodePoints(0, room));
            points = room;
            cut = true;
        }
        text.append(clean);
        length += points;
        return start;
    }

    /** As a person's words are cleaned before they are looked for; what a file cannot say properly is a box. */
    private static String clean(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.replace("\r\n", "\n").codePoints().forEach(point -> {
            switch (point) {
                case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> clean.append('\n');
                case '\t' -> clean.append(' ');
                case '\uFEFF', '\u00AD' -> {
                }
                case '\uFFFD' -> clean.append('□');
                default -> {
                    if (Character.isISOControl(point)) {
                        clean.append(' ');
                    } else {
                        clean.appendCodePoint(
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '□' : point);
                    }
                }
            }
        });
        String composed = Normalizer.normalize(clean, Normalizer.Form.NFC);
        return ENDS.matcher(BLANKS.matcher(composed).replaceAll(" ")).replaceAll("\n").strip();
    }

    /** @param show how the file can be shown, or null with {@code unshown} */
    Findings findings(String mediaType, Show show, String unshown, Integer pages) {
        boolean blank = text.toString().isBlank();
        return new Findings(mediaType, show, unshown, pages, blank ? null : text.toString(),
                blank ? "There is no text in it." : null, cut, blank ? List.of() : starts);
    }
}
