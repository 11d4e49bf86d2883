package org.claimdesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The keyboard of a colleague, who looks at each step where the focus is. */
final class Keyboard {

    private static final int FARTHEST = 150;
    /** Drawn around, wholly in the window, and covered by nothing but itself. */
    private static final String SEEN = """
            target => {
              const element = document.activeElement;
              // On the page, or on a part that the browser has drawn into a field and that it shows by itself.
              if (element === document.body || !element.matches(":focus")) return "nowhere";
              const style = getComputedStyle(element);
              const box = element.getClientRects()[0];
              if (!box) return `${element.outerHTML.slice(0, 80)} is not drawn`;
              if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `${element.outerHTML.slice(0, 80)} has no outline`;
              if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `${element.outerHTML.slice(0, 80)} is out of sight`;
              const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              if (element.contains(top) || top?.contains(element)) return element === target ? "there" : "seen";
              return `${element.outerHTML.slice(0, 80)} lies under ${top?.outerHTML.slice(0, 80)}`;
            }""";

    private final Colleague colleague;

    Keyboard(Colleague colleague) {
        this.colleague = colleague;
    }

    Page page() {
        return colleague.page();
    }

    Locator field(String act, String name) {
        return colleague.field(act, name);
    }

    Locator button(String act) {
        return colleague.form(act).locator("button:not([type=button])");
    }

    /** What a closed form is opened with. */
    Locator fold(String act) {
        return page().locator("details")
                .filter(new Locator.FilterOptions().setHas(colleague.form(act)))
                .locator("> summary");
    }

    Locator focused() {
        return page().locator(":focus");
    }

    /** Goes on with Tab until it is there. */
    Keyboard walksTo(Locator target) {
        for (int steps = 0; steps < FARTHEST; steps++) {
            page().keyboard().press("Tab");
            Object seen = target.evaluate(SEEN);
            assertThat(seen).as("the focus after %d steps to %s", steps + 1, target).isIn("seen", "there", "nowhere");
            if (seen.equals("there")) {
                return this;
            }
        }
        throw new AssertionError("nobody gets to " + target + " with the keyboard");
    }

    /** Presses Enter, which leads to another page. */
    void enters() {
        colleague.follows(() -> page().keyboard().press("Enter"));
    }

    Keyboard press(String key) {
        page().keyboard().press(key);
        return this;
    }

    Keyboard types(String text) {
        page().keyboard().type(text);
        return this;
    }
}
