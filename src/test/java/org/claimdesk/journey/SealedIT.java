package org.claimdesk.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.claimdesk.claim.Sweep;
import org.junit.jupiter.api.Test;

/** A sealed interview at a browser: attached, opened by two, and left nowhere: not in the browser, the files, the logs. */
@EndToEnd
class SealedIT {

    private static final String NAME = "Wilhelmina Thistlewood";
    private static final String FILE = "thistlewood-at-the-pier.mp3";
    private static final byte[] TAPE = "ID3 Thistlewood speaks ".repeat(5_000).getBytes(UTF_8);
    private static final Sweep WHO = Sweep.of(NAME, "Thistlewood", FILE);

    private final Cases cases;

    SealedIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @Test
    void aSealedInterviewIsOpenedByTwoAndLeftNowhere(Staff staff) throws Exception {
        long claim = cases.assigned();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        attaches(rafael);
        assertThat(rafael.page().locator("#h-evidence").innerText()).contains("1 piece");
        rafael.follows(() -> rafael.page().locator("td a[href$='/sealed']").click());
        Judge.passesUnfolded(rafael.page());
        rafael.fills("ask", "reason", "A letter from a lawyer.").sends("ask");

        Colleague stella = staff.signedIn("stella").opens("/desk");
        Judge.passes(stella.page());
        stella.follows(() -> stella.page().locator("[aria-labelledby=q-seals] a.button").first().click());
        Judge.passesUnfolded(stella.page());
        stella.sends("grant");
        for (Colleague reader : List.of(rafael, stella)) {
            reader.follows(() -> reader.page().reload());
            assertThat(reader.page().locator("[aria-labelledby=h-who]").innerText()).contains(NAME, "harbor pilot",
                    FILE);
        }
        Judge.passesUnfolded(stella.page());
        // The recording is fetched when it is played and not before, which axe waits for in vain.
        stella.troubles().removeIf(trouble -> trouble.contains("preload assets"));
        Download download = rafael.page().waitForDownload(() -> rafael.page().getByText(FILE).click());
        assertThat(download.suggestedFilename()).isEqualTo(FILE);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(TAPE);

        rafael.opens("/claims/" + claim);
        assertThat(rafael.page().content()).doesNotContain("Thistlewood");
        assertThat(kept(rafael)).doesNotContain("Thistlewood");
        Path servers = Path.of("target", "servers-it");
        assertThat(WHO.files(servers.resolve("data"))).isEmpty();
        assertThat(WHO.files(servers.resolve("log"))).isEmpty();
        assertThat(Files.list(servers.resolve("service/log"))).isNotEmpty();
        assertThat(WHO.files(servers.resolve("service"))).isEmpty();
    }

    /** The draft keeps the note and that it is to be sealed, and never who it was. */
    private static void attaches(Colleague rafael) {
        rafael.fills("interview", "person", NAME, "function", "harbor pilot", "organisation", "Thistlewood & Daughters",
                "described", "somebody who was on the pier", "heldAt", "2026-01-12T15:30", "channel", "IN_PERSON",
                "attribution", "BACKGROUND", "stance", "SUPPORTS", "note", "They were sure.", "quotes",
                "All of them.\n\nAt night.");
        rafael.field("interview", "sealed").check();
        Judge.passes(rafael.page());
        assertThat(kept(rafael)).contains("They were sure.")
                .doesNotContain("Thistlewood")
                .doesNotContain("harbor pilot");
        rafael.follows(() -> rafael.page().reload());
        assertThat(rafael.field("interview", "note").inputValue()).isEqualTo("They were sure.");
        assertThat(rafael.field("interview", "sealed").isChecked()).isTrue();
        assertThat(rafael.field("interview", "person").inputValue()).isEmpty();
        rafael.fills("interview", "person", NAME, "function", "harbor pilot", "organisation", "Thistlewood & Daughters",
                "note", "Thistlewood was sure.");
        rafael.field("interview", "file").setInputFiles(new FilePayload(FILE, "audio/mpeg", TAPE));
        rafael.sendsInVain("interview", 400);
        assertThat(rafael.alert()).contains("note").doesNotContain("Thistlewood");
        rafael.fills("interview", "note", "They were sure.");
        rafael.field("interview", "file").setInputFiles(new FilePayload(FILE, "audio/mpeg", TAPE));
        rafael.sends("interview");
    }

    /** All that this browser keeps for the site. */
    private static String kept(Colleague who) {
        Page page = who.page();
        return page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])").toString();
    }
}
