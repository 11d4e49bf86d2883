package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What somebody has typed is there until it is done, and what is done is done once and for good. */
@EndToEnd
class NothingLostIT {

    private static final String TYPED = "A long answer,\nin two lines, with “quotes” & <signs> 👉.";

    private final Newsroom newsroom;
    private final Cases cases;

    NothingLostIT(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.cases = new Cases(newsroom);
    }

    @Test
    void aRefusedArticleIsStillInTheForm(Staff staff) {
        Colleague edith = staff.signedIn("edith").opens("/articles/new");
        String text = Story.text("A headline\tof its own");

        edith.fills("new", "text", text, "slug", "OWN", "byline", "By Me", "deadline", "2099-01-01T10:00")
                .sendsInVain("new", 400);

        assertThat(edith.alert()).contains("ten years");
        assertThat(edith.field("new", "text")).hasValue(text);
        assertThat(edith.field("new", "slug")).hasValue("OWN");
        edith.fills("new", "deadline", "2030-01-01T10:00").sends("new");
        assertThat(edith.page()).hasURL(Pattern.compile(".*/articles/\\d+"));
        edith.opens("/articles/new");
        assertThat(edith.field("new", "text")).hasValue("");
    }

    @Test
    void aQuoteThatDoesNotStandInTheArticleIsStillInTheForm(Staff staff) {
        Story story = cases.article();
        Colleague edith = staff.signedIn("edith").opens("/articles/" + story.article());

        edith.fills("claims", "exact", "words of another article").sendsInVain("claims", 400);

        assertThat(edith.alert()).contains("do not stand in the article");
        assertThat(edith.field("claims", "exact")).hasValue("words of another article");
    }

    @Test
    void whoIsOvertakenSeesWhatTheyTypedAndSendsItAgain(Staff staff) {
        long claim = cases.disputed();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        rafael.fills("answer", "statement", TYPED);
        cases.act("edith", claim, "reassign", Map.of("assignee", cases.id("rafael"), "risk", "LEGAL"));

        rafael.sendsInVain("answer", 409);

        assertThat(rafael.alert()).contains("changed since you opened it");
        assertThat(rafael.field("answer", "statement")).hasValue(TYPED);
        rafael.sends("answer");
        assertThat(cases.history(claim)).startsWith("ANSWER", "REASSIGN").containsOnlyOnce("ANSWER");
    }

    @Test
    void whoComesTooLateCanStillReadWhatTheyTyped(Staff staff) {
        long claim = cases.sourced();
        Colleague wanda = staff.signedIn("wanda").opens("/claims/" + claim);
        wanda.fills("verify", "rating", "ACCURATE", "rationale", TYPED);
        cases.act("viktor", claim, "return", Map.of("missing", "The page."));

        wanda.sendsInVain("verify", 409);

        assertThat(wanda.page().locator("section.now [role=alert] .prose")).containsText("with “quotes” & <signs> 👉");
        assertThat(cases.history(claim)).startsWith("RETURN").doesNotContain("VERIFY");
    }

    @Test
    void anEndedSessionKeepsTheFormAndSendsItOnce(Staff staff) {
        long claim = cases.disputed();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        rafael.fills("answer", "statement", TYPED);
        rafael.browser().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));
        rafael.browser().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("K.*|AUTH.*")));

        rafael.sendsInVain("answer", 401);
        assertThat(rafael.page()).hasTitle("Your session has ended · Claimdesk");
        Page ended = rafael.page();
        rafael.turnsTo(rafael.browser().waitForPage(() -> ended.getByText("Sign in in another tab").click()));
        rafael.typesPassword("rafael");
        assertThat(rafael.page()).hasTitle("My desk · Claimdesk");
        rafael.turnsTo(ended);
        rafael.sends("answer");

        assertThat(rafael.page()).hasURL(Pattern.compile(".*/claims/" + claim));
        assertThat(rafael.page().getByText("in two lines, with “quotes” & <signs> 👉").first()).isVisible();
        assertThat(cases.history(claim)).startsWith("ANSWER").containsOnlyOnce("ANSWER");
    }

    @Test
    void aPageThatIsLoadedAgainHasWhatWasTyped(Staff staff) {
        long claim = cases.disputed();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        rafael.fills("answer", "statement", TYPED);

        rafael.page().reload();

        assertThat(rafael.field("answer", "statement")).hasValue(TYPED);
        assertThat(rafael.page().getByText("What you typed before is back")).isVisible();
        rafael.page().getByText("Discard it").click();
        assertThat(rafael.field("answer", "statement")).hasValue("");
        rafael.page().reload();
        assertThat(rafael.field("answer", "statement")).hasValue("");
    }

    @Test
    void whatIsDoneDoesNotComeBack(Staff staff) {
        long claim = cases.disputed();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);
        rafael.fills("answer", "statement", TYPED).sends("answer");
        cases.act("viktor", claim, "dispute", Map.of("grounds", "OTHER", "statement", "Not yet."));

        rafael.opens("/claims/" + claim);

        assertThat(rafael.field("answer", "statement")).hasValue("");
    }

    @Test
    void formsInTwoTabsBothWork(Staff staff) {
        long first = cases.attached();
        long second = cases.attached();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + first);
        Page tab = rafael.turnsToANewTab();
        rafael.opens("/claims/" + second);

        rafael.turnsTo(tab);
        rafael.sends("submit");

        assertThat(cases.history(first)).startsWith("SUBMIT");
    }

    @Test
    void aDoubleClickActsOnce(Staff staff) {
        long claim = cases.attached();
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + claim);

        rafael.form("submit").locator("button").dblclick();

        assertThat(rafael.page().locator("section.now .state")).hasText("sourced");
        assertThat(cases.history(claim)).containsOnlyOnce("SUBMIT");
    }

    @Test
    void aKillTakesNeitherWhatWasAcknowledgedNorWhatCouldNotBeSent(Staff staff) {
        long acknowledged = cases.sourced();
        long unsent = cases.disputed();
        Colleague wanda = staff.signedIn("wanda").opens("/claims/" + acknowledged);
        Colleague rafael = staff.signedIn("rafael").opens("/claims/" + unsent);
        rafael.fills("answer", "statement", TYPED);

        wanda.fills("verify", "rating", "UNSUPPORTED", "rationale", TYPED).sends("verify");
        // Her page would ask for its captures meanwhile.
        wanda.page().navigate("about:blank");
        newsroom.service().kill();
        try {
            assertThat(rafael.tries("answer")).isNull();
            rafael.expected("ERR_CONNECTION_REFUSED");
        } finally {
            newsroom.service().start();
        }

        wanda.opens("/claims/" + acknowledged);
        assertThat(wanda.page().locator("section.now .state")).hasText("unsupported");
        assertThat(cases.history(acknowledged)).startsWith("VERIFY").containsOnlyOnce("VERIFY");
        rafael.opens("/claims/" + unsent);
        assertThat(rafael.field("answer", "statement")).hasValue(TYPED);
        assertThat(cases.history(unsent)).startsWith("DISPUTE");
        rafael.sends("answer");
        assertThat(cases.history(unsent)).startsWith("ANSWER").containsOnlyOnce("ANSWER");
    }
}
