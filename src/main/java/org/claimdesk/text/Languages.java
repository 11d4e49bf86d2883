package org.claimdesk.text;

import java.util.Locale;
import java.util.Set;

/**
 * Tells English from other languages, cheaply and on purpose crudely: text is taken for English when at least half of its
 * letters are Latin and, of twenty words or more, at least one in twelve is among the commonest words of English and of
 * no other language. Fewer words tell nothing and are taken for what the rest of the article is.
 */
final class Languages {

    /** What a text looks like. */
    enum Look {
        ENGLISH, OTHER, TOO_SHORT_TO_TELL
    }

    private static final int ENOUGH_WORDS = 20;
    private static final int ONE_IN = 12;
    private static final Set<String> COMMON = Set.of("the", "and", "of", "to", "that", "with", "this", "from", "have",
            "has", "been", "were", "their", "which", "they", "said", "would", "about", "after", "because", "there",
            "but", "not", "she", "his", "who", "had", "by", "it", "are", "you", "for", "is", "was", "he", "as", "at");

    private Languages() {}

    static Look look(String text) {
        int letters = 0;
        int latin = 0;
        int words = 0;
        int common = 0;
        int wordStart = -1;
        for (int i = 0; i <= text.length();) {
            int point = i < text.length() ? text.codePointAt(i) : ' ';
            if (Character.isLetter(point)) {
                letters++;
                latin += Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN ? 1 : 0;
                wordStart = wordStart < 0 ? i : wordStart;
            } else if (wordStart >= 0 && Character.getType(point) != Character.NON_SPACING_MARK) {
                words++;
                common += i - wordStart <= 7 && COMMON.contains(text.substring(wordStart, i).toLowerCase(Locale.ROOT))
                        ? 1
                        : 0;
                wordStart = -1;
            }
            i += Character.charCount(point);
        }
        if (latin * 2 < letters) {
            return Look.OTHER;
        }
        if (words < ENOUGH_WORDS) {
            return Look.TOO_SHORT_TO_TELL;
        }
        return common * ONE_IN >= words ? Look.ENGLISH : Look.OTHER;
    }
}
