package org.claimdesk.packet.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

import org.claimdesk.text.Block;
import org.claimdesk.text.CodePoints;

/** Sets a text with its claims in it; of those that overlap, the shortest is shown. Its work grows with the claims, not faster. Pure. */
public final class Setting {

    private static final Comparator<Standing> SHORTEST = Comparator
            .<Standing>comparingInt(claim -> claim.end() - claim.start())
            .thenComparingLong(Standing::id);

    private final CodePoints text;
    private final List<Standing> claims;
    private final TreeSet<Standing> on = new TreeSet<>(SHORTEST);
    private int next;

    private Setting(CodePoints text, List<Standing> claims) {
        this.text = text;
        this.claims = claims;
    }

    public record SetBlock(Block.Kind kind, List<Run> runs) {
        /** The class of the style sheet. */
        public String css() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Words between two borders of claims. @param claim or null @param begins the claims whose words begin here */
    public record Run(String words, Standing claim, List<Standing> begins) {}

    /** @param claims those in the text, by where they begin */
    public static List<SetBlock> set(String text, List<Block> blocks, List<Standing> claims) {
        Setting setting = new Setting(new CodePoints(text), claims);
        return blocks.stream().map(block -> new SetBlock(block.kind(), setting.runs(block))).toList();
    }

    private List<Run> runs(Block block) {
        TreeMap<Integer, List<Standing>> begins = new TreeMap<>();
        begins.put(block.start(), new ArrayList<>());
        on.removeIf(claim -> claim.end() <= block.start());
        on.forEach(claim -> cut(begins, Math.min(claim.end(), block.end())));
        for (; next < claims.size() && claims.get(next).start() < block.end(); next++) {
            Standing claim = claims.get(next);
            if (claim.end() > block.start()) {
                cut(begins, Math.max(claim.start(), block.start())).add(claim);
                cut(begins, Math.min(claim.end(), block.end()));
            }
        }
        cut(begins, block.end());
        List<Run> runs = new ArrayList<>();
        for (int from = begins.firstKey(); from < block.end();) {
            int start = from;
            on.removeIf(claim -> claim.end() <= start);
            on.addAll(begins.get(start));
            int end = begins.higherKey(start);
            runs.add(new Run(text.slice(start, end), on.isEmpty() ? null : on.first(), begins.get(start)));
            from = end;
        }
        return runs;
    }

    private static List<Standing> cut(TreeMap<Integer, List<Standing>> begins, int at) {
        return begins.computeIfAbsent(at, none -> new ArrayList<>());
    }
}
