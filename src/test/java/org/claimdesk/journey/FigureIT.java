package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A figure is worked out in a browser, and what it was worked out from is quoted. */
@EndToEnd
class FigureIT {

    private final Cases cases;

    FigureIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void aFigureThatDoesNotFollowIsFlagged(Staff staff) {
        long claim = cases.assigned();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        Page page = rafael.page();

        rafael.fills("calculation", "inputs", "march = 4,278; log, page 3\ndays = 31", "formula", "march / days",
                "relation", "EXACTLY", "figure", "140", "stance", "CONTRADICTS").sends("calculation");
        assertThat(page.locator(".note")).containsText("A figure does not follow.");
        assertThat(page.locator(".worked")).containsText("march / days = 138");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "figures", "wrong.png")).setFullPage(true));
        Judge.passesUnfolded(page);

        rafael.follows(() -> page.locator("td a").getByText("quotes").click());
        rafael.fills("quote", "words", "4,278 in all", "locator", "page 3").sends("quote");
        assertThat(page.locator(".passage")).containsText("4,278 in all");
        Judge.passes(page);
    }
}
