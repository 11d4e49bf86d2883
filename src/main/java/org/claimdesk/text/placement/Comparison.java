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
     * A stretch of one kind. What stayed and what was put in, taken together, is the new text, white space included.
     *
     * @param start first code point: in the old text where it was cut, otherwise in the new one
     * @param end   one past the last
     */
    public record Piece(Kind kind, String words, int start, int end) {
        /** The element of HTML that says so. */
        public String element() {
            return switch (kind) {
                case SAME -> "span";
                case CUT -> "del";
                case PUT -> "ins";
            };
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
        List<Piece> cut = new ArrayList<>();
        List<Piece> put = new ArrayList<>();
        int shown = 0;
        for (Run run : runs) {
            if (run.kind() == Kind.CUT) {
                join(cut, piece(Kind.CUT, old, alignment.from(), run.old(), run.count()));
                continue;
            }
            Piece words = piece(run.kind(), now, alignment.to(), run.now(), run.count());
            // The white space before it belongs to it.
            Piece whole = new Piece(run.kind(), now.slice(shown, words.end()), shown, words.end());
            shown = words.end();
            if (run.kind() == Kind.PUT) {
                join(put, whole);
            } else {
                pieces.addAll(cut);
                pieces.addAll(put);
                cut.clear();
                put.clear();
                pieces.add(whole);
            }
        }
        pieces.addAll(cut);
        pieces.addAll(put);
        if (shown < now.length()) {
            pieces.add(new Piece(Kind.SAME, now.slice(shown, now.length()), shown, now.length()));
        }
        return List.copyOf(pieces);
    }

    private void join(List<Piece> pieces, Piece next) {
        if (pieces.isEmpty()) {
            pieces.add(next);
            return;
        }
        Piece last = pieces.get(0);
        CodePoints text = next.kind() == Kind.CUT ? old : now;
        pieces.set(0, new Piece(next.kind(), text.slice(last.start(), next.end()), last.start(), next.end()));
    }

    private static Piece piece(Kind kind, CodePoints text, Tokens tokens, int first, int count) {
        int start = tokens.get(first).start();
        int end = tokens.get(first + count - 1).end();
        return new Piece(kind, text.slice(start, end), start, end);
    }
}
