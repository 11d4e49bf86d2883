package org.claimdesk.text.placement;

import java.util.ArrayList;
import java.util.List;

import org.claimdesk.text.CodePoints;

/** Two texts compared word by word, as people read it: what stayed, what was cut, what was put in. Pure. */
public final class Comparison {

    /** A word or two that stayed between changes reads worse than a change that goes through. */
    private static final int ISLAND = 4;

    /** What has become of words. */
    public enum Kind {
        SAME, CUT, PUT
    }

    /**
     * A stretch of one kind, with where it stands in both texts, by code points. What stayed and what was put in, taken
     * together, is the new text, white space included.
     *
     * @param oldEnd one past the last; as {@code oldStart} where it was put in
     * @param newEnd one past the last; as {@code newStart} where it was cut
     */
    public record Piece(Kind kind, String words, int oldStart, int oldEnd, int newStart, int newEnd) {
        public boolean cut() {
            return kind == Kind.CUT;
        }

        public boolean put() {
            return kind == Kind.PUT;
        }
    }

    /** A run of tokens: old ones that were cut, new ones that were put in, or pairs that are the same. */
    private record Run(Kind kind, int old, int now, int count) {}

    private final CodePoints old;
    private final CodePoints now;
    private final Alignment alignment;

    private Comparison(String old, String now) {
        this.old = new CodePoints(old);
        this.now = new CodePoints(now);
        this.alignment = new Alignment(this.old, this.now);
    }

    /** What was cut comes before what was put in for it. */
    public static List<Piece> of(String old, String now) {
        Comparison comparison = new Comparison(old, now);
        return comparison.pieces(comparison.withoutIslands(comparison.runs()));
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int before = 0;
        int after = 0;
        int olds = alignment.from().size();
        int news = alignment.to().size();
        while (before < olds || after < news) {
            int from = before;
            while (before < olds && alignment.partner(before) == Alignment.NONE) {
                before++;
            }
            add(runs, new Run(Kind.CUT, from, after, before - from));
            from = after;
            while (after < news && alignment.origin(after) == Alignment.NONE) {
                after++;
            }
            add(runs, new Run(Kind.PUT, before, from, after - from));
            from = before;
            while (before < olds && after < news && alignment.partner(before) == after) {
                before++;
                after++;
            }
            add(runs, new Run(Kind.SAME, from, after - (before - from), before - from));
        }
        return runs;
    }

    private static void add(List<Run> runs, Run run) {
        if (run.count() > 0) {
            runs.add(run);
        }
    }

    private List<Run> withoutIslands(List<Run> runs) {
        List<Run> read = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean island = run.kind() == Kind.SAME && i > 0 && i + 1 < runs.size() && letters(run) < ISLAND
                    && replaced(runs, i - 1, -1) && replaced(runs, i + 1, 1);
            if (island) {
                read.add(new Run(Kind.CUT, run.old(), run.now(), run.count()));
                read.add(new Run(Kind.PUT, run.old(), run.now(), run.count()));
            } else {
                read.add(run);
            }
        }
        return read;
    }

    /** Whether words were cut and others put in there. */
    private static boolean replaced(List<Run> runs, int at, int step) {
        int next = at + step;
        return runs.get(at).kind() != Kind.SAME && next >= 0 && next < runs.size()
                && runs.get(next).kind() != Kind.SAME;
    }

    private int letters(Run run) {
        int letters = 0;
        for (int i = run.now(); i < run.now() + run.count(); i++) {
            String word = alignment.to().get(i).word();
            // A line's end is a border, however short.
            letters += word.equals("\n") ? ISLAND : word.length();
        }
        return letters;
    }

    private List<Piece> pieces(List<Run> runs) {
        List<Piece> pieces = new ArrayList<>();
        int oldAt = 0;
        int newAt = 0;
        for (int i = 0; i < runs.size();) {
            Run run = runs.get(i);
            if (run.kind() == Kind.SAME) {
                int oldEnd = end(alignment.from(), run.old(), run);
                int newEnd = end(alignment.to(), run.now(), run);
                pieces.add(new Piece(Kind.SAME, now.slice(newAt, newEnd), start(alignment.from(), run.old()), oldEnd,
                        newAt, newEnd));
                oldAt = oldEnd;
                newAt = newEnd;
                i++;
                continue;
            }
            int cutStart = -1;
            int newStart = newAt;
            for (; i < runs.size() && runs.get(i).kind() != Kind.SAME; i++) {
                Run change = runs.get(i);
                if (change.kind() == Kind.CUT) {
                    cutStart = cutStart < 0 ? oldAt : cutStart;
                    oldAt = end(alignment.from(), change.old(), change);
                } else {
                    newAt = end(alignment.to(), change.now(), change);
                }
            }
            if (cutStart >= 0) {
                pieces.add(new Piece(Kind.CUT, old.slice(cutStart, oldAt), cutStart, oldAt, newStart, newStart));
            }
            if (newStart < newAt) {
                pieces.add(new Piece(Kind.PUT, now.slice(newStart, newAt), oldAt, oldAt, newStart, newAt));
            }
        }
        if (newAt < now.length()) {
            pieces.add(new Piece(Kind.SAME, now.slice(newAt, now.length()), oldAt, oldAt, newAt, now.length()));
        }
        return List.copyOf(pieces);
    }

    private static int start(Tokens tokens, int first) {
        return tokens.get(first).start();
    }

    private static int end(Tokens tokens, int first, Run run) {
        return tokens.get(first + run.count() - 1).end();
    }
}
