package org.claimdesk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.claimdesk.text.format.PlainText;
import org.junit.jupiter.api.Test;

/**
 * A real article of 80 blocks and 136 sentences, read by hand. It is not part of the project: only where its sentences
 * begin is kept here.
 */
class ArticleSentencesTest {

    private static final Path ARTICLE = Path.of("../shared/articles/next-stage-of-migration-crisis.txt");

    /** Block, counted from 0, then where its second and later sentences begin; a block not named is one sentence. */
    private static final String BEGINNINGS = """
            2: 321; 5: 228; 7: 45 530; 12: 83 208 339; 15: 257; 16: 206; 17: 251; 18: 239; 21: 142 349; 23: 195
            26: 236 429 562; 30: 154; 32: 102; 33: 161 264; 38: 143; 41: 148 328; 42: 99 253 326; 46: 172; 47: 286
            48: 105; 51: 350; 52: 165; 54: 244; 56: 109 236 433 528; 58: 124; 59: 123; 61: 279; 62: 49; 63: 249; 64: 161
            65: 326; 67: 127 293 346 431 452; 68: 166; 69: 64; 70: 58; 73: 159; 76: 144 305; 77: 208
            """;

    /** What stands there, in the places that are hard. */
    private static final Map<Integer, List<String>> HARD = Map.ofEntries(
            Map.entry(2, List.of("Once the Americans check")),
            Map.entry(6, List.of()), Map.entry(19, List.of()), Map.entry(21, List.of("At the time", "That drew")),
            Map.entry(26, List.of("The administration continues", "(A federal court", "These are far")),
            Map.entry(46, List.of("“They chose these")), Map.entry(48, List.of("“Every day,")),
            Map.entry(54, List.of("It’s going on")), Map.entry(67, List.of("“Their vision", "It doesn’t matter",
                    "And when you’re", "Only with your", "Your word")),
            Map.entry(73, List.of("“They say,")), Map.entry(75, List.of()));

    @Test
    void atLeast99PercentOfItsBoundariesAreRight() throws IOException {
        Manuscript article = article();
        Set<Integer> expected = new LinkedHashSet<>();
        Map<Integer, List<Integer>> later = beginnings();
        for (int i = 0; i < article.blocks().size(); i++) {
            int start = article.blocks().get(i).start();
            expected.add(start);
            later.getOrDefault(i, List.of()).forEach(offset -> expected.add(start + offset));
        }
        Set<Integer> found = new LinkedHashSet<>();
        Sentences.of(article.text(), article.blocks()).forEach(sentence -> found.add(sentence.start()));

        Set<Integer> right = new HashSet<>(found);
        right.retainAll(expected);
        Set<Integer> all = new HashSet<>(found);
        all.addAll(expected);
        assertThat(expected).hasSize(136);
        assertThat(right.size() / (double) all.size()).as("found %s of %s", found, expected)
                .isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void itsHardPlacesAreRight() throws IOException {
        Manuscript article = article();
        CodePoints text = new CodePoints(article.text());
        List<Sentence> sentences = Sentences.of(article.text(), article.blocks());

        HARD.forEach((number, words) -> {
            Block block = article.blocks().get(number);
            List<String> within = sentences.stream()
                    .filter(sentence -> block.holds(sentence.start(), sentence.end()))
                    .skip(1)
                    .map(sentence -> text.slice(sentence.start(), sentence.end()))
                    .toList();
            assertThat(within).as("block %d", number).hasSameSizeAs(words);
            for (int i = 0; i < words.size(); i++) {
                assertThat(within.get(i)).startsWith(words.get(i));
            }
        });
    }

    private static Manuscript article() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "The article is not here.");
        Manuscript article = PlainText.read(Files.readString(ARTICLE));
        assertThat(article.blocks()).hasSize(80);
        return article;
    }

    private static Map<Integer, List<Integer>> beginnings() {
        Map<Integer, List<Integer>> beginnings = new TreeMap<>();
        BEGINNINGS.lines().map(String::strip).flatMap(line -> List.of(line.split("; *")).stream()).forEach(block -> {
            String[] parts = block.split(": ");
            beginnings.put(Integer.valueOf(parts[0]),
                    List.of(parts[1].split(" ")).stream().map(Integer::valueOf).toList());
        });
        return beginnings;
    }
}
