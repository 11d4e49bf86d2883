package org.claimdesk.text;

import java.util.List;

/**
 * Words as a person gave them, to be found in a text.
 *
 * @param prefix words before, where the quote occurs more than once; may be empty
 * @param suffix words after; may be empty
 * @param start  code point where the words were selected, or null where they were pasted
 */
public record Quote(String exact, String prefix, String suffix, Integer start) {

    /** Where the quote stands: one place, none, or several to choose from. */
    public List<Anchor> in(CodePoints text) {
        String words = clean(exact);
        String before = clean(prefix);
        String after = clean(suffix);
        int length = words.codePointCount(0, words.length());
        List<Integer> found = text.occurrences(words);
        if (start != null && found.contains(start)) {
            return List.of(at(text, words, start, length));
        }
        List<Anchor> anchors = found.stream().map(at -> at(text, words, at, length)).toList();
        List<Anchor> fitting = anchors.stream().filter(anchor -> fits(text, anchor, before, after)).toList();
        return fitting.isEmpty() ? anchors : fitting;
    }

    /** As {@link Anchor#at}, but all places share the words: there may be as many as the text has letters. */
    private static Anchor at(CodePoints text, String words, int start, int length) {
        int end = start + length;
        return new Anchor(words, text.clip(start - Anchor.CONTEXT, start), text.clip(end, end + Anchor.CONTEXT), start,
                end);
    }

    private static boolean fits(CodePoints text, Anchor anchor, String before, String after) {
        String left = text.clip(anchor.start() - before.length() - 1, anchor.start()).strip();
        String right = text.clip(anchor.end(), anchor.end() + after.length() + 1).strip();
        return left.endsWith(before) && right.startsWith(after);
    }

    private static String clean(String words) {
        return words == null
                ? ""
                : CanonicalText.of(words).replaceAll("[ \\u00A0]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
    }
}
