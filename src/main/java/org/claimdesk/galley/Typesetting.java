package org.claimdesk.galley;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.text.Block;
import org.claimdesk.text.CodePoints;

/** Sets an article's text in blocks, each cut into runs so that overlapping claims can be shown. Pure. */
final class Typesetting {

    private Typesetting() {}

    /**
     * A block as it is set.
     *
     * @param claims those that begin in it, in order
     */
    record SetBlock(int number, Block.Kind kind, int start, List<Run> runs, List<ClaimLine> claims) {
        public String css() {
            return switch (kind) {
                case HEADLINE -> "hed";
                case DEK -> "dek";
                case BYLINE -> "byl";
                case SUBHEAD -> "sub";
                case CAPTION -> "cap";
                case QUOTATION -> "quo";
                case LIST_ITEM -> "item";
                case PARAGRAPH -> "par";
            };
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

    static List<SetBlock> set(String text, List<Block> blocks, List<ClaimLine> claims) {
        CodePoints points = new CodePoints(text);
        Set<Long> shown = new HashSet<>();
        List<SetBlock> set = new ArrayList<>();
        for (Block block : blocks) {
            List<ClaimLine> on = claims.stream()
                    .filter(claim -> claim.start() < block.end() && claim.end() > block.start())
                    .toList();
            List<ClaimLine> beginning = on.stream().filter(claim -> claim.start() >= block.start()).toList();
            set.add(new SetBlock(set.size() + 1, block.kind(), block.start(), runs(points, block, on, shown),
                    beginning));
        }
        return set;
    }

    private static List<Run> runs(CodePoints text, Block block, List<ClaimLine> claims, Set<Long> shown) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(block.start(), block.end()));
        for (ClaimLine claim : claims) {
            cuts.add(Math.max(claim.start(), block.start()));
            cuts.add(Math.min(claim.end(), block.end()));
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
