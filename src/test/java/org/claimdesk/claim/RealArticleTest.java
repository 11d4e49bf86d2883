package org.claimdesk.claim;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.text.placement.Placement;
import org.junit.jupiter.api.Test;

/**
 * A real article, every sentence of it a claim, and three edits of it filed in turn. It is not part of the project: words of
 * it here are figures and a few to find a place by.
 */
@NewsroomTest
class RealArticleTest {

    private static final Path ARTICLE = Path.of("../shared/articles/next-stage-of-migration-crisis.txt");
    private static final int SENTENCES = 136;

    @Inject
    Story story;
    @Inject
    Marking marking;

    @Test
    void everyClaimIsPlacedAsADeskWouldSay() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "the article is not here");
        long article = story.anArticleOf(Files.readString(ARTICLE));
        Set<Integer> all = IntStream.rangeClosed(1, SENTENCES).boxed().collect(Collectors.toCollection(TreeSet::new));
        marking.accept(article, 1, all, null, new Assignment(null, null, null, null), story.person("edith"));
        assertThat(story.lines(article)).hasSize(SENTENCES);
        List<String> first = List.of(story.text(article).split("\n"));

        // The second day: other figures, two paragraphs change places, a new one comes in.
        List<String> second = new ArrayList<>(first);
        int figures = blockOf(second, "75,480");
        second.set(figures, second.get(figures).replace("75,480", "76,019").replace("37,492", "37,104"));
        Collections.swap(second, blockOf(second, "1,159"), blockOf(second, "1,159") + 3);
        second.add(2, "A spokesman did not answer questions that were sent to him on two days in a row.");
        assertPlaced(article, 1, second, Map.of("75,480", REWORDED, "37,492", REWORDED));

        // The third day: a paragraph is cut, a sentence goes to the end of another one, the headline is new.
        List<String> third = new ArrayList<>(second);
        int cut = blockOf(third, "So far, anyway.");
        String gone = third.remove(cut);
        int from = blockOf(third, "about 35 percent");
        String moving = third.get(from)
                .substring(third.get(from).indexOf("(A federal"), third.get(from).indexOf(".)") + 2);
        third.set(from, third.get(from).replace(moving + " ", ""));
        third.set(10, third.get(10) + " " + moving);
        String headline = third.set(0, "A quiet way across");
        assertPlaced(article, 2, third, Map.of(gone, ORPHANED, "(A federal", MOVED, headline, ORPHANED));

        // The last day: what was cut is back where it was, and a paragraph is told in other words.
        List<String> last = new ArrayList<>(third);
        last.add(cut, gone);
        last.set(blockOf(last, "66,374"),
                "Statistics of the agency show that many more people came in this way than in the year before.");
        assertPlaced(article, 3, last, Map.of("76,019", ORPHANED, "37,104", ORPHANED, "66,374", ORPHANED,
                "aliens without visas", ORPHANED, "than when the program", ORPHANED, headline, ORPHANED));
    }

    /**
     * Files the blocks. Paragraphs that changed places may be found by the comparison or by their words, whichever comes
     * first.
     *
     * @param others by words of the claim, as they were, those that are not just placed
     */
    private void assertPlaced(long article, int base, List<String> blocks, Map<String, Placement> others) {
        Map<Long, ClaimLine> before = new HashMap<>();
        story.lines(article).forEach(claim -> before.put(claim.id(), claim));

        story.revise(article, base, String.join("\n\n", blocks));

        String now = story.text(article);
        Map<String, Placement> found = new TreeMap<>();
        for (ClaimLine claim : story.lines(article)) {
            String was = before.get(claim.id()).exact();
            String key = others.keySet().stream().filter(was::contains).findFirst().orElse(was);
            boolean may = claim.placement() == MOVED && !others.containsKey(key);
            if (claim.placement() != PLACED && !may) {
                found.put(key, claim.placement());
            }
            if (claim.standsInText()) {
                assertThat(now.substring(now.offsetByCodePoints(0, claim.start()),
                        now.offsetByCodePoints(0, claim.end()))).isEqualTo(claim.exact());
                assertThat(claim.exact().equals(was)).isEqualTo(claim.placement() != REWORDED);
            }
        }
        assertThat(found).isEqualTo(new TreeMap<>(others));
    }

    private static int blockOf(List<String> blocks, String words) {
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }
}
