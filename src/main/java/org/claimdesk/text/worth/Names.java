package org.claimdesk.text.worth;

/** Names of people, places and bodies, by their capitals. In a line where most words have one, capitals tell nothing. */
final class Names {

    private static final int ENOUGH_WORDS = 4;

    private Names() {}

    static void find(Tokens tokens, Cues cues) {
        if (titleCase(tokens)) {
            return;
        }
        for (int i = 0; i < tokens.count; i++) {
            if (!begins(tokens, i)) {
                continue;
            }
            int end = end(tokens, i);
            see(tokens, cues, i, end);
            i = end;
        }
    }

    private static boolean titleCase(Tokens tokens) {
        int words = 0;
        int capitals = 0;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kinds[i] == Tokens.Kind.WORD) {
                words++;
                capitals += tokens.capital(i) ? 1 : 0;
            }
        }
        return words >= ENOUGH_WORDS && capitals * 3 > words * 2;
    }

    private static boolean begins(Tokens tokens, int i) {
        if (!named(tokens, i)) {
            return false;
        }
        boolean first = i == 0
                || tokens.kinds[i - 1] == Tokens.Kind.MARK && ".\":?!-".indexOf(tokens.line[tokens.from[i - 1]]) >= 0;
        // The first word has its capital anyway: a name follows, or it is no common word.
        return !first || tokens.acronym(i)
                || !Cues.listed(Cue.STARTER, tokens, i) && i + 1 < tokens.count && named(tokens, i + 1)
                        && adjacent(tokens, i);
    }

    private static boolean named(Tokens tokens, int i) {
        return tokens.capital(i) && !Cues.listed(Cue.I, tokens, i) && !Cues.listed(Cue.DATE, tokens, i)
                && !tokens.is(i, "ok") && !tokens.is(i, "may");
    }

    private static int end(Tokens tokens, int start) {
        int end = start;
        for (int i = start + 1; i < tokens.count; i++) {
            if (named(tokens, i) && adjacent(tokens, i - 1)) {
                end = i;
            } else if (!(joins(tokens, i) && i - end <= 2 && adjacent(tokens, i - 1))) {
                break;
            }
        }
        return end;
    }

    /** Customs and Border Protection, Center for Immigration Studies, Bank of the West. */
    private static boolean joins(Tokens tokens, int i) {
        return tokens.is(i, "of") || tokens.is(i, "for") || tokens.is(i, "and") || tokens.is(i, "the")
                && (tokens.is(i - 1, "of") || tokens.is(i - 1, "for"));
    }

    /** No mark and at most one space or hyphen between this token and the next. */
    private static boolean adjacent(Tokens tokens, int i) {
        return i + 1 < tokens.count && tokens.starts[i + 1] - tokens.ends[i] <= 1;
    }

    private static void see(Tokens tokens, Cues cues, int from, int to) {
        boolean body = from == to && tokens.acronym(from);
        boolean law = false;
        for (int i = from; i <= to; i++) {
            body |= Cues.listed(Cue.BODY, tokens, i);
            law |= i > from && Cues.listed(Cue.LAWNAME, tokens, i);
        }
        cues.see(law ? Cue.LAWNAME : body ? Cue.BODY : Cue.NAME, from, to);
    }
}
