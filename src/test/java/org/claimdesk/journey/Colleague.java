package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;

/** Somebody of the newsroom at a browser of their own, who notices everything that goes wrong in it. */
final class Colleague implements AutoCloseable {

    private static final String STATUS = "Failed to load resource: the server responded with a status of";

    private static final String NO_MORE_LOOKS = "Response Status Error Code 40[13] from /claims/\\d+/captures/of/\\d+";

    private final BrowserContext browser;
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private Page page;
    private Response answer;
    private int loaded;

    Colleague(BrowserContext browser) {
        this.browser = browser;
        browser.setDefaultTimeout(20_000);
        browser.onConsoleMessage(this::heard);
        browser.onWebError(error -> troubles.add("script: " + error.error()));
        browser.onResponse(this::answered);
        browser.onRequestFailed(this::failed);
        browser.onPage(tab -> tab.onLoad(complete -> loaded++));
        page = browser.newPage();
    }

    private void heard(ConsoleMessage message) {
        // What was answered with an error is noted once, where it is answered.
        if ((message.type().equals("error") || message.type().equals("warning"))
                && !message.text().startsWith(STATUS) && !stream(message.location())
                && !message.text().matches(NO_MORE_LOOKS)) {
            troubles.add("console: " + message.text());
        }
    }

    private void answered(Response response) {
        if (response.request().isNavigationRequest()) {
            answer = response;
        }
        // A page that looks again whether a capture has come on may be told so when a role has been taken away.
        boolean look = response.url().contains("/captures/of/") && response.request().method().equals("GET")
                && (response.status() == 401 || response.status() == 403);
        if (response.status() >= 400 && !look) {
            troubles.add(response.status() + " for " + response.request().method() + " " + response.url());
        }
    }

    private void failed(Request request) {
        // A stream that ends comes back by itself; a download, or a look at whether a capture has come on, that a click has ended.
        boolean ended = request.url().matches(".*/(evidence|captures)/.*|.*/kept.*")
                && request.failure().contains("ERR_ABORTED");
        if (!ended && !stream(request.url())) {
            troubles.add(request.failure() + " for " + request.method() + " " + request.url());
        }
    }

    private static boolean stream(String address) {
        return address.contains("/live?of=");
    }

    Page page() {
        return page;
    }

    BrowserContext browser() {
        return browser;
    }

    /** What went wrong and was not expected. */
    List<String> troubles() {
        return troubles;
    }

    /** Something that was meant to go wrong did so once: an answer's status, or what the browser says. */
    void expected(String trouble) {
        assertThat(troubles).filteredOn(noted -> noted.contains(trouble)).hasSize(1);
        troubles.removeIf(noted -> noted.contains(trouble));
    }

    /** A new tab, in which this person goes on. @return the one before */
    Page turnsToANewTab() {
        Page before = page;
        page = browser.newPage();
        return before;
    }

    void turnsTo(Page tab) {
        page = tab;
        page.bringToFront();
    }

    Colleague opens(String path) {
        page.navigate(path);
        return this;
    }

    /** Opens a page that is not to be had. */
    void opensInVain(String path, int status) {
        Response response = page.navigate(path);
        assertThat(response.status()).isEqualTo(status);
        expected(status + " for GET " + response.url());
    }

    /** Waits until what the page asks for by itself has come; its stream goes on. */
    Colleague settles() {
        assertThat(page.locator("[hx-trigger=load], .htmx-request")).hasCount(0);
        return this;
    }

    /** Does what leads to another page, and waits until it is loaded. @return what was answered; null where nothing was */
    Response follows(Runnable act) {
        int before = loaded;
        answer = null;
        act.run();
        page.waitForCondition(() -> loaded > before);
        return answer;
    }

    /** Goes to the desk and signs in at Keycloak's own page. */
    Colleague signsIn(String username) {
        opens("/desk");
        typesPassword(username);
        assertThat(page).hasTitle("My desk · Claimdesk");
        return this;
    }

    void typesPassword(String username) {
        assertThat(page.locator("#kc-form-login")).isVisible();
        page.locator("#username").fill(username);
        page.locator("#password").fill("claimdesk");
        follows(() -> page.locator("#kc-login").click());
    }

    String session() {
        return browser.storageState();
    }

    /** The form for an act of a claim, or for marking ({@code claims}) or filing ({@code new}). */
    Locator form(String act) {
        return page.locator("form[method=post][action$='/" + act + "']");
    }

    Locator field(String act, String name) {
        return form(act).locator("[name='" + name + "']:not([type=hidden])");
    }

    /** Opens what the form lies in, where it is closed. */
    Colleague unfolds(String act) {
        Locator details = page.locator("details").filter(new Locator.FilterOptions().setHas(form(act)));
        if (!form(act).locator("button:not([type=button])").isVisible()) {
            details.locator("> summary").click();
        }
        return this;
    }

    /** @param values names of fields, each followed by what is typed or chosen */
    Colleague fills(String act, String... values) {
        unfolds(act);
        for (int i = 0; i < values.length; i += 2) {
            Locator field = field(act, values[i]);
            switch (kind(field)) {
                case "select-one" -> field.selectOption(values[i + 1]);
                case "radio" -> form(act).locator("[name='" + values[i] + "'][value='" + values[i + 1] + "']").check();
                default -> field.fill(values[i + 1]);
            }
        }
        return this;
    }

    private static String kind(Locator field) {
        return (String) field.first().evaluate("field => field.type");
    }

    /** Chooses from a list by what it says. */
    Colleague chooses(String act, String name, String label) {
        Locator option = field(act, name).locator("option").filter(new Locator.FilterOptions().setHasText(label));
        field(act, name).selectOption(option.first().getAttribute("value"));
        return this;
    }

    /** Sends the form; it is done. */
    Colleague sends(String act) {
        Response response = tries(act);
        assertThat(response).isNotNull();
        assertThat(response.status()).as("%s: %s", response.url(), alert()).isEqualTo(200);
        return this;
    }

    /** Sends the form; it is refused. */
    Colleague sendsInVain(String act, int status) {
        Response response = tries(act);
        assertThat(response).isNotNull();
        assertThat(response.status()).as(response.url()).isEqualTo(status);
        expected(status + " for POST");
        return this;
    }

    /** Sends the form, whatever comes of it. */
    Response tries(String act) {
        return follows(() -> form(act).locator("button:not([type=button])").click());
    }

    /** What the page says that went wrong, or empty. */
    String alert() {
        return String.join(" ", page.locator("[role=alert]").allInnerTexts());
    }

    /** What this person can do on the claim they look at, by the words on buttons and folds. */
    List<String> canDo() {
        return page.locator("section.now details.action > summary, section.now > form button").allInnerTexts();
    }

    /** Whether this person can attach evidence to the claim they look at. */
    boolean canAttach() {
        return page.locator(".attach").count() > 0;
    }

    void pictures(Path directory, String name) {
        for (Page tab : browser.pages()) {
            tab.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(directory.resolve(name + "-" + browser.pages().indexOf(tab) + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
