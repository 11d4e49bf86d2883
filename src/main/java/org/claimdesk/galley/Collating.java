package org.claimdesk.galley;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.PlaceLine;
import org.claimdesk.text.Block;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.placement.Comparison;
import org.claimdesk.text.placement.Comparison.Kind;
import org.claimdesk.text.placement.Comparison.Piece;
import org.claimdesk.text.placement.Placement;

/**
 * Sets two revisions in one: the blocks of the newer text in their order, with what was cut struck out where it stood, and
 * blocks that are gone as a whole between them. Pure.
 */
final class Collating {

    /** A revision as it is compared. @param places how the claims stood in it */
    record Side(String text, List<Block> blocks, List<PlaceLine> places) {}

    /**
     * A block of both.
     *
     * @param gone  whether the older text alone has it
     * @param notes the claims whose words begin in it
     */
    record BothBlock(Block.Kind kind, boolean gone, List<Words> words, List<Note> notes) {
        public String css() {
            return Typesetting.css(kind);
        }
    }

    /** Words of one kind, on one claim or on none. @param first whether they are the first that are shown of it */
    record Words(Kind kind, String words, ClaimLine claim, boolean first) {
        /** Without the white space at the borders of a change, which is set outside it. */
        public String shown() {
            return kind == Kind.SAME ? words : words.strip();
        }

        public boolean cut() {
            return kind == Kind.CUT;
        }

        public boolean put() {
            return kind == Kind.PUT;
        }
    }

    /** A claim in the margin. @param how it stands in the newer revision; null where it does not, being dropped */
    record Note(ClaimLine claim, Placement how) {
        public String word() {
            return how == null ? "" : how.word();
        }
    }

    private final Side from;
    private final Side to;
    private final CodePoints fromText;
    private final CodePoints toText;
    private final Map<Long, ClaimLine> claims = new HashMap<>();
    private final Map<Long, Placement> now = new HashMap<>();
    private final Set<Long> shown = new HashSet<>();
    private final List<List<Words>> words = new ArrayList<>();
    /** Blocks that are gone, by the number of blocks of the newer text that begin before them. */
    private final Map<Integer, List<BothBlock>> gone = new HashMap<>();

    private Collating(Side from, Side to, List<ClaimLine> lines) {
        this.from = from;
        this.to = to;
        this.fromText = new CodePoints(from.text());
        this.toText = new CodePoints(to.text());
        lines.forEach(claim -> claims.put(claim.id(), claim));
        to.places().forEach(place -> now.put(place.claim(), place.how()));
        to.blocks().forEach(block -> words.add(new ArrayList<>()));
    }

    /** @param claims all those of the article */
    static List<BothBlock> of(Side from, Side to, List<ClaimLine> claims) {
        return new Collating(from, to, claims).set(Comparison.of(from.text(), to.text()));
    }

    private List<BothBlock> set(List<Piece> pieces) {
        Map<Integer, Integer> homes = homes(pieces);
        int begun = 0;
        for (Piece piece : pieces) {
            if (piece.kind() == Kind.CUT) {
                for (int i = at(from, piece.oldStart()); i < from.blocks().size()
                        && from.blocks().get(i).start() < piece.oldEnd(); i++) {
                    cut(piece, i, homes, begun);
                }
            } else {
                for (int i = at(to, piece.newStart()); i < to.blocks().size()
                        && to.blocks().get(i).start() < piece.newEnd(); i++) {
                    Block block = to.blocks().get(i);
                    begun = Math.max(begun, i + 1);
                    words.get(i)
                            .addAll(words(piece.kind(), toText, to, Math.max(piece.newStart(), block.start()),
                                    Math.min(piece.newEnd(), block.end())));
                }
            }
        }
        return inOrder();
    }

    private void cut(Piece piece, int number, Map<Integer, Integer> homes, int begun) {
        Block block = from.blocks().get(number);
        List<Words> struck = words(Kind.CUT, fromText, from, Math.max(piece.oldStart(), block.start()),
                Math.min(piece.oldEnd(), block.end()));
        Integer home = homes.get(number);
        if (home != null) {
            words.get(home).addAll(struck);
        } else if (!struck.isEmpty()) {
            gone.computeIfAbsent(begun, unused -> new ArrayList<>())
                    .add(new BothBlock(block.kind(), true, struck, notes(struck)));
        }
    }

    /** In which newer block words of an older one stayed: the first one. */
    private Map<Integer, Integer> homes(List<Piece> pieces) {
        Map<Integer, Integer> homes = new HashMap<>();
        for (Piece piece : pieces) {
            if (piece.kind() == Kind.SAME) {
                int newBlock = at(to, piece.newStart());
                // What stayed has the same line ends, so its blocks go side by side.
                int first = at(from, piece.oldStart());
                for (int i = first; i < from.blocks().size() && from.blocks().get(i).start() < piece.oldEnd(); i++) {
                    Block block = from.blocks().get(i);
                    boolean any = Math.max(piece.oldStart(), block.start()) < Math.min(piece.oldEnd(), block.end());
                    if (any && newBlock + i - first < to.blocks().size()) {
                        homes.putIfAbsent(i, newBlock + i - first);
                    }
                }
            }
        }
        return homes;
    }

    private List<BothBlock> inOrder() {
        List<BothBlock> set = new ArrayList<>(gone.getOrDefault(0, List.of()));
        for (int i = 0; i < to.blocks().size(); i++) {
            set.add(new BothBlock(to.blocks().get(i).kind(), false, words.get(i), notes(words.get(i))));
            set.addAll(gone.getOrDefault(i + 1, List.of()));
        }
        return set;
    }

    private List<Note> notes(List<Words> words) {
        return words.stream()
                .filter(Words::first)
                .map(each -> new Note(each.claim(), now.get(each.claim().id())))
                .toList();
    }

    /** The words between two offsets, cut where claims begin and end. */
    private List<Words> words(Kind kind, CodePoints text, Side side, int start, int end) {
        if (start >= end) {
            return List.of();
        }
        List<PlaceLine> on = side.places()
                .stream()
                .filter(place -> place.exact() != null && place.start() < end && place.end() > start
                        && claims.containsKey(place.claim()))
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        on.forEach(place -> {
            cuts.add(Math.max(start, place.start()));
            cuts.add(Math.min(end, place.end()));
        });
        List<Words> words = new ArrayList<>();
        Integer from = null;
        for (Integer cut : cuts) {
            if (from != null) {
                int begin = from;
                ClaimLine claim = on.stream()
                        .filter(place -> place.start() <= begin && place.end() >= cut)
                        .min(Comparator.comparingInt(place -> place.end() - place.start()))
                        .map(place -> claims.get(place.claim()))
                        .orElse(null);
                words.add(new Words(kind, text.slice(begin, cut), claim, claim != null && shows(kind, claim)));
            }
            from = cut;
        }
        return words;
    }

    /** A claim is noted once: at its words in the newer text, or where they were cut if they are gone. */
    private boolean shows(Kind kind, ClaimLine claim) {
        boolean stands = now.containsKey(claim.id()) && now.get(claim.id()) != Placement.ORPHANED;
        return (kind != Kind.CUT || !stands) && shown.add(claim.id());
    }

    /** The number of the block at an offset: the last that begins at it or before. */
    private static int at(Side side, int offset) {
        int low = 0;
        int high = side.blocks().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (side.blocks().get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
