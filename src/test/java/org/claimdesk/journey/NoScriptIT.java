package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** The main way in a browser that runs no scripts. */
@EndToEnd
class NoScriptIT {

    private final Cases cases;

    NoScriptIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void aClaimIsFiledMarkedSourcedAndVerifiedWithoutScripts(Staff staff) {
        Colleague edith = withoutScripts(staff, "edith");
        Story story = Story.filedBy(edith);
        edith.fills("claims", "exact", Story.FIGURE).chooses("claims", "assignee", "Rafael Ibarra").sends("claims");
        Galley galley = new Galley(edith);
        long claim = galley.marked();
        galley.shows(claim, Story.FIGURE, "assigned");

        Colleague rafael = withoutScripts(staff, "rafael").opens("/claims/" + claim);
        rafael.unfolds("file")
                .field("file", "file")
                .setInputFiles(new FilePayload("log.csv", "text/csv", new byte[]{
                        49, 51, 56, 10}));
        rafael.fills("file", "stance", "SUPPORTS", "rank", "PRIMARY").sends("file");
        assertThat(rafael.page().getByText("log.csv").first()).isVisible();
        rafael.sends("submit");

        Colleague wanda = withoutScripts(staff, "wanda").opens("/claims/" + claim);
        wanda.fills("verify", "rating", "ACCURATE", "rationale", "The log says so.").sends("verify");

        assertThat(wanda.page().locator("section.now .state")).hasText("accurate");
        galley.opens(story.article()).shows(claim, Story.FIGURE, "accurate");
    }

    @Test
    void wordsThatStandTwiceAreChosenByTheirPlace(Staff staff) {
        Story story = cases.article();
        Colleague edith = withoutScripts(staff, "edith").opens("/articles/" + story.article());

        edith.fills("claims", "exact", Story.TWICE).sendsInVain("claims", 400);
        Locator places = edith.form("claims").locator("input[type=radio][name=start]");
        assertThat(places).hasCount(2);
        assertThat(edith.field("claims", "exact").first()).hasValue(Story.TWICE);
        assertThat(edith.form("claims").locator("label.choice").nth(1)).containsText("on Tuesday the gate was closed");
        places.nth(1).check();
        edith.sends("claims");

        Galley galley = new Galley(edith);
        assertThat(galley.before(galley.marked())).endsWith("on Tuesday ");
    }

    @Test
    void aDoubleClickActsOnce(Staff staff) {
        long claim = cases.attached();
        Colleague rafael = withoutScripts(staff, "rafael").opens("/claims/" + claim);

        rafael.form("submit").locator("button").dblclick();

        assertThat(rafael.page().locator("section.now .state")).hasText("sourced");
        rafael.troubles().removeIf(trouble -> trouble.startsWith("net::ERR_ABORTED for POST"));
        assertThat(cases.history(claim)).containsOnlyOnce("SUBMIT");
    }

    private static Colleague withoutScripts(Staff staff, String username) {
        return staff.signedIn(username, browser -> browser.setJavaScriptEnabled(false));
    }
}
