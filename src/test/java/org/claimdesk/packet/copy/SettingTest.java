package org.claimdesk.packet.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.claimdesk.text.Block;
import org.junit.jupiter.api.Test;

/** Every letter of a text is set once, and every claim begins once, however they lie. */
class SettingTest {

    private static final String TEXT = "Headline\nOne 🚢 two three four.";
    private static final List<Block> BLOCKS = List.of(new Block(Block.Kind.HEADLINE, 0, 8),
            new Block(Block.Kind.PARAGRAPH, 9, 30));

    private static Standing claim(long id, int start, int end) {
        return new Standing(id, (int) id, start, end, Mark.ASSIGNED, null, true);
    }

    private static String shown(Setting.SetBlock block) {
        return block.runs()
                .stream()
                .map(run -> run.begins().stream().map(claim -> "<" + claim.id()).collect(Collectors.joining())
                        + (run.claim() == null ? "" : "[" + run.claim().id() + ":") + run.words()
                        + (run.claim() == null ? "" : "]"))
                .collect(Collectors.joining());
    }

    private static List<String> set(Standing... claims) {
        return Setting.set(TEXT, BLOCKS, List.of(claims)).stream().map(SettingTest::shown).toList();
    }

    @Test
    void withoutClaimsItIsTheText() {
        assertThat(set()).containsExactly("Headline", "One 🚢 two three four.");
    }

    @Test
    void ofClaimsThatOverlapTheShorterIsShown() {
        assertThat(set(claim(1, 9, 30), claim(2, 15, 18))).containsExactly("Headline",
                "<1[1:One 🚢 ]<2[2:two][1: three four.]");
        assertThat(set(claim(1, 9, 18), claim(2, 15, 30))).containsExactly("Headline",
                "<1[1:One 🚢 ]<2[1:two][2: three four.]");
    }

    @Test
    void aClaimOverTwoBlocksIsMarkedInBoth() {
        assertThat(set(claim(1, 0, 12))).containsExactly("<1[1:Headline]", "[1:One] 🚢 two three four.");
    }

    @Test
    void twoClaimsOnTheSameWordsAreBothReached() {
        assertThat(set(claim(1, 9, 12), claim(2, 9, 12))).containsExactly("Headline", "<1<2[1:One] 🚢 two three four.");
    }

    @Test
    void aParagraphOfTenThousandClaimsIsSetAtOnce() {
        String words = "a ".repeat(10_000);
        List<Standing> claims = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            claims.add(claim(i + 1, 2 * i, 20_000));
        }

        List<Setting.Run> runs = Setting
                .set(words, List.of(new Block(Block.Kind.PARAGRAPH, 0, 20_000)), claims)
                .get(0)
                .runs();

        assertThat(runs).hasSize(10_000);
        assertThat(runs.get(9_999).claim().id()).isEqualTo(10_000);
    }
}
