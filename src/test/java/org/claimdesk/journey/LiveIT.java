package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Open pages learn what others do, and leave whoever is at something in peace. */
@EndToEnd
class LiveIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HIDE = "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });"
            + " document.dispatchEvent(new Event('visibilitychange')); }";

    private final Newsroom newsroom;
    private final Cases cases;

    LiveIT(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.cases = new Cases(newsroom);
    }

    @Test
    void theDeskFollowsByItselfAndManyActsAreFewLooks(Staff staff) {
        long claim = cases.urgent();
        Page desk = staff.signedIn("rafael").page();
        Locator row = row(desk, claim);
        assertThat(row).containsText("assigned");
        desk.evaluate("window.loadedOnce = true");
        AtomicInteger looks = new AtomicInteger();
        desk.onRequest(request -> looks.addAndGet(request.url().endsWith("/desk") ? 1 : 0));

        cases.attach(claim);
        for (int i = 0; i < 5; i++) {
            cases.attach(claim);
        }
        cases.act("rafael", claim, "submit", Map.of());
        cases.act("viktor", claim, "dispute", Map.of("grounds", "FIGURE", "statement", "The log has no June."));

        assertThat(row).containsText("disputed");
        assertThat(looks.get()).isBetween(1, 4);
        assertThat(desk.evaluate("window.loadedOnce")).isEqualTo(true);
    }

    @Test
    void whoTypesOnAClaimIsToldAndLosesNothing(Staff staff) {
        long claim = cases.sourced();
        Colleague wanda = staff.signedIn("wanda").opens("/claims/" + claim);
        wanda.fills("verify", "rationale", "So the log says, page 2.");
        Locator changed = wanda.page().locator(".changed");

        cases.act("viktor", claim, "dispute", Map.of("grounds", "FIGURE", "statement", "The log has no June."));

        assertThat(changed).hasText("This claim has changed. Show it");
        assertThat(changed).hasAttribute("role", "status");
        assertThat(wanda.field("verify", "rationale")).hasValue("So the log says, page 2.");
        assertThat(wanda.field("verify", "rationale")).isFocused();
        Judge.passes(wanda.page());
        wanda.follows(() -> changed.getByText("Show it").click());
        assertThat(wanda.page().locator("section.now .state")).containsText("disputed");
        assertThat(wanda.field("verify", "rationale")).hasValue("So the log says, page 2.");
        assertThat(changed).isEmpty();
    }

    @Test
    void whatOneDidOneselfIsNotNews(Staff staff) {
        long claim = cases.sourced();
        Colleague viktor = staff.signedIn("viktor").opens("/claims/" + claim);
        Colleague wanda = staff.signedIn("wanda").opens("/claims/" + claim);

        wanda.fills("verify", "rating", "ACCURATE", "rationale", "So the log says.").sends("verify");

        assertThat(viktor.page().locator(".changed")).containsText("This claim has changed.");
        await().pollInSameThread()
                .during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> wanda.page().locator(".changed").innerText().isEmpty());
    }

    @Test
    void theGalleyFollowsByItselfUnlessSomebodyIsMarking(Staff staff) {
        Story story = cases.article();
        long claim = cases.urgent(story);
        Colleague edith = staff.signedIn("edith", browser -> browser.setViewportSize(1280, 500))
                .opens("/articles/" + story.article());
        Locator card = edith.page().locator("#claim-" + claim);
        assertThat(card).containsText("assigned");
        Object scrolled = edith.page().evaluate("scrollTo(0, 200), scrollY");

        cases.attach(claim);
        cases.act("rafael", claim, "submit", Map.of());

        assertThat(card).containsText("sourced");
        assertThat(edith.page().locator("#state")).containsText(Pattern.compile("1 ◐ sourced"));
        assertThat(edith.page().evaluate("scrollY")).isEqualTo(scrolled).isNotEqualTo(0);
        edith.fills("claims", "exact", Story.EMOJI);

        cases.act("viktor", claim, "dispute", Map.of("grounds", "FIGURE", "statement", "The log has no June."));

        assertThat(edith.page().locator(".changed")).containsText("This article has changed.");
        assertThat(card).containsText("sourced");
        assertThat(edith.field("claims", "exact")).hasValue(Story.EMOJI);
    }

    @Test
    void aPageThatNobodyLooksAtKeepsNoConnectionAndFollowsWhenItIsShown(Staff staff) {
        long claim = cases.urgent();
        Page desk = staff.signedIn("rafael").page();
        Locator row = row(desk, claim);
        assertThat(row).containsText("assigned");
        AtomicInteger ended = new AtomicInteger();
        desk.onRequestFailed(request -> ended.addAndGet(request.url().contains("/live?") ? 1 : 0));

        desk.evaluate(HIDE, true);
        desk.waitForCondition(() -> ended.get() == 1);
        cases.attach(claim);
        cases.act("rafael", claim, "submit", Map.of());
        cases.act("viktor", claim, "dispute", Map.of("grounds", "FIGURE", "statement", "The log has no June."));
        assertThat(row).containsText("assigned");
        desk.evaluate(HIDE, false);

        assertThat(row).containsText("disputed");
    }

    private static Locator row(Page desk, long claim) {
        return desk.locator("ul.rows > li")
                .filter(new Locator.FilterOptions().setHas(desk.locator("a.button[href='/claims/" + claim + "']")));
    }
}
