package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The main way by somebody who has no mouse: only keys are pressed, and one always sees where one is. */
@EndToEnd
class KeyboardIT {

    @Test
    void anArticleAndItsClaimGoTheWholeWayByKeyboard(Staff staff) {
        Keyboard edith = new Keyboard(staff.stranger());
        signsIn(edith, "edith");
        String headline = Story.freshHeadline();
        long claim = filesAndMarks(edith, headline);

        Keyboard rafael = new Keyboard(staff.stranger());
        signsIn(rafael, "rafael");
        rafael.walksTo(rafael.page().locator("main a.button[href='/claims/" + claim + "']")).enters();
        attachesAndSubmits(rafael);

        Keyboard wanda = new Keyboard(staff.signedIn("wanda"));
        wanda.walksTo(wanda.page().locator("main a.button[href='/claims/" + claim + "']")).enters();
        wanda.walksTo(wanda.field("verify", "rating")).types("needs");
        wanda.press("Tab").types("Of nights only.");
        wanda.walksTo(wanda.button("verify")).enters();
        assertThat(wanda.page().locator("section.now .state")).hasText("needs context");
    }

    @Test
    void theSkipLinkLeadsToTheContent(Staff staff) {
        Keyboard edith = new Keyboard(staff.signedIn("edith"));
        edith.page().navigate("/articles");

        edith.press("Tab");
        Locator skip = edith.page().locator("a.skip");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        edith.press("Enter").press("Tab");

        assertThat(edith.focused().evaluate("element => !!element.closest('main')")).isEqualTo(true);
    }

    private static void signsIn(Keyboard who, String username) {
        who.page().navigate("/desk");
        assertThat(who.page().locator("#username")).isFocused();
        who.types(username);
        who.page().keyboard().press("Tab");
        who.types("claimdesk");
        who.enters();
        assertThat(who.page()).hasTitle("My desk · Claimdesk");
    }

    private static long filesAndMarks(Keyboard edith, String headline) {
        edith.walksTo(edith.page().locator("nav a[href='/articles']")).enters();
        edith.walksTo(edith.page().locator("main a[href='/articles/new']")).enters();
        edith.walksTo(edith.field("new", "text"));
        edith.page().keyboard().insertText(Story.text(headline));
        edith.walksTo(edith.field("new", "desk")).types("Imm");
        edith.walksTo(edith.field("new", "deadline")).types("11032030");
        edith.press("ArrowRight").types("0600PM");
        edith.walksTo(edith.button("new")).enters();
        assertThat(edith.page().locator("h1")).hasText(headline);

        edith.press("m");
        assertThat(edith.field("claims", "exact")).isFocused();
        edith.types(Story.FIGURE);
        edith.walksTo(edith.field("claims", "assignee")).types("Raf");
        edith.walksTo(edith.button("claims")).enters();
        assertThat(edith.page()).hasURL(Pattern.compile(".*#claim-\\d+"));

        edith.press("m").types("212 beds");
        edith.press("Escape");
        assertThat(edith.field("claims", "exact")).isHidden();
        edith.walksTo(edith.page().locator("main.galley mark a").first());
        edith.press("]");
        assertThat(edith.focused()).hasText(Story.FIGURE);
        edith.press("[").enters();
        assertThat(edith.page().locator("h1.quote mark")).hasText(Story.FIGURE);
        return Long.parseLong(edith.page().url().replaceAll(".*/claims/", ""));
    }

    private static void attachesAndSubmits(Keyboard rafael) {
        rafael.walksTo(rafael.fold("link")).press("Enter");
        rafael.walksTo(rafael.field("link", "address")).types("https://harbor.example/log");
        rafael.walksTo(rafael.field("link", "stance")).types("supp");
        rafael.walksTo(rafael.field("link", "rank")).types("saw");
        rafael.walksTo(rafael.button("link")).enters();
        assertThat(rafael.page().getByText("1 piece stands")).isVisible();
        rafael.walksTo(rafael.button("submit")).enters();
        assertThat(rafael.page().locator("section.now .state")).hasText("sourced");
    }
}
