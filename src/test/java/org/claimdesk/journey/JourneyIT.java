package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** The whole way of an article and its claims, by hand, in a browser. */
@EndToEnd
class JourneyIT {

    private static final byte[] LOG = new byte[300_000];
    private static final String LOG_NAME = "Gate log – September ⚓.bin";

    static {
        new Random(6).nextBytes(LOG);
    }

    @Test
    void aClaimGoesTheWholeWayDisputedAndOverturned(Staff staff) throws IOException {
        Colleague edith = staff.signedIn("edith");
        Story story = Story.filedBy(edith);
        long claim = new Galley(edith).mark(Story.FIGURE, "Rafael Ibarra");
        String page = "/claims/" + claim;

        Colleague rafael = staff.signedIn("rafael");
        findsItOnTheDesk(rafael, story, claim);
        assertThat(rafael.canDo()).isEmpty();
        attachesFourKinds(rafael);
        assertThat(rafael.canDo()).containsExactly("Submit for review");
        downloadsTheSameBytes(rafael);
        assertThat(edith.opens(page).canDo()).containsExactly("Reassign", "Drop the claim");
        Colleague viktor = staff.signedIn("viktor").opens(page);
        Colleague wanda = staff.signedIn("wanda").opens(page);
        Colleague stella = staff.signedIn("stella").opens(page);
        for (Colleague reader : List.of(viktor, wanda, stella)) {
            assertThat(reader.canDo()).isEmpty();
            assertThat(reader.canAttach()).isFalse();
        }

        rafael.sends("submit");
        stands(rafael, "sourced");
        assertThat(rafael.canDo()).isEmpty();
        assertThat(rafael.canAttach()).isTrue();
        assertThat(stella.opens(page).canDo()).isEmpty();
        assertThat(wanda.opens(page).canDo()).containsExactly("Verify", "Return to the reporter", "Dispute");
        assertThat(viktor.opens(page).canDo()).containsExactly("Verify", "Return to the reporter", "Dispute");

        viktor.fills("dispute", "grounds", "FIGURE", "statement", "The log has no June.").sends("dispute");
        stands(viktor, "disputed");
        assertThat(viktor.canDo()).isEmpty();
        assertThat(viktor.page().locator("section.now")).containsText("You opened this dispute");
        assertThat(wanda.opens(page).canDo()).containsExactly("Decide and verify");
        assertThat(edith.opens(page).canDo()).containsExactly("Reassign", "Drop the claim");

        rafael.opens("/desk");
        assertThat(rafael.page().getByText("To answer")).isVisible();
        rafael.opens(page);
        assertThat(rafael.canDo()).containsExactly("Answer the dispute");
        rafael.fills("answer", "statement", "June is on page 2 👉 “all of them”.").sends("answer");
        stands(rafael, "sourced");

        wanda.opens(page)
                .fills("verify", "rating", "NEEDS_CONTEXT", "rationale", "True of the nights,\nnot of the days.",
                        "outcome", "REJECTED")
                .sends("verify");
        stands(wanda, "needs context");
        assertThat(wanda.canDo()).containsExactly("Dispute");
        assertThat(viktor.opens(page).canDo()).containsExactly("Dispute");
        assertThat(rafael.opens(page).canDo()).containsExactly("Dispute");
        assertThat(rafael.canAttach()).isFalse();
        assertThat(edith.opens(page).canDo()).containsExactly("Dispute", "Drop the claim");

        stella.opens("/desk");
        assertThat(stella.page().getByText("To audit")).isVisible();
        stella.opens(page);
        assertThat(stella.canDo()).containsExactly("Dispute", "Overturn the verdict");
        stella.fills("overturn", "finding", "The source counts families, not people.").sends("overturn");
        stands(stella, "disputed");

        rafael.opens(page).fills("answer", "statement", "They are people; the register says so.").sends("answer");
        assertThat(wanda.opens(page).canDo()).containsExactly("Return to the reporter", "Dispute");
        assertThat(wanda.page().locator("section.now")).containsText("Your verdict on it was overturned");
        viktor.opens(page)
                .fills("verify", "rating", "ACCURATE", "rationale", "Register and log agree.", "outcome", "UPHELD")
                .sends("verify");
        stands(viktor, "accurate");

        theHistoryHasEveryAct(edith.opens(page));
        new Galley(edith).opens(story.article()).shows(claim, Story.FIGURE, "accurate");
        assertThat(edith.page().locator(".slug")).containsText("1 ✓ verified");
    }

