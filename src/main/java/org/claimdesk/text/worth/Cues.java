package org.claimdesk.text.worth;

import java.util.Arrays;

/** The cues of one sentence and the tokens each was first seen at. */
final class Cues {

    private static final int LONGEST_RUN = 4;
    private static final Cue[] ALL = Cue.values();

    private final Tokens tokens;
    /** First and last token of each cue, or -1. */
    private final int[] first = new int[ALL.length];
    private final int[] last = new int[ALL.length];
    private final int[] times = new int[ALL.length];

    private Cues(Tokens tokens) {
        this.tokens = tokens;
        Arrays.fill(first, -1);
    }

    static Cues of(Tokens tokens) {
        Cues cues = new Cues(tokens);
        cues.words();
        cues.numbers();
        cues.marks();
        Names.find(tokens, cues);
        cues.length();
        return cues;
    }

    boolean has(Cue cue) {
        return times[cue.ordinal()] > 0;
    }

    int times(Cue cue) {
        return times[cue.ordinal()];
    }

    int first(Cue cue) {
        return first[cue.ordinal()];
    }

    int last(Cue cue) {
        return last[cue.ordinal()];
    }

    /** The words of the sentence that show the cue. */
    String words(Cue cue) {
        return tokens.words(first(cue), last(cue));
    }

    void see(Cue cue, int from, int to) {
        int at = cue.ordinal();
        // A longer run beginning at the same word says more, and so does a name than a word like it.
        boolean longer = to - from > last[at] - first[at];
        boolean named = (cue == Cue.BODY || cue == Cue.LAWNAME) && tokens.capital(from);
        if (times[at] == 0 || longer && (from == first[at] || named) || named && !tokens.capital(first[at])) {
            first[at] = from;
            last[at] = to;
        }
        times[at]++;
    }

    static boolean listed(Cue cue, Tokens tokens, int token) {
        return CueWords.in(CueWords.set(tokens.line, tokens.from[token], tokens.to[token]), cue);
    }

    /** A word of grammar or one that a list of ours knows by itself. */
    static boolean common(Tokens tokens, int token) {
        return CueWords.set(tokens.line, tokens.from[token], tokens.to[token]) != 0;
    }

    private void words() {
        for (int i = 0; i < tokens.count; i++) {
            int end = Math.min(tokens.count, i + LONGEST_RUN);
            for (int j = i; j < end; j++) {
                listed(CueWords.set(tokens.line, tokens.from[i], tokens.to[j]), i, j);
            }
            if (past(i)) {
                see(Cue.PAST, i, i);
            }
        }
    }

    private void listed(long set, int from, int to) {
        for (long rest = set; rest != 0; rest &= rest - 1) {
            Cue cue = ALL[Long.numberOfTrailingZeros(rest)];
            // A month is written with a capital: march and may are also words.
            if (cue != Cue.DATE || tokens.capital(from)) {
                see(cue, from, to);
            }
        }
    }

    /** A word like walked; need, red and hundred are too short or listed elsewhere. */
    private boolean past(int token) {
        int to = tokens.to[token];
        return tokens.kinds[token] == Tokens.Kind.WORD && to - tokens.from[token] > 4 && tokens.line[to - 1] == 'd'
                && tokens.line[to - 2] == 'e' && tokens.line[to - 3] != 'e' && !tokens.is(token, "hundred");
    }

    private void numbers() {
        for (int i = 0; i < tokens.count; i++) {
            switch (tokens.kinds[i]) {
                case YEAR -> see(Cue.DATE, monthBefore(i), i);
                case NUMBER -> number(i);
                default -> {
                    if (tokens.is(i, "may") && tokens.capital(i) && (digits(i + 1) || preposition(i - 1))) {
                        see(Cue.DATE, i, digits(i + 1) ? i + 1 : i);
                    } else if (percent(i)) {
                        see(Cue.PERCENT, i, i);
                    }
                }
            }
        }
    }

    private void number(int i) {
        int month = monthBefore(i);
        if (month < i) {
            see(Cue.DATE, month, i);
        } else if (month(i + 1)) {
            see(Cue.DATE, i, i + 1);
        } else {
            int from = tokens.currency(i - 1) ? i - 1 : i;
            int to = i;
            while (to + 1 < tokens.count && (percent(to + 1) || magnitude(to + 1))) {
                to++;
            }
            see(Cue.FIGURE, from, to);
            if (from < i || to + 1 < tokens.count && (tokens.is(to + 1, "dollars") || tokens.is(to + 1, "euros"))) {
                see(Cue.MONEY, from, to);
            }
        }
    }

    /** The month before a day or year, as in May 2020, Jan. 2020 and May 3, 2020; otherwise the token itself. */
    private int monthBefore(int token) {
        int at = token;
        if (tokens.is(at - 1, ",") && digits(at - 2)) {
            at -= 2;
        }
        if (tokens.is(at - 1, ".")) {
            at--;
        }
        return month(at - 1) ? at - 1 : token;
    }

    private boolean month(int token) {
        return token >= 0 && token < tokens.count && tokens.capital(token) && listed(Cue.DATE, tokens, token);
    }

    private boolean digits(int token) {
        return token >= 0 && token < tokens.count && tokens.kinds[token] == Tokens.Kind.NUMBER;
    }

    private boolean preposition(int token) {
        return tokens.is(token, "in") || tokens.is(token, "since") || tokens.is(token, "until")
                || tokens.is(token, "last") || tokens.is(token, "by");
    }

    private boolean percent(int token) {
        return tokens.is(token, "percent") || tokens.is(token, "%")
                || tokens.is(token, "per") && tokens.is(token + 1, "cent");
    }

    private boolean magnitude(int token) {
        return tokens.is(token, "million") || tokens.is(token, "billion") || tokens.is(token, "trillion")
                || tokens.is(token, "thousand") || tokens.is(token, "hundred");
    }

    private void marks() {
        int open = -1;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, "\"")) {
                if (open >= 0 && i - open > 2) {
                    see(Cue.QUOTATION, open, i);
                }
                open = open < 0 ? i : -1;
            } else if (tokens.is(i, "?")) {
                see(Cue.QUESTION, i, i);
            } else if (tokens.is(i, "!")) {
                see(Cue.EXCLAIMED, i, i);
            }
        }
    }

    private void length() {
        if (tokens.count <= 6) {
            see(Cue.SHORT, 0, 0);
        } else if (tokens.count > 30) {
            see(Cue.LONG, 0, 0);
        }
    }
}
