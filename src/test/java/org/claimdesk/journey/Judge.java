package org.claimdesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** Judges the page somebody looks at: by axe, light and dark, wide and narrow, and by how it flows. */
final class Judge {

    private static final int HEIGHT = 900;
    private static final int WIDE = 1280;
    private static final int PHONE = 375;
    /** 1280 px zoomed to 400 %, as WCAG's success criterion 1.4.10 has it. */
    private static final int NARROWEST = 320;

    /** What can be otherwise in the dark, and where there is little room; the rest is the same. */
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");
    private static final List<String> OF_SIZE = List.of("color-contrast", "link-in-text-block", "target-size",
            "scrollable-region-focusable", "css-orientation-lock", "meta-viewport", "nested-interactive");

    private Judge() {}

    /** Finds nothing wrong with the page as it is now. */
    static void passes(Page page) {
        assertThat(page.title()).endsWith(" · Claimdesk").doesNotStartWith(" ·");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("h1").count()).as("headings of the first rank").isEqualTo(1);
        assertThat(page.locator("main").count()).as("main parts").isEqualTo(1);

        // Colours are judged as they are, not on their way to others.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(WIDE, HEIGHT);
        finds(page, "light", axe(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        finds(page, "dark", axe(page).withRules(OF_COLOUR));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(PHONE, HEIGHT);
        finds(page, "at 375 px", axe(page).withRules(OF_SIZE));
        flows(page, PHONE);
        page.setViewportSize(NARROWEST, HEIGHT);
        flows(page, NARROWEST);
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** The same with everything open that can be opened. */
    static void passesUnfolded(Page page) {
        page.evaluate("""
                () => document.querySelectorAll("details").forEach(details => {
                  details.removeAttribute("name");
                  details.open = true;
                })""");
        passes(page);
    }

    /** In one go, for what is checked has no frames; what is right need not be told. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static void finds(Page page, String how, AxeBuilder axe) {
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations).as("%s, %s", page.url(), how).extracting(Judge::words).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + rule.getNodes()
                .stream()
                .limit(5)
                .map(node -> "\n  " + node.getHtml() + " " + node.getFailureSummary())
                .reduce("", String::concat);
    }

    private static void flows(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as("the width of %s at %d px", page.url(),
                width).isEqualTo(width);
    }
}
