package org.claimdesk.text.placement;

import java.util.ArrayList;
import java.util.List;

import org.claimdesk.text.CodePoints;

/**
 * A stretch of text as words, marks and line ends: what two texts are compared by. White space lies between tokens. A
 * figure ("75,480"), a hyphenated or shortened word ("didn’t") is one token; an ideograph is one of its own.
 */
final class Tokens {

    private final CodePoints text;
    private final List<Token> tokens = new ArrayList<>();

    /** @param start first code point in the text */
    record Token(String word, int start, int end) {}

    /** The tokens of the text between two offsets. */
    Tokens(CodePoints text, int from, int to) {
        this.text = text;
        int at = from;
        while (at < to) {
            int point = text.at(at);
            int end = at + 1;
            if (isWord(point)) {
                end = wordEnd(at, to);
            }
            if (point == '\n' || !isSpace(point)) {
                tokens.add(new Token(text.slice(at, end), at, end));
            }
            at = end;
        }
    }

    private int wordEnd(int from, int to) {
        int end = from + 1;
        while (end < to && (isWord(text.at(end)) || isMark(text.at(end))
                || joins(text.at(end)) && end + 1 < to && isWord(text.at(end + 1)))) {
            end++;
        }
        return end;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    List<String> words(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::word).toList();
    }

    /** The index of the first token that ends after an offset; the size where there is none. */
    int firstEndingAfter(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The index after the last token that starts before an offset. */
    int endOfThoseBefore(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean joins(int point) {
        return point == '.' || point == ',' || point == '\'' || point == '’' || point == '-' || point == '_';
    }

    static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
