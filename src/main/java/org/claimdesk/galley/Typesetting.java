package org.claimdesk.galley;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.text.Block;
import org.claimdesk.text.CodePoints;

/** Sets an article's text in blocks, each cut into runs so that overlapping claims can be shown. Pure. */
final class Typesetting {

    private Typesetting() {}

    /**
     * A block as it is set.
     *
     * @param parts  its sentences and what stands between them
     * @param claims those that begin in it, in order
     */
    record SetBlock(int number, Block.Kind kind, int start, List<Part> parts, List<ClaimLine> claims) {
        /** The runs of all its parts. */
        List<Run> runs() {
            return parts.stream().flatMap(part -> part.runs().stream()).toList();
        }

        /** The numbers of its sentences, such as 3–5. */
        public String numbers() {
            List<Integer> numbers = parts.stream()
                    .filter(part -> part.sentence() != null)
                    .map(part -> part.sentence().number())
                    .toList();
            if (numbers.isEmpty()) {
                return "";
            }
            int last = numbers.get(numbers.size() - 1);
            return numbers.size() == 1 ? Integer.toString(last) : numbers.get(0) + "–" + last;
        }

        public String css() {
            return Typesetting.css(kind);
        }
    }

    /**
     * A sentence as it is set, or the space between two.
     *
     * @param sentence null for a space
     * @param claimed  whether a claim touches it
     */
    record Part(SentenceLine sentence, boolean claimed, List<Run> runs) {
        /** The class of the style sheet. */
        public String css() {
            return claimed
                    ? "claimed"
                    : sentence.disposition().name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + (suggested() ? " suggested" : "");
        }

        /** Whether it waits to be called something and is worth checking. */
        public boolean suggested() {
            return !claimed && sentence.disposition() == Disposition.UNREVIEWED && sentence.worthChecking();
        }

        /** What speaks for checking it, or against. */
        public String why() {
            return String.join("; ", sentence.reasons());
        }

        /** What it is, in words; empty where a claim says more. */
        public String standing() {
            return claimed ? "" : sentence.disposition().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Words between two boundaries of claims.
     *
     * @param claim the shortest claim on them, or null
     * @param over  how many claims lie on them
     * @param first whether these are the first words shown as this claim's
     */
    record Run(String words, ClaimLine claim, int over, boolean first) {}

    /** The class of the style sheet. */
    static String css(Block.Kind kind) {
        return switch (kind) {
            case HEADLINE -> "hed";
            case DEK -> "dek";
            case BYLINE -> "byl";
            case DATE -> "dat";
            case SUBHEAD -> "sub";
            case CAPTION -> "cap";
            case QUOTATION -> "quo";
            case LIST_ITEM -> "item";
            case PARAGRAPH -> "par";
        };
    }

    static List<SetBlock> set(String text, List<Block> blocks, List<ClaimLine> claims, List<SentenceLine> sentences) {
        CodePoints points = new CodePoints(text);
        Set<Long> shown = new HashSet<>();
        List<SetBlock> set = new ArrayList<>();
        int next = 0;
        for (Block block : blocks) {
            int first = next;
            while (next < sentences.size() && sentences.get(next).end() <= block.end()) {
                next++;
            }
            List<ClaimLine> on = claims.stream()
                    .filter(claim -> claim.start() < block.end() && claim.end() > block.start())
                    .toList();
            List<ClaimLine> beginning = on.stream().filter(claim -> claim.start() >= block.start()).toList();
            set.add(new SetBlock(set.size() + 1, block.kind(), block.start(),
                    parts(points, block, on, sentences.subList(first, next), shown),
                    beginning));
        }
        return set;
    }

    private static List<Part> parts(CodePoints text, Block block, List<ClaimLine> claims, List<SentenceLine> sentences,
            Set<Long> shown) {
        List<Part> parts = new ArrayList<>();
        int at = block.start();
        for (SentenceLine sentence : sentences) {
            if (block.holds(sentence.start(), sentence.end())) {
                if (at < sentence.start()) {
                    parts.add(new Part(null, false, runs(text, at, sentence.start(), claims, shown)));
                }
                boolean claimed = claims.stream().anyMatch(claim -> sentence.touches(claim.start(), claim.end()));
                parts.add(new Part(sentence, claimed, runs(text, sentence.start(), sentence.end(), claims, shown)));
                at = sentence.end();
            }
        }
        if (at < block.end()) {
            parts.add(new Part(null, false, runs(text, at, block.end(), claims, shown)));
        }
        return parts;
    }

    private static List<Run> runs(CodePoints text, int begin, int end, List<ClaimLine> claims, Set<Long> shown) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(begin, end));
        for (ClaimLine claim : claims) {
            cuts.add(Math.min(Math.max(claim.start(), begin), end));
            cuts.add(Math.max(Math.min(claim.end(), end), begin));
        }
        List<Run> runs = new ArrayList<>();
        Integer from = null;
        for (Integer cut : cuts) {
            if (from != null) {
                int start = from;
                List<ClaimLine> over = claims.stream()
                        .filter(claim -> claim.start() <= start && claim.end() >= cut)
                        .toList();
                ClaimLine shortest = over.stream()
                        .min(Comparator.comparingInt(claim -> claim.end() - claim.start()))
                        .orElse(null);
                runs.add(new Run(text.slice(start, cut), shortest, over.size(),
                        shortest != null && shown.add(shortest.id())));
            }
            from = cut;
        }
        return runs;
    }
}
