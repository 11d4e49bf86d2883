package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import org.claimdesk.evidence.preview.Specimens;
import org.junit.jupiter.api.Test;

/** Files of every kind are looked at, listened to and quoted in a browser. */
@EndToEnd
class PreviewIT {

    private static final Path PICTURES = Path.of("target", "previews");
    /** It takes the service two seconds to begin, and a busy machine some to look. */
    private static final double PATIENCE = 60_000;

    private final Cases cases;

    PreviewIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void aPdfIsTurnedReadAndQuotedWithItsPage(Staff staff) {
        long claim = cases.assigned();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        attaches(rafael, "gate log.pdf", Specimens.pdf("Harbor Authority\nGate log, September",
                "On the night of the 12th 138 people\nwere let in. Nobody was turned away.", "End of the log"));
        Page page = looksAt(rafael, "gate log.pdf");

        seen(page.locator("#look img"));
        rafael.follows(() -> page.getByText("later →").click());
        seen(page.locator("#look img"));
        assertThat(page.locator("#look img")).hasAttribute("src", Pattern.compile(".*/pages/2"));
        selects(page, "138 people", "let in.");
        assertThat(page.locator("#p-exact")).hasValue(Pattern.compile("138 people\\s+were let in\\."));
        rafael.follows(() -> page.getByText("Keep the passage").click());

        assertThat(page.locator("#look img")).hasAttribute("src", Pattern.compile(".*/pages/2"));
        assertThat(page.locator(".passage")).containsText("138 people were let in.");
        assertThat(page.locator(".passage")).containsText("page 2 · picked by Rafael Ibarra");
        pictures(page, "pdf");
        Judge.passes(page);
        rafael.follows(() -> page.getByText("← earlier").click());
        assertThat(page.locator("#look img")).hasAttribute("src", Pattern.compile(".*/pages/1"));
        rafael.follows(() -> page.locator(".passage a").click());
        assertThat(page.locator("#look img")).hasAttribute("src", Pattern.compile(".*/pages/2"));
        rafael.opens("/claims/" + claim);
        assertThat(page.locator("td .passage")).containsText("page 2");
        Judge.passesUnfolded(page);
    }

    @Test
    void aPhotographARecordingAndATextAreSeenHeardAndRead(Staff staff) {
        long claim = cases.assigned();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        attaches(rafael, "gate.jpg", Specimens.picture("jpeg", 2_000, 1_200));
        attaches(rafael, "tape.wav", Specimens.sound(30));
        attaches(rafael, "notes.txt", "Eleven boats came.\nNobody was hurt. <script>alert(1)</script>".getBytes(UTF_8));

        Page page = looksAt(rafael, "gate.jpg");
        seen(page.locator("#look img"));
        pictures(page, "photograph");
        Judge.passes(page);

        looksAt(rafael.opens("/claims/" + claim), "tape.wav");
        Locator audio = page.locator("#look audio");
        assertThat(audio).isVisible();
        page.waitForFunction("() => document.querySelector('audio').duration > 29");
        rafael.fills("quote", "words", "All of them came at night.", "locator", "00:00:12").sends("quote");
        rafael.follows(() -> page.locator(".passage a").click());
        page.waitForFunction("() => Math.abs(document.querySelector('audio').currentTime - 12) < 1");
        pictures(page, "recording");
        Judge.passes(page);

        looksAt(rafael.opens("/claims/" + claim), "notes.txt");
        assertThat(page.locator("#captured")).containsText("<script>alert(1)</script>");
        selects(page, "Nobody", "hurt.");
        rafael.follows(() -> page.getByText("Keep the passage").click());
        assertThat(page.locator(".passage")).containsText("Nobody was hurt.");
        pictures(page, "text");
        Judge.passes(page);
    }

    private static void attaches(Colleague rafael, String name, byte[] content) {
        rafael.unfolds("file");
        rafael.field("file", "file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        rafael.fills("file", "stance", "SUPPORTS", "title", "The " + name).sends("file");
    }

    /** Opens the page of the piece by its link and waits until the script finds that it has been looked at. */
    private static Page looksAt(Colleague rafael, String name) {
        Page page = rafael.page();
        rafael.follows(() -> page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByText("look at")
                .first()
                .click());
        assertThat(page.locator("#look [role=status]"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        page.waitForLoadState();
        return page;
    }

    private static void seen(Locator picture) {
        assertThat(picture).isVisible();
        picture.page().waitForFunction("() => document.querySelector('#look img').naturalWidth > 300");
    }

    /** Selects by the mouse's own means from the one words to the end of the others. */
    private static void selects(Page page, String from, String to) {
        page.evaluate("""
                ([from, to]) => {
                  const walker = document.createTreeWalker(document.getElementById("captured"), NodeFilter.SHOW_TEXT);
                  const range = document.createRange();
                  while (walker.nextNode()) {
                    const text = walker.currentNode.data;
                    if (text.includes(from)) range.setStart(walker.currentNode, text.indexOf(from));
                    if (text.includes(to)) range.setEnd(walker.currentNode, text.indexOf(to) + to.length);
                  }
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                }""", List.of(from, to));
    }

    private static void pictures(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        picture(page, name + "-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(375, 900);
        picture(page, name + "-narrow");
        page.setViewportSize(1280, 900);
    }

    private static void picture(Page page, String name) {
        byte[] shot = page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(PICTURES.resolve(name + ".png")));
        assertThat(shot).isNotEmpty();
    }
}
