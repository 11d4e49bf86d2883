package org.claimdesk.text.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.text.placement.Placement.MOVED;
import static org.claimdesk.text.placement.Placement.ORPHANED;
import static org.claimdesk.text.placement.Placement.PLACED;
import static org.claimdesk.text.placement.Placement.REWORDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.claimdesk.text.Anchor;
import org.claimdesk.text.CodePoints;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private static final String STORY = """
            Ferry fares rise again
            The harbour board raised the fare to $4.20 on Jan. 14.
            It carried 75,480 passengers in 2019, the board said.
            “We had no choice,” said Ada Holm, who chairs the board. The fare had not changed since 2011.
            Critics call it a tax on islanders.""";

    @Test
    void whatIsUntouchedIsPlaced() {
        assertThat(placed("75,480 passengers in 2019", STORY.replace("Ferry fares rise again", "Fares up")))
                .isEqualTo(PLACED + " 75,480 passengers in 2019");
    }

    @Test
    void whatStaysInAChangedSentenceIsPlaced() {
        String now = STORY.replace("It carried 75,480 passengers in 2019, the board said.",
                "In all, 75,480 passengers in 2019 crossed, by its own count.");
        assertThat(placed("75,480 passengers in 2019", now)).isEqualTo(PLACED + " 75,480 passengers in 2019");
    }

    @Test
    void paragraphsThatAreSwappedMove() {
        String now = swapped(STORY, 2, 4);
        assertThat(placed("It carried 75,480 passengers in 2019", now)).contains("It carried 75,480 passengers in 2019")
                .matches("(PLACED|MOVED) .*");
        assertThat(placed("Critics call it a tax on islanders", now)).contains("Critics call it a tax on islanders")
                .matches("(PLACED|MOVED) .*");
    }

    @Test
    void wordsMovedIntoAnotherParagraphMove() {
        String moved = "The fare had not changed since 2011.";
        String now = STORY.replace(" " + moved, "").replace("islanders.", "islanders. " + moved);
        assertThat(placed(moved, now)).isEqualTo(MOVED + " " + moved);
    }

    @Test
    void anotherFigureIsAReword() {
        String now = STORY.replace("75,480", "172,508");
        assertThat(placed("It carried 75,480 passengers in 2019", now))
                .isEqualTo(REWORDED + " It carried 172,508 passengers in 2019");
    }

    @Test
    void aFigureAloneThatIsReplacedByAnUnlikeOneIsOrphaned() {
        assertThat(placed("75,480", STORY.replace("75,480", "no"))).isEqualTo(ORPHANED + "");
    }

    @Test
    void wordsPutInBetweenAreAReword() {
        String now = STORY.replace("raised the fare to $4.20", "raised the regular adult fare to $4.20");
        assertThat(placed("The harbour board raised the fare to $4.20 on Jan. 14", now))
                .isEqualTo(REWORDED + " The harbour board raised the regular adult fare to $4.20 on Jan. 14");
    }

    @Test
    void aClaimThatIsRewordedAndMovedIsFoundInItsNewParagraph() {
        String now = STORY.replace("It carried 75,480 passengers in 2019, the board said.\n", "")
                + "\nThe ferries carried 75,480 passengers in 2020, the board said.";
        assertThat(placed("It carried 75,480 passengers in 2019, the board said.", now))
                .isEqualTo(REWORDED + " ferries carried 75,480 passengers in 2020, the board said.");
    }

    @Test
    void whatIsCutIsOrphaned() {
        assertThat(placed("Critics call it a tax on islanders",
                STORY.replace("\nCritics call it a tax on islanders.", "")))
                .isEqualTo(ORPHANED + "");
    }

    @Test
    void anotherTextOrphansAll() {
        assertThat(
                placed("The fare had not changed since 2011.", "Weather\nSunny spells in the west, rain in the east."))
                .isEqualTo(ORPHANED + "");
    }

    /** “since 2011” stands elsewhere too: that one is no place for it. */
    @Test
    void theSameWordsOfAnotherPlaceAreNotTakenForIt() {
        String old = "Fares\nThe pier has stood since 2011.\nThe fare has been the same since 2011.";
        String now = "Fares\nThe pier has stood since 2011.";
        int second = old.lastIndexOf("since 2011");
        assertThat(placed(old, Anchor.at(new CodePoints(old), second, second + 10), now)).isEqualTo(ORPHANED + "");
    }

    @Test
    void aShortWordIsNotTakenForTheSameWordInAnotherContext() {
        assertThat(placed("2019", STORY.replace("It carried 75,480 passengers in 2019, the board said.\n", "")
                + "\nHolm moved to the island in 2019.")).isEqualTo(ORPHANED + "");
    }

    @Test
    void theSameQuoteTenTimesKeepsEachInItsPlace() {
        String old = "Refrain\n" + IntStream.range(0, 10)
                .mapToObj(i -> "Voice " + i + " said the fare is $40.")
                .collect(Collectors.joining("\n"));
        CodePoints text = new CodePoints(old);
        List<Anchor> claims = text.occurrences("the fare is $40")
                .stream()
                .map(start -> Anchor.at(text, start, start + 15))
                .toList();
        String now = "Refrain, sung\nA new first line.\n" + old.substring(old.indexOf('\n') + 1)
                .replace("Voice 4 said the fare is $40.\n", "");

        List<Placed> placed = Placing.of(old, now, claims);

        assertThat(placed).extracting(Placed::how)
                .containsExactly(PLACED, PLACED, PLACED, PLACED, ORPHANED, PLACED, PLACED, PLACED, PLACED, PLACED);
        for (int i = 0; i < 10; i++) {
            if (i != 4) {
                assertThat(placed.get(i).words().prefix()).endsWith("Voice " + i + " said ");
            }
        }
    }

    @Test
    void twoClaimsNeverShareTheirWords() {
        String old = "Fares\nThe fare was raised to four crowns this year.\nThe fare was raised to five crowns this year.";
        CodePoints text = new CodePoints(old);
        List<Anchor> claims = List.of(at(text, "The fare was raised to four crowns"),
                at(text, "The fare was raised to five crowns"));

        List<Placed> placed = Placing.of(old, "Fares\nThe fare was raised to nine crowns this year.", claims);

        assertThat(placed).extracting(Placed::how).containsExactlyInAnyOrder(REWORDED, ORPHANED);
    }

    @Test
    void aClaimOverTwoParagraphsKeepsTogether() {
        String words = "the board said.\n“We had no choice,”";
        assertThat(placed(words, STORY.replace("Ferry fares", "Fares"))).isEqualTo(PLACED + " " + words);
        assertThat(placed(words, STORY.replace("“We had no choice,”", "“We had a choice,”")))
                .isEqualTo(REWORDED + " the board said.\n“We had a choice,”");
    }

    @Test
    void emojiCombiningMarksAndOtherScriptsAreCounted() {
        String old = "🚢🚢 渡轮\n票价涨到40元，委员会说。 🚢\nהמחיר עלה ל־40 שקל.\nCafe\u0301 owners paid £9.";
        String now = "渡轮 😀😀\n昨天，票价涨到40元，委员会说。\nהמחיר עלה ל־40 שקל.\nThe cafe\u0301 owners paid £9.";
        assertThat(placed(old, at(new CodePoints(old), "票价涨到40元"), now)).isEqualTo(PLACED + " 票价涨到40元");
        assertThat(placed(old, at(new CodePoints(old), "המחיר עלה ל־40"), now)).isEqualTo(PLACED + " המחיר עלה ל־40");
        assertThat(placed(old, at(new CodePoints(old), "owners paid £9"), now)).isEqualTo(PLACED + " owners paid £9");
    }

    @Test
    void aBookRewrittenThroughoutTakesSeconds() {
        List<String> words = new ArrayList<>(IntStream.range(0, 80_000).mapToObj(i -> "w" + i % 9_000).toList());
        String old = "Book\n" + String.join(" ", words);
        Collections.reverse(words);
        String now = "Book\n" + String.join(" ", words);
        CodePoints text = new CodePoints(old);
        List<Anchor> claims = IntStream.range(0, 200)
                .mapToObj(i -> Anchor.at(text, 1_000 + i * 700, 1_090 + i * 700))
                .toList();

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertThat(Placing.of(old, now, claims)).hasSize(200));
    }

    private static String swapped(String story, int one, int other) {
        List<String> lines = new ArrayList<>(List.of(story.split("\n")));
        Collections.swap(lines, one, other);
        return String.join("\n", lines);
    }

    private static String placed(String words, String now) {
        return placed(STORY, at(new CodePoints(STORY), words), now);
    }

    private static Anchor at(CodePoints text, String words) {
        int start = text.occurrences(words).get(0);
        return Anchor.at(text, start, start + words.codePointCount(0, words.length()));
    }

    private static String placed(String old, Anchor words, String now) {
        Placed placed = Placing.of(old, now, List.of(words)).get(0);
        return placed.words() == null ? placed.how() + "" : placed.how() + " " + placed.words().exact();
    }
}
