package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A claim is looked for and found, by keys alone, and without scripts. */
@EndToEnd
class SearchIT {

    private final Cases cases;

    SearchIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void aClaimIsFoundByKeyboardFromItsWordsAndState(Staff staff) {
        String word = word();
        long claim = claim(word);
        Keyboard rafael = new Keyboard(staff.signedIn("rafael"));
        rafael.page().navigate("/desk");

        rafael.walksTo(rafael.page().locator("nav a[href='/search']")).enters();
        rafael.walksTo(rafael.page().locator("#q")).types(word + " gates");
        rafael.walksTo(rafael.page().locator("#state")).types("Ass");
        rafael.walksTo(rafael.page().locator("form[role=search] button")).enters();

        Locator found = rafael.page().locator(".rows a[href='/claims/" + claim + "']");
        assertThat(found).hasText("The gate of " + word + " took 138 people.");
        assertThat(found.locator("mark").first()).hasText("gate");
        assertThat(rafael.page().locator(".rows .state")).hasText("assigned");
        rafael.walksTo(found).enters();
        assertThat(rafael.page().locator("h1.quote mark")).containsText(word);
    }

    @Test
    void theSearchNeedsNoScripts(Staff staff) {
        String word = word();
        long claim = claim(word);
        Colleague mina = staff.signedIn("mina", browser -> browser.setJavaScriptEnabled(false)).opens("/search");

        mina.page().locator("#q").fill(word);
        mina.follows(() -> mina.page().locator("form[role=search] button").click());
        assertThat(mina.page().locator(".rows a[href='/claims/" + claim + "'] mark")).hasText(word);
        assertThat(mina.page()).hasURL(Pattern.compile(".*q=" + word + ".*"));

        mina.follows(() -> mina.page().locator("nav a:text-is('Articles')").last().click());
        assertThat(mina.page().locator(".rows b mark")).hasText(word);
        mina.page().locator("#from").fill("2099-01-01");
        mina.follows(() -> mina.page().locator("form[role=search] button").click());
        assertThat(mina.page().locator("[role=status]")).containsText("Take a word or a choice away");
    }

    private long claim(String word) {
        return cases.marked(
                cases.article("The night of " + word + "\n\nThe gate of " + word + " took 138 people."),
                "The gate of " + word + " took 138 people.", "rafael");
    }

    /** One that nobody has written before, and no stem cuts. */
    private static String word() {
        return "zu" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "k";
    }
}
