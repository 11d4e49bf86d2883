package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page can be used by everybody. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final Map<String, ToLongFunction<Cases>> STATES = Map.of("assigned", Cases::assigned, "attached",
            Cases::attached, "sourced", Cases::sourced, "disputed", Cases::disputed, "answered", Cases::answered,
            "verified", Cases::verified, "overturned", Cases::overturned, "dropped", Cases::dropped);

    private final Cases cases;
    private final Map<String, Long> claims = new HashMap<>();
    private Story story;

    AccessibilityIT(Newsroom newsroom) {
        this.cases = new Cases(newsroom);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edith", "rafael", "wanda", "stella", "bo"})
    void theDeskOfEach(String username, Staff staff) {
        STATES.keySet().forEach(this::claim);
        Judge.passes(staff.signedIn(username).page());
    }

    @ParameterizedTest
    @CsvSource({"assigned, edith", "assigned, wanda", "attached, rafael", "sourced, rafael", "sourced, wanda",
            "disputed, rafael", "disputed, wanda", "disputed, viktor", "disputed, edith", "answered, viktor",
            "verified, stella", "verified, edith", "overturned, wanda", "overturned, viktor", "dropped, edith",
            "dropped, rafael"})
    void aClaimInEachStateForEachRole(String state, String username, Staff staff) {
        Colleague reader = staff.signedIn(username).opens("/claims/" + claim(state));

        Judge.passesUnfolded(reader.page());
    }

    @Test
    void aClaimWithARefusedForm(Staff staff) {
        long claim = cases.disputed();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        rafael.fills("answer", "statement", "Late.");
        cases.act("edith", claim, "reassign", Map.of("assignee", cases.id("rafael"), "risk", "HIGH"));

        rafael.sendsInVain("answer", 409);

        Judge.passesUnfolded(rafael.page());
    }

    @Test
    void sourcesAndWhatLeansOnOne(Staff staff) {
        long claim = cases.verified();
        Colleague stella = staff.signedIn("stella").opens("/sources");
        Judge.passes(stella.page());
        stella.opens("/claims/" + claim);
        stella.follows(() -> stella.page().locator("td a[href^='/sources/']").first().click());
        Judge.passesUnfolded(stella.page());
    }

    @Test
    void theLedgerAndAnEntryOfIt(Staff staff) {
        long claim = claim("verified");
        Colleague stella = staff.signedIn("stella").opens("/ledger");
        Judge.passes(stella.page());
        stella.opens("/claims/" + claim);
        String entry = stella.page().locator("a.proof").first().getAttribute("href");
        stella.opens(entry);
        Judge.passes(stella.page());
    }

    @Test
    void theStatisticsAndAPeriodThatIsNone(Staff staff) {
        claim("overturned");
        Colleague stella = staff.signedIn("stella").opens("/standards/statistics");
        Judge.passesUnfolded(stella.page());
        stella.opensInVain("/standards/statistics?from=2026-02-30", 400);
        Judge.passes(stella.page());
    }

    @Test
    void theSearchAndWhatItFindsAndDoesNot(Staff staff) {
        claim("verified");
        claim("dropped");
        Colleague rafael = staff.signedIn("rafael");
        for (String path : List.of("/search", "/search?what=claims&q=people", "/search?what=evidence&q=log",
                "/search?what=articles&q=gate", "/search?q=nowheretobefound")) {
            Judge.passes(rafael.opens(path).page());
        }
        rafael.opensInVain("/search?q=gate&from=soon", 400);
        Judge.passes(rafael.page());
    }

    @Test
    void thePagesOfTheStandardsDesk(Staff staff) {
        long article = story().article();
        Colleague stella = staff.signedIn("stella");
        for (String path : List.of("/standards", "/standards/messages", "/standards/audits",
                "/articles/" + article + "/gate")) {
            Judge.passesUnfolded(stella.opens(path).page());
        }
    }

    @Test
    void theSameClaimElsewhereAndAnErasure(Staff staff) {
        long claim = claim("verified");
        Colleague stella = staff.signedIn("stella");
        Judge.passesUnfolded(stella.opens("/claims/" + claim + "/same").page());
        stella.opens("/claims/" + claim);
        stella.follows(() -> stella.page().locator("a[href$='/erasure']").first().click());
        Judge.passesUnfolded(stella.page());
    }

    @Test
    void articlesAndTheFormToFileThem(Staff staff) {
        story();
        Colleague edith = staff.signedIn("edith").opens("/articles");
        Judge.passes(edith.page());
        edith.opens("/articles/new");
        Judge.passes(edith.page());
        edith.fills("new", "text", "A headline", "deadline", "2099-01-01T10:00").sendsInVain("new", 400);
        Judge.passes(edith.page());
    }

    @Test
    void theGalleyWithoutClaimsWithClaimsAndWithTheFormToMark(Staff staff) {
        Colleague edith = staff.signedIn("edith").opens("/articles/" + cases.article().article());
        Judge.passes(edith.page());
        edith.opens("/articles/" + story().article());
        Judge.passes(edith.page());
        edith.unfolds("claims").fills("claims", "exact", Story.TWICE).sendsInVain("claims", 400);
        assertThat(edith.page().getByText("Which words are meant?")).isVisible();
        Judge.passesUnfolded(edith.page());
        Judge.passes(staff.signedIn("rafael").opens("/articles/" + story().article()).page());
    }

    @Test
    void pagesOfProblems(Staff staff) {
        Colleague rafael = staff.signedIn("rafael");
        rafael.opensInVain("/claims/999999", 404);
        Judge.passes(rafael.page());
        rafael.opensInVain("/nowhere", 404);
        Judge.passes(rafael.page());
        rafael.opensInVain("/articles/new", 403);
        Judge.passes(rafael.page());
        Colleague stranger = staff.stranger().opens("/sign-in-failed");
        Judge.passes(stranger.page());
        stranger.opensInVain("/keycloak-away", 503);
        Judge.passes(stranger.page());
    }

    @Test
    void theEndedSessionAndTheFormThatIsOutOfDate(Staff staff) {
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim("disputed"));
        rafael.fills("answer", "statement", "An answer in several words, to be kept and read.");
        rafael.browser().clearCookies(new ClearCookiesOptions().setName(Pattern.compile("q_session.*")));
        rafael.sendsInVain("answer", 401);
        Judge.passesUnfolded(rafael.page());

        Colleague mina = staff.signedIn("mina").opens("/claims/" + claim("verified"));
        // An answer to what the page still asks for would bring the cookie back.
        mina.settles();
        mina.browser().clearCookies(new ClearCookiesOptions().setName("csrf-token"));
        mina.fills("dispute", "grounds", "OTHER", "statement", "No.").sendsInVain("dispute", 400);
        assertThat(mina.page()).hasTitle("That form is out of date · Claimdesk");
        Judge.passes(mina.page());
    }

    private long claim(String state) {
        return claims.computeIfAbsent(state, none -> STATES.get(state).applyAsLong(cases));
    }

    /** An article with claims that lie in each other. */
    private Story story() {
        if (story == null) {
            story = cases.article();
            cases.marked(story, Story.FIGURE, "rafael");
            cases.marked(story, "138 people", "mina");
            cases.marked(story, Story.ARABIC, "rafael");
        }
        return story;
    }
}
