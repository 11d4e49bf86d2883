package org.claimdesk.text.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.text.placement.Placement.MOVED;
import static org.claimdesk.text.placement.Placement.ORPHANED;
import static org.claimdesk.text.placement.Placement.PLACED;
import static org.claimdesk.text.placement.Placement.REWORDED;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;
import org.claimdesk.text.Manuscript;
import org.claimdesk.text.format.PlainText;
import org.claimdesk.text.Sentence;
import org.claimdesk.text.Sentences;
import org.junit.jupiter.api.Test;

/** Three edits of a real article in turn, every sentence of it a claim. The article is not part of the project. */
class RealArticleTest {

    private static final Path ARTICLE = Path.of("../shared/articles/next-stage-of-migration-crisis.txt");

    /** A claim as it stands: the text it was last found in, and where in it. */
    private record Standing(String text, Anchor words) {}

    @Test
    void everySentenceIsPlacedAsADeskWouldSay() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "the article is not here");
        Manuscript article = PlainText.read(Files.readString(ARTICLE));
        Map<Integer, Standing> claims = new TreeMap<>();
        CodePoints text = new CodePoints(article.text());
        for (Sentence sentence : Sentences.of(article.text(), article.blocks())) {
            claims.put(sentence.number(),
                    new Standing(article.text(), Anchor.at(text, sentence.start(), sentence.end())));
        }
        List<String> blocks = new ArrayList<>(List.of(article.text().split("\n")));

        // The second day: other figures, two paragraphs change places, a new one comes in.
        List<String> second = new ArrayList<>(blocks);
        int figures = blockOf(second, "75,480");
        second.set(figures, second.get(figures).replace("75,480", "76,019").replace("37,492", "37,104"));
        Collections.swap(second, blockOf(second, "1,159"), blockOf(second, "1,159") + 3);
        second.add(2, "A spokesman did not answer questions that were sent to him on two days in a row.");
        Map<Integer, Placement> expected = all(claims, PLACED);
        expected.put(sentenceOf(claims, "75,480"), REWORDED);
        expected.put(sentenceOf(claims, "37,492"), REWORDED);
        assertPlaced(claims, second, expected);

        // The third day: a paragraph is cut, a sentence goes to the end of another one, a headline is new.
        List<String> third = new ArrayList<>(second);
        int cut = blockOf(third, "So far, anyway.");
        String gone = third.remove(cut);
        int from = blockOf(third, "about 35 percent");
        String moving = third.get(from)
                .substring(third.get(from).indexOf("(A federal"), third.get(from).indexOf(".)") + 2);
        third.set(from, third.get(from).replace(moving + " ", ""));
        third.set(10, third.get(10) + " " + moving);
        third.set(0, "A quiet way across");
        expected = all(claims, PLACED);
        expected.put(sentenceOf(claims, "So far, anyway."), ORPHANED);
        expected.put(sentenceOf(claims, "(A federal"), MOVED);
        expected.put(1, ORPHANED);
        assertPlaced(claims, third, expected);

        // The last day: what was cut is back where it was, and a paragraph is told in other words.
        List<String> last = new ArrayList<>(third);
        last.add(cut, gone);
        int told = blockOf(last, "66,374");
        last.set(told, "Statistics of the agency show that many more people came in this way than in the year before.");
        expected = all(claims, PLACED);
        for (String lost : List.of("76,019", "37,104", "66,374", "aliens without visas", "than when the program")) {
            expected.put(sentenceOf(claims, lost), ORPHANED);
        }
        expected.put(1, ORPHANED);
        assertPlaced(claims, last, expected);
    }

    /** Swapped paragraphs are found by the comparison or by their words, whichever comes first. */
    private static void assertPlaced(Map<Integer, Standing> claims, List<String> blocks,
            Map<Integer, Placement> expected) {
        String now = String.join("\n", blocks);
        Map<String, List<Integer>> byText = new HashMap<>();
        claims.forEach(
                (number, claim) -> byText.computeIfAbsent(claim.text(), unused -> new ArrayList<>()).add(number));
        Map<Integer, Placement> placed = new TreeMap<>();
        byText.forEach((text, numbers) -> {
            List<Placed> places = Placing.of(text, now,
                    numbers.stream().map(number -> claims.get(number).words()).toList());
            for (int i = 0; i < numbers.size(); i++) {
                Placed place = places.get(i);
                Anchor before = claims.get(numbers.get(i)).words();
                placed.put(numbers.get(i), place.how() == MOVED && expected.get(numbers.get(i)) == PLACED
                        ? PLACED
                        : place.how());
                if (place.words() != null) {
                    assertThat(place.words().exact().equals(before.exact())).isEqualTo(place.how() != REWORDED);
                    claims.put(numbers.get(i), new Standing(now, place.words()));
                }
            }
        });
        assertThat(placed).isEqualTo(expected);
    }

    private static Map<Integer, Placement> all(Map<Integer, Standing> claims, Placement how) {
        Map<Integer, Placement> all = new TreeMap<>();
        claims.keySet().forEach(number -> all.put(number, how));
        return all;
    }

    private static int blockOf(List<String> blocks, String words) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).contains(words)) {
                return i;
            }
        }
        throw new AssertionError(words);
    }

    private static int sentenceOf(Map<Integer, Standing> claims, String words) {
        return claims.entrySet()
                .stream()
                .filter(claim -> claim.getValue().words().exact().contains(words))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
