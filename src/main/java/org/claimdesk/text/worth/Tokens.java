package org.claimdesk.text.worth;

import java.util.Arrays;

/**
 * A sentence cut into words, numbers and marks, once, into arrays: everything else reads these and makes no strings. Beside
 * the sentence as it stands there is a plain line of it: lower case, numbers replaced by their kind, straight quotation
 * marks, one space between tokens. Any run of tokens is therefore one slice of {@link #line}.
 */
final class Tokens {

    /** What a token is. */
    enum Kind {
        WORD, NUMBER, YEAR, MARK
    }

    /** More of a sentence is not looked at; no sentence anyone wrote is longer. */
    static final int LONGEST = 5_000;

    private static final String CURRENCIES = "$£€¥₹";

    final String sentence;
    /** Begins and ends with a token for the edge, so that the first and last words are known as such. */
    final char[] line;
    int lineLength;
    int count;
    final Kind[] kinds;
    /** In the sentence. */
    final int[] starts;
    final int[] ends;
    /** In the line. */
    final int[] from;
    final int[] to;

    private Tokens(String sentence, int length) {
        this.sentence = sentence;
        kinds = new Kind[length];
        starts = new int[length];
        ends = new int[length];
        from = new int[length];
        to = new int[length];
        // A token of one character may stand for four and a space.
        line = new char[length * 8 + 4];
    }

    static Tokens of(String sentence) {
        int length = Math.min(sentence.length(), LONGEST);
        Tokens tokens = new Tokens(sentence, length);
        tokens.put('^');
        int at = 0;
        while (at < length) {
            char c = sentence.charAt(at);
            if (Character.isDigit(c)) {
                at = tokens.number(at, length);
            } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
                at = tokens.word(at, length);
            } else {
                if (c > ' ' && !Character.isSpaceChar(c) && c != '-') {
                    tokens.mark(at, c);
                }
                at++;
            }
        }
        tokens.put(' ');
        tokens.put('$');
        return tokens;
    }

    private int number(int start, int length) {
        int at = start;
        int digits = 0;
        boolean point = false;
        boolean comma = false;
        while (at < length) {
            char c = sentence.charAt(at);
            if (Character.isDigit(c)) {
                digits++;
            } else if ((c == ',' || c == '.') && at + 1 < length && Character.isDigit(sentence.charAt(at + 1))) {
                point |= c == '.';
                comma |= c == ',';
            } else {
                break;
            }
            at++;
        }
        boolean year = digits == 4 && !point && !comma && year(start);
        int suffix = at;
        while (at < length && at - suffix < 3 && Character.isLetter(sentence.charAt(at))) {
            at++;
        }
        open(start, year ? Kind.YEAR : Kind.NUMBER);
        put('<');
        put(year ? 'y' : point ? '.' : comma ? ',' : (char) ('0' + Math.min(digits, 9)));
        put('>');
        for (int i = suffix; i < at; i++) {
            put(Character.toLowerCase(sentence.charAt(i)));
        }
        close(at);
        return at;
    }

    private boolean year(int start) {
        char first = sentence.charAt(start);
        char second = sentence.charAt(start + 1);
        boolean money = start > 0 && CURRENCIES.indexOf(sentence.charAt(start - 1)) >= 0;
        return !money && (first == '1' && second >= '5' || first == '2' && second == '0');
    }

    private int word(int start, int length) {
        int at = start;
        while (at < length) {
            char c = sentence.charAt(at);
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                boolean letterFollows = at + 1 < length && Character.isLetter(sentence.charAt(at + 1));
                boolean apostrophe = (c == '\'' || c == '’') && letterFollows && !possessive(at, length);
                boolean initial = c == '.' && at - start <= 5 && Character.isLetter(sentence.charAt(at - 1))
                        && (at - start == 1 || sentence.charAt(at - 2) == '.')
                        && (letterFollows || at - start >= 3);
                if (!apostrophe && !initial) {
                    break;
                }
            }
            at++;
        }
        open(start, Kind.WORD);
        for (int i = start; i < at; i++) {
            char c = sentence.charAt(i);
            put(c == '’' ? '\'' : Character.toLowerCase(c));
        }
        close(at);
        // The possessive ending says nothing: Mexico's is Mexico.
        return at < length && (sentence.charAt(at) == '\'' || sentence.charAt(at) == '’') && possessive(at, length)
                ? at + 2
                : at;
    }

    private boolean possessive(int at, int length) {
        return at + 1 < length && (sentence.charAt(at + 1) == 's' || sentence.charAt(at + 1) == 'S')
                && (at + 2 >= length || !Character.isLetter(sentence.charAt(at + 2)));
    }

    private void mark(int at, char c) {
        open(at, Kind.MARK);
        put(switch (c) {
            case '“', '”', '„', '«', '»' -> '"';
            case '‘', '’' -> '\'';
            case '—', '–' -> '-';
            default -> c;
        });
        close(at + 1);
    }

    private void open(int start, Kind kind) {
        put(' ');
        kinds[count] = kind;
        starts[count] = start;
        from[count] = lineLength;
    }

    private void close(int end) {
        ends[count] = end;
        to[count] = lineLength;
        count++;
    }

    private void put(char c) {
        line[lineLength++] = c;
    }

    boolean is(int token, String word) {
        return token >= 0 && token < count && to[token] - from[token] == word.length()
                && Arrays.equals(line, from[token], to[token], word.toCharArray(), 0, word.length());
    }

    boolean capital(int token) {
        return kinds[token] == Kind.WORD && Character.isUpperCase(sentence.charAt(starts[token]));
    }

    /** All of it is in capitals, like NATO, U.S. and CBP. */
    boolean acronym(int token) {
        int letters = 0;
        for (int i = starts[token]; i < ends[token]; i++) {
            char c = sentence.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return kinds[token] == Kind.WORD && letters >= 2 && letters <= 6;
    }

    boolean currency(int token) {
        return token >= 0 && kinds[token] == Kind.MARK && CURRENCIES.indexOf(line[from[token]]) >= 0;
    }

    /** The words as they stand in the sentence. */
    String words(int first, int last) {
        return sentence.substring(starts[first], ends[last]);
    }
}
