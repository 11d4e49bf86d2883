package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A verified article is edited: what was checked is what stands, or somebody is told. */
@EndToEnd
class RevisionIT {

    private final Cases cases;

    RevisionIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void anEditedTextTakesItsVerdictBackAndItsOrphanIsAttachedAgain(Staff staff) {
        Story story = cases.article();
        long figure = cases.marked(story, Story.FIGURE, "rafael");
        long court = cases.marked(story, Story.QUOTATION, "rafael");
        cases.verified(figure);
        Colleague edith = staff.signedIn("edith").opens("/articles/" + story.article());
        Page page = edith.page();
        edith.follows(() -> page.locator("a[href$='/revisions']").first().click());
        String text = Story.text(story.headline())
                .replace("138 people", "183 people")
                .replaceAll("(?m)^.*Judge Amara.*$", "A judge found the delay against the law.");
        edith.fills("revisions", "text", text).sends("revisions");

        assertThat(page).hasURL(Pattern.compile(".*/compare\\?from=1&to=2"));
        assertThat(page.locator(".todo")).containsText("#" + figure + " reworded");
        assertThat(page.locator("del").getByText("138")).isVisible();
        assertThat(page.locator("ins").getByText("183")).isVisible();
        Judge.passes(page);

        edith.opens("/claims/" + figure);
        assertThat(page.locator("section.now .state")).hasText("sourced");
        assertThat(page.getByText("Given on other words:")).isVisible();
        Judge.passes(page);

        edith.opens("/articles/" + story.article());
        assertThat(page.locator(".orphans + .margin #claim-" + court)).isVisible();
        Judge.passes(page);
        edith.opens("/claims/" + court);
        edith.fills("reattach", "exact", "A judge found the delay against the law").sends("reattach");
        assertThat(page.locator("h1 mark")).hasText("A judge found the delay against the law");
        edith.opens("/articles/" + story.article() + "/revisions");
        Judge.passes(page);
    }
}
