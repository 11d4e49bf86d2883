package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.claimdesk.galley.Lines.claim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.galley.Typesetting.Run;
import org.claimdesk.galley.Typesetting.SetBlock;
import org.claimdesk.text.Block;
import org.claimdesk.text.Block.Kind;
import org.claimdesk.text.CodePoints;
import org.junit.jupiter.api.Test;

class TypesettingTest {

    private static final String TEXT = "Quiet 😀 door\nFees fell 40 percent.";
    private static final List<Block> BLOCKS = List.of(new Block(Kind.HEADLINE, 0, 12),
            new Block(Kind.PARAGRAPH, 13, 34));

    @Test
    void withoutClaimsABlockIsOneRun() {
        assertThat(set()).extracting(SetBlock::number, SetBlock::css, SetBlock::runs)
                .containsExactly(tuple(1, "hed", List.of(new Run("Quiet 😀 door", null, 0, false))),
                        tuple(2, "par", List.of(new Run("Fees fell 40 percent.", null, 0, false))));
    }

    @Test
    void theWordsOfAClaimAreARun() {
        ClaimLine fell = claim(1, 18, 33);

        assertThat(set(fell).get(1).runs()).containsExactly(new Run("Fees ", null, 0, false),
                new Run("fell 40 percent", fell, 1, true), new Run(".", null, 0, false));
    }

    @Test
    void offsetsAreCodePointsAndNotHalvesOfAnEmoji() {
        ClaimLine door = claim(1, 8, 12);

        assertThat(set(door).get(0).runs()).containsExactly(new Run("Quiet 😀 ", null, 0, false),
                new Run("door", door, 1, true));
    }

    @Test
    void aClaimWithinAnotherIsShownWithinIt() {
        ClaimLine outer = claim(1, 13, 34);
        ClaimLine inner = claim(2, 23, 25);

        assertThat(set(outer, inner).get(1).runs()).containsExactly(new Run("Fees fell ", outer, 1, true),
                new Run("40", inner, 2, true), new Run(" percent.", outer, 1, false));
    }

    @Test
    void overlappingClaimsShareTheWordsBetweenThem() {
        ClaimLine left = claim(1, 13, 25);
        ClaimLine right = claim(2, 18, 33);

        assertThat(set(left, right).get(1).runs()).containsExactly(new Run("Fees ", left, 1, true),
                new Run("fell 40", left, 2, false), new Run(" percent", right, 1, true), new Run(".", null, 0, false));
    }

    @Test
    void adjacentClaimsAreTwo() {
        ClaimLine left = claim(1, 13, 18);
        ClaimLine right = claim(2, 18, 34);

        assertThat(set(left, right).get(1).runs()).containsExactly(new Run("Fees ", left, 1, true),
                new Run("fell 40 percent.", right, 1, true));
    }

    /** Otherwise nothing on the page could be linked to or walked to as that claim's words. */
    @Test
    void ofClaimsThatBeginTogetherEachHasAFirstRun() {
        ClaimLine outer = claim(1, 13, 34);
        ClaimLine inner = claim(2, 13, 17);

        assertThat(set(outer, inner).get(1).runs()).containsExactly(new Run("Fees", inner, 2, true),
                new Run(" fell 40 percent.", outer, 1, true));
    }

    @Test
    void aClaimAcrossBlocksIsCutWhereTheyAreAndBeginsOnce() {
        ClaimLine across = claim(1, 8, 17);
        List<SetBlock> set = set(across);

        assertThat(set.get(0).runs()).containsExactly(new Run("Quiet 😀 ", null, 0, false),
                new Run("door", across, 1, true));
        assertThat(set.get(1).runs()).containsExactly(new Run("Fees", across, 1, false),
                new Run(" fell 40 percent.", null, 0, false));
        assertThat(set.get(0).claims()).containsExactly(across);
        assertThat(set.get(1).claims()).isEmpty();
    }

    @Test
    void rightToLeftWordsStayInTheOrderTheyAreWritten() {
        String text = "אמר: השער סגור";
        ClaimLine shut = claim(1, 5, 14);

        assertThat(Typesetting.set(text, List.of(new Block(Kind.QUOTATION, 0, 14)), List.of(shut), List.of())
                .get(0)
                .runs())
                .containsExactly(new Run("אמר: ", null, 0, false), new Run("השער סגור", shut, 1, true));
    }

    @Test
    void everyKindOfBlockHasAStyleOfItsOwn() {
        assertThat(Arrays.stream(Kind.values())
                .map(kind -> new SetBlock(1, kind, 0, List.of(), List.of()).css())
                .toList()).doesNotHaveDuplicates().allSatisfy(css -> assertThat(css).isNotBlank());
    }

    @Property
    void runsPutTogetherAreTheText(@ForAll @Size(max = 6) List<@IntRange(min = 0, max = 33) Integer> starts,
            @ForAll @Size(value = 6) List<@IntRange(min = 1, max = 20) Integer> lengths) {
        List<ClaimLine> claims = IntStream.range(0, starts.size())
                .mapToObj(i -> claim(i + 1, starts.get(i), Math.min(34, starts.get(i) + lengths.get(i))))
                .toList();
        List<SetBlock> set = Typesetting.set(TEXT, BLOCKS, claims, List.of());
        CodePoints points = new CodePoints(TEXT);

        assertThat(set.stream().map(TypesettingTest::words).collect(Collectors.joining("\n"))).isEqualTo(TEXT);
        for (SetBlock block : set) {
            int at = block.start();
            for (Run run : block.runs()) {
                int from = at;
                int to = at + run.words().codePointCount(0, run.words().length());
                List<ClaimLine> over = claims.stream()
                        .filter(claim -> claim.start() <= from && to <= claim.end())
                        .toList();
                assertThat(run.words()).isEqualTo(points.slice(from, to)).isNotEmpty();
                assertThat(run.over()).isEqualTo(over.size());
                assertThat(run.claim() == null).isEqualTo(over.isEmpty());
                assertThat(claims).noneMatch(claim -> from < claim.start() && claim.start() < to
                        || from < claim.end() && claim.end() < to);
                at = to;
            }
        }
        List<Run> firsts = set.stream().flatMap(block -> block.runs().stream()).filter(Run::first).toList();
        assertThat(firsts).extracting(Run::claim).doesNotHaveDuplicates();
        assertThat(set.stream().flatMap(block -> block.runs().stream()).map(Run::claim).filter(c -> c != null))
                .isSubsetOf(firsts.stream().map(Run::claim).toList());
    }

    private static List<SetBlock> set(ClaimLine... claims) {
        return Typesetting.set(TEXT, BLOCKS, List.of(claims), List.of());
    }

    private static String words(SetBlock block) {
        return block.runs().stream().map(Run::words).collect(Collectors.joining());
    }
}
