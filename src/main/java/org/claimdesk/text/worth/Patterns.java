package org.claimdesk.text.worth;

/**
 * The build of a sentence: common words as they are, every other word by its capital and ending only, numbers as numbers.
 * So "Tom Rask voted against it" and "Ines Aranda campaigned against it" look alike.
 */
final class Patterns {

    private static final int LONGEST_RUN = 4;
    private static final String[] ENDINGS = {"ed", "ing", "ly", "tion", "ions", "ment", "ty", "al", "er", "est", "ers",
            "ive",
            "ous", "able", "ic", "ence", "ance", "ies", "s", "n't"};

    private Patterns() {}

    static void of(Tokens tokens, Features features) {
        int count = tokens.count;
        char[] line = new char[tokens.lineLength + count * 6 + 8];
        int[] from = new int[count + 2];
        int[] to = new int[count + 2];
        int length = 0;
        for (int i = -1; i <= count; i++) {
            from[i + 1] = length;
            length = i < 0
                    ? put(line, length, "^")
                    : i == count ? put(line, length, "$") : shape(tokens, i, line, length);
            to[i + 1] = length;
            line[length++] = ' ';
        }
        for (int i = 0; i < count + 2; i++) {
            for (int j = i + 1; j < Math.min(count + 2, i + LONGEST_RUN); j++) {
                features.add(Group.PATTERNS, line, from[i], to[j]);
            }
        }
    }

    private static int shape(Tokens tokens, int i, char[] line, int length) {
        switch (tokens.kinds[i]) {
            case NUMBER :
                return put(line, length, "<0>");
            case YEAR :
                return put(line, length, "<y>");
            case MARK :
                return copy(tokens, i, line, length);
            default :
        }
        if (Cues.common(tokens, i)) {
            return copy(tokens, i, line, length);
        }
        if (tokens.capital(i) && i > 0) {
            return put(line, length, "Aa");
        }
        for (String ending : ENDINGS) {
            if (ends(tokens, i, ending)) {
                return put(line, put(line, length, "~"), ending);
            }
        }
        return put(line, length, "~");
    }

    private static boolean ends(Tokens tokens, int i, String ending) {
        int n = ending.length();
        int to = tokens.to[i];
        if (to - tokens.from[i] < n + 2) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            if (tokens.line[to - n + k] != ending.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private static int copy(Tokens tokens, int i, char[] line, int length) {
        int n = tokens.to[i] - tokens.from[i];
        System.arraycopy(tokens.line, tokens.from[i], line, length, n);
        return length + n;
    }

    private static int put(char[] line, int at, String word) {
        word.getChars(0, word.length(), line, at);
        return at + word.length();
    }
}
