package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.PlaceLine;
import org.claimdesk.text.Block;
import org.claimdesk.text.placement.Placement;
import org.junit.jupiter.api.Test;

/** A word in brackets after words is the claim on them; [-cut-], [+put in+]. */
class CollatingTest {

    private static final String OLD = "Fares\nThe fare is $40.\nCritics protest.\nThe end.";

    @Test
    void whatChangedStandsInItsBlock() {
        assertThat(read(OLD, "Fares\nThe adult fare is $50.\nCritics protest.\nThe end."))
                .containsExactly("Fares", "The[+ adult+] fare is $[-40-][+50+].", "Critics protest.", "The end.");
    }

    @Test
    void aBlockThatIsGoneStandsAloneBetweenItsNeighbours() {
        assertThat(read(OLD, "Fares\nThe fare is $40.\nThe end.")).containsExactly("Fares", "The fare is $40.",
                "gone: [-Critics protest.-]", "The end.");
        assertThat(read(OLD, "Fares\nThe fare is $40.\nCritics protest.")).containsExactly("Fares",
                "The fare is $40.", "Critics protest.", "gone: [-The end.-]");
        assertThat(read(OLD, "The fare is $40.\nCritics protest.\nThe end.")).containsExactly("gone: [-Fares-]",
                "The fare is $40.", "Critics protest.", "The end.");
    }

    @Test
    void aBlockThatIsNewIsPutInAsAWhole() {
        assertThat(read(OLD, "Fares\nA first line.\nThe fare is $40.\nCritics protest.\nThe end.")).containsExactly(
                "Fares", "[+A first line.+]", "The fare is $40.", "Critics protest.", "The end.");
    }

    @Test
    void theBeginningOfABlockThatWasCutStandsInIt() {
        assertThat(read("Fares\nIn short, the fare is $40.", "Fares\nthe fare is $40.")).containsExactly("Fares",
                "[-In short,-]the fare is $40.");
    }

    @Test
    void anotherTextIsAllCutAndPutIn() {
        assertThat(read("Fares\nOld words.", "Weather\nRain, mostly."))
                .allSatisfy(block -> assertThat(block).matches(".*\\[[-+].*[-+]]|.*\\."));
    }

    @Test
    void aClaimIsNotedAtItsWordsAndAnOrphanWhereItsWordsWereCut() {
        ClaimLine fare = Lines.claim(1, 0, 0);
        ClaimLine protest = Lines.claim(2, 0, 0);
        List<Collating.BothBlock> set = Collating.of(
                side(OLD, new PlaceLine(1, 1, Placement.PLACED, "fare is $40", 10, 21),
                        new PlaceLine(2, 1, Placement.PLACED, "Critics protest", 23, 38)),
                side("Fares\nThe fare is $50.\nThe end.",
                        new PlaceLine(1, 2, Placement.REWORDED, "fare is $50", 10, 21),
                        new PlaceLine(2, 2, Placement.ORPHANED, null, null, null)),
                List.of(fare, protest));

        assertThat(set).extracting(block -> block.notes()
                .stream()
                .map(note -> note.claim().id() + " " + note.word())
                .collect(Collectors.joining()))
                .containsExactly("", "1 reworded", "2 orphaned", "");
        assertThat(set.get(2).gone()).isTrue();
    }

    private static List<String> read(String old, String now) {
        return Collating.of(side(old), side(now), List.of())
                .stream()
                .map(block -> (block.gone() ? "gone: " : "")
                        + block.words().stream().map(words -> switch (words.kind()) {
                            case SAME -> words.words();
                            case CUT -> "[-" + words.words() + "-]";
                            case PUT -> "[+" + words.words() + "+]";
                        }).collect(Collectors.joining()))
                .toList();
    }

    private static Collating.Side side(String text, PlaceLine... places) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n")) {
            blocks.add(new Block(Block.Kind.PARAGRAPH, start, start + line.length()));
            start += line.length() + 1;
        }
        return new Collating.Side(text, blocks, List.of(places));
    }
}
