package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.restassured.http.ContentType;
import org.awaitility.Awaitility;
import org.claimdesk.fetch.HostileServer;
import org.junit.jupiter.api.Test;

/** A page behind a verified claim is edited: the desk is told, reads what has changed, and says whether it may stand. */
@EndToEnd
class RotIT {

    private static final String PAGE = "<h1>Log of the harbor</h1><p>In March an average of 138 people walk through the gate a day.</p>"
            + "<p>The gate is open from dawn to dusk.</p>".repeat(40) + "<p>The log is kept by the harbormaster.</p>";

    private final Newsroom newsroom;
    private final Cases cases;

    RotIT(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.cases = new Cases(newsroom);
    }

    @Test
    void anEditedPageIsReadAndAccepted(Staff staff) {
        HostileServer site = newsroom.site();
        String path = "/" + UUID.randomUUID();
        site.page(path, PAGE);
        long claim = cases.assigned();
        cases.act("rafael", claim, "evidence", Map.of("kind", "LINK", "stance", "SUPPORTS", "address",
                site.address(path), "title", "Log of the harbor", "rank", "PRIMARY"));
        int capture = captured(claim, "evidence[0].captures[0]", "DONE");
        as("rafael").contentType(ContentType.JSON)
                .body(Map.of("exact", "138 people"))
                .post(api("/claims/" + claim + "/captures/" + capture + "/passages"))
                .then()
                .statusCode(201);
        cases.act("rafael", claim, "submit", Map.of());
        cases.act("wanda", claim, "verify", Map.of("rating", "ACCURATE", "rationale", "So the log says."));
        site.page(path, PAGE.replace("138 people", "183 people").replace("harbormaster", "harbor police"));

        Colleague stella = staff.signedIn("stella").opens("/claims/" + claim);
        Page page = stella.page();
        stella.follows(() -> page.getByText("Capture again").click());
        assertThat(page.locator(".became")).containsText("quoted words gone",
                new ContainsTextOptions().setTimeout(30_000));
        stella.opens("/desk");
        assertThat(page.getByText("Verified on evidence not as it was")).isVisible();
        Judge.passes(page);
        stella.opens("/claims/" + claim);
        assertThat(page.locator(".note.rot")).containsText("The quoted words are gone.");
        Judge.passesUnfolded(page);
        shot(page, "rot-claim");
        stella.follows(() -> page.locator(".note.rot a").click());
        assertThat(page.locator(".compared del").first()).hasText("138");
        assertThat(page.locator(".compared ins").first()).hasText("183");
        assertThat(page.locator(".compared .folded")).hasCount(1);
        Judge.passes(page);
        shot(page, "rot-changes");

        stella.fills("acknowledge", "reason", "The claim is about last year; the log of then is kept.")
                .sends("acknowledge");

        assertThat(page.locator(".note.rot")).hasCount(0);
        assertThat(page.locator(".became")).containsText("accepted by");
    }

    private int captured(long claim, String where, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> state.equals(as("rafael").get(api("/claims/" + claim)).path(where + ".state")));
        return as("rafael").get(api("/claims/" + claim)).path(where + ".id");
    }

    private String api(String path) {
        return newsroom.service().address() + "/api/v1" + path;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
