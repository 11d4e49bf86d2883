package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An editor goes through an article sentence by sentence, with keys alone. */
@EndToEnd
class TriageIT {

    private static final int SENTENCES = 150;

    private final Cases cases;

    TriageIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void anArticleOf150SentencesIsAccountedForWithoutTheMouse(Staff staff) {
        long article = cases.article(longText()).article();
        Keyboard edith = new Keyboard(staff.signedIn("edith").opens("/articles/" + article));
        Page page = edith.page();
        assertThat(page.locator(".sen")).hasCount(SENTENCES);

        edith.press("a");
        for (int i = 1; i <= SENTENCES; i++) {
            assertThat(page.locator(".sen.chosen")).hasAttribute("data-n", Integer.toString(i));
            edith.press(i % 10 == 0 ? "y" : i % 10 == 5 ? "1" : i % 2 == 0 ? "o" : "n");
        }

        assertThat(page.locator("#state .of")).hasText("150 sentences: 30 with claims, 120 without");
        assertThat(page.locator("#state .legend")).containsText("0 unaccounted for");
        assertThat(page.locator(".card")).hasCount(30);
        page.reload();
        assertThat(page.locator("#state .legend")).containsText("0 unaccounted for");
        assertThat(page.locator(".card").nth(0)).containsText("figure");
    }

    @Test
    void severalAtOnceTheHelpAndUndo(Staff staff) {
        long article = cases.article(longText()).article();
        Keyboard edith = new Keyboard(staff.signedIn("edith").opens("/articles/" + article));
        Page page = edith.page();

        edith.press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
        edith.press("Escape");
        edith.press("a").press("j").press("Shift+J").press("Shift+J");
        assertThat(page.locator(".sen.chosen")).hasCount(3);
        edith.press("y");
        Locator cards = page.locator(".card");
        assertThat(cards).hasCount(3);
        edith.press("u");
        assertThat(cards).hasCount(0);
        assertThat(page.locator("#state .of")).hasText("150 sentences: 0 with claims, 0 without");

        edith.press("o").press("u");
        assertThat(page.locator("#state .legend")).containsText("150 unaccounted for");
        edith.press("w");
        int best = Integer.parseInt(page.locator(".sen.chosen").getAttribute("data-score"));
        assertThat(page.locator(".sen").all()).allSatisfy(
                sentence -> assertThat(Integer.parseInt(sentence.getAttribute("data-score")))
                        .isLessThanOrEqualTo(best));
        assertThat(page.locator("#hint")).containsText(best + " %");
    }

    /** What the form to account for sentences says of desk and reporter goes for claims accepted by keys. */
    @Test
    void claimsAreAssignedInTheSameMove(Staff staff) {
        long article = cases.article(longText()).article();
        Colleague edith = staff.signedIn("edith").opens("/articles/" + article);
        edith.unfolds("sentences").chooses("sentences", "assignee", "Rafael Ibarra");
        edith.page().keyboard().press("Escape");
        edith.page().locator("h1").click();

        edith.page().keyboard().press("j");
        edith.page().keyboard().press("y");

        assertThat(edith.page().locator(".card")).containsText("Rafael Ibarra");
    }

    private static String longText() {
        return "A long story, told as " + Story.freshHeadline() + "\n\n" + IntStream.range(2, SENTENCES + 1)
                .mapToObj(i -> "Ferry number " + i + " carried " + 37 * i + " people to the island in March 2024.")
                .collect(Collectors.joining("\n\n"));
    }
}