    @Test
    void wordsAreMarkedBySelectingThemWithTheMouseTheKeyboardOrByPasting(Staff staff) {
        Colleague edith = staff.signedIn("edith");
        Story story = Story.filedBy(edith);
        Galley galley = new Galley(edith);

        long withEmoji = galley.mark(Story.EMOJI, "whoever takes it");
        long rightToLeft = galley.mark(Story.ARABIC, "whoever takes it");
        long byKeyboard = galley.opens(story.article()).markByExtending("Judge", Story.QUOTATION);
        long pasted = galley.opens(story.article()).markPasted(Story.DECOMPOSED);
        long inside = galley.opens(story.article()).mark("212 beds", "whoever takes it");
        long second = galley.opens(story.article()).mark(Story.TWICE, "whoever takes it");
        assertThat(galley.before(second)).endsWith("on Tuesday ");

        galley.opens(story.article());
        galley.shows(withEmoji, Story.EMOJI, "assigned");
        galley.shows(rightToLeft, Story.ARABIC, "assigned");
        galley.shows(byKeyboard, Story.QUOTATION, "assigned");
        galley.shows(pasted, Story.COMPOSED, "assigned");
        galley.shows(inside, "212 beds", "assigned");
        for (long claim : List.of(withEmoji, rightToLeft, byKeyboard, pasted, inside)) {
            edith.opens("/claims/" + claim);
            assertThat(edith.page().locator("h1.quote mark")).hasCount(1);
        }
        assertThat(edith.opens("/claims/" + withEmoji).page().locator("h1.quote mark")).hasText(Story.EMOJI);
    }

    @Test
    void signingOutEndsTheKeycloakSession(Staff staff) {
        Colleague mina = staff.stranger().signsIn("mina");

        mina.follows(() -> mina.page().getByText("sign out").click());
        assertThat(mina.page().locator("#kc-form-login")).isVisible();
        mina.opens("/articles");

        assertThat(mina.page().locator("#password")).isVisible();
        mina.typesPassword("mina");
        assertThat(mina.page()).hasTitle("Articles · Claimdesk");
    }

    private static void findsItOnTheDesk(Colleague rafael, Story story, long claim) {
        rafael.opens("/desk");
        Locator row = rafael.page()
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText(Story.FIGURE).setHasText(story.headline()));
        rafael.follows(() -> row.locator("a.button").click());
        assertThat(rafael.page()).hasURL(java.util.regex.Pattern.compile(".*/claims/" + claim));
        assertThat(rafael.page().locator("h1.quote mark")).hasText(Story.FIGURE);
    }

    private static void attachesFourKinds(Colleague rafael) {
        rafael.fills("link", "address", "https://harbor.example/log?gate=6&night=all", "stance", "SUPPORTS", "locator",
                "table 1").sends("link");
        rafael.unfolds("file");
        rafael.field("file", "file").setInputFiles(new FilePayload(LOG_NAME, "text/html", LOG));
        rafael.fills("file", "stance", "CONTEXT", "title", "The log <b>as kept</b>", "note", "Nights only.")
                .sends("file");
        rafael.fills("interview", "person", "Ines Aranda", "function", "night shift supervisor", "heldAt",
                "2026-01-12T15:30", "channel", "PHONE", "attribution", "ON_THE_RECORD", "stance", "SUPPORTS", "note",
                "“All of them.”\nSecond line.").sends("interview");
        rafael.fills("reference", "citation", "Harbor Authority, Order 2025-07", "stance", "CONTRADICTS", "locator",
                "section 2").sends("reference");
        assertThat(rafael.page().locator("#h-evidence")).containsText("4 pieces stand");
        assertThat(rafael.page().getByText("The log <b>as kept</b>", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static void downloadsTheSameBytes(Colleague rafael) throws IOException {
        Download download = rafael.page().waitForDownload(() -> rafael.page().getByText(LOG_NAME).click());
        assertThat(download.suggestedFilename()).isEqualTo(LOG_NAME);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(LOG);
    }

    private static void stands(Colleague reader, String standing) {
        assertThat(reader.page().locator("section.now h2 .state")).hasText(standing);
    }

    private static void theHistoryHasEveryAct(Colleague reader) {
        List<String> newestFirst = reader.page()
                .locator("section[aria-labelledby=h-history] li > b:first-child")
                .allInnerTexts();
        assertThat(newestFirst).containsExactly("Verified", "Answered", "Overturned", "Verified", "Answered",
                "Disputed", "Submitted", "Evidence attached", "Evidence attached", "Evidence attached",
                "Evidence attached", "Marked");
        Locator history = reader.page().locator("section[aria-labelledby=h-history]");
        assertThat(history).containsText("Disputed by Viktor Lindqvist as reviewer");
        assertThat(history).containsText("The source counts families, not people.");
    }
}
