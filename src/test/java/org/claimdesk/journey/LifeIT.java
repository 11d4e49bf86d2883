package org.claimdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole life of a real article: filed, triaged, checked, waived once, released, published, audited blind, overturned, corrected. */
@EndToEnd
class LifeIT {

    private static final Path ARTICLE = Path.of("..", "shared", "articles", "next-stage-of-migration-crisis.txt");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Pattern CARD = Pattern.compile("claim-(\\d+)");
    private static final String ADDRESS = "https://news.example/2026/migration";
    private static final int CLAIMS = 4;
    private static final int NARROW = 375;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 900;

    @Test
    void anArticleIsCheckedReleasedPublishedAuditedAndOverturned(Staff staff) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(ARTICLE), "the real article is not here");
        Colleague edith = staff.signedIn("edith");
        long article = filed(edith);
        List<Long> claims = triaged(edith);
        String gate = "/articles/" + article + "/gate";
        edith.opens(gate);
        assertThat(edith.page().locator("#g-UNVERIFIED")).containsText(Integer.toString(CLAIMS));
        taken(edith, "closed");

        Colleague rafael = staff.signedIn("rafael");
        for (long claim : claims) {
            boolean thin = claim == claims.get(3);
            rafael.opens("/claims/" + claim)
                    .fills("reference", "citation", "Customs and Border Protection, monthly releases", "stance",
                            "SUPPORTS", "locator", "table 2", "source", "CBP statistics office", "rank",
                            thin ? "SECONDARY" : "PRIMARY")
                    .sends("reference");
            if (thin) {
                rafael.fills("submit", "reason", "The office is the only one that counts.");
            }
            rafael.sends("submit");
        }
        Colleague viktor = staff.signedIn("viktor");
        viktor.opens("/claims/" + claims.get(0))
                .fills("verify", "rating", "NEEDS_CONTEXT", "rationale", "True of the program as a whole.")
                .sends("verify");
        viktor.opens("/claims/" + claims.get(1))
                .fills("verify", "rating", "ACCURATE", "rationale", "The table says so.")
                .sends("verify");
        Colleague wanda = staff.signedIn("wanda");
        wanda.opens("/claims/" + claims.get(2))
                .fills("verify", "rating", "ACCURATE", "rationale", "The table says so.")
                .sends("verify");
        wanda.opens("/claims/" + claims.get(3))
                .fills("verify", "rating", "ACCURATE", "rationale", "Nobody else counts.", "reason",
                        "There is no second office.")
                .sends("verify");

        contextIsNamed(edith.opens(gate));
        Colleague stella = staff.signedIn("stella");
        waivedOnce(stella.opens(gate));
        edith.opens(gate);
        taken(edith, "open");
        edith.sends("release");
        assertThat(edith.page().locator("section.now .state")).hasText("released");
        edith.fills("publish", "address", ADDRESS).sends("publish");
        assertThat(edith.page().locator("main")).containsText(ADDRESS);
        taken(edith, "published");

        Set<Long> drawn = drawn(stella, article);
        assertThat(drawn).hasSize(CLAIMS);
        overturnedAfterABlindAudit(stella);
        edith.opens(gate);
        assertThat(edith.page().locator("main")).containsText("its claims have changed since");
        taken(edith, "closed-again");
        corrected(stella);
        stella.opens("/standards/statistics");
        taken(stella, "statistics");
        stella.opens("/standards");
        taken(stella, "standards");
    }

    private static long filed(Colleague edith) throws IOException {
        // The same text may be there from an earlier run; a headline of its own tells them apart.
        String text = Story.freshHeadline() + "\n\n" + Files.readString(ARTICLE);
        edith.opens("/articles/new")
                .fills("new", "text", text, "desk", "/desks/immigration", "deadline", "2030-11-03T18:00")
                .sends("new");
        return Story.of(edith, "").article();
    }

    /** By keys: the sentences most worth checking become claims of Rafael's, no other has a fact to check. */
    private static List<Long> triaged(Colleague edith) {
        Page page = edith.page();
        edith.unfolds("sentences").chooses("sentences", "assignee", "Rafael Ibarra");
        page.evaluate("document.activeElement.blur()");
        List<Locator> sentences = page.locator(".sen").all();
        Set<String> best = sentences.stream()
                .sorted(Comparator
                        .comparingInt((Locator sentence) -> Integer.parseInt(sentence.getAttribute("data-score")))
                        .reversed())
                .limit(CLAIMS)
                .map(sentence -> sentence.getAttribute("data-n"))
                .collect(Collectors.toSet());
        page.keyboard().press("a");
        for (int n = 1; n <= sentences.size(); n++) {
            assertThat(page.locator(".sen.chosen")).hasAttribute("data-n", Integer.toString(n));
            page.keyboard().press(best.contains(Integer.toString(n)) ? "y" : "n");
        }
        assertThat(page.locator("#state .legend")).containsText("0 unaccounted for");
        taken(edith, "galley");
        return page.locator("article.card").all().stream().map(card -> {
            Matcher id = CARD.matcher(card.getAttribute("id"));
            assertThat(id.matches()).isTrue();
            return Long.parseLong(id.group(1));
        }).toList();
    }

    /** Words that are not the claim's own. */
    private static void contextIsNamed(Colleague edith) throws IOException {
        edith.fills("context", "exact", Files.readAllLines(ARTICLE).get(0)).sends("context");
        assertThat(edith.page().locator("#g-CONTEXT")).hasCount(0);
    }

    private static void waivedOnce(Colleague stella) {
        taken(stella, "to-waive");
        assertThat(stella.page().locator("main > div section.panel")).hasCount(1);
        stella.fills("waive", "reason", "The only office that counts; a second one is asked for.").sends("waive");
        assertThat(stella.page().locator("#h-waived")).containsText("1");
        taken(stella, "waived");
    }

    private static Set<Long> drawn(Colleague stella, long article) {
        stella.opens("/standards/audits")
                .fills("draws", "article", Long.toString(article), "size", Integer.toString(CLAIMS))
                .sends("draws");
        Locator lines = stella.page().locator("section[aria-labelledby=h-drawn] ul.rows > li");
        assertThat(lines).hasCount(CLAIMS);
        taken(stella, "draw");
        return lines.locator("a.button")
                .all()
                .stream()
                .map(link -> Long.parseLong(link.getAttribute("href").replaceAll(".*/", "")))
                .collect(Collectors.toSet());
    }

    private static void overturnedAfterABlindAudit(Colleague stella) {
        stella.follows(() -> stella.page().locator("section[aria-labelledby=h-drawn] a.button").first().click());
        stella.sends("take");
        String audit = stella.page().url();
        assertThat(stella.page().locator("main")).not().containsText("First verdict:");
        taken(stella, "blind");
        stella.fills("give", "rating", "MISLEADING", "rationale", "The figure is of another month.").sends("give");
        assertThat(stella.page().locator("#h-first")).isVisible();
        assertThat(stella.page().locator("#h-own")).containsText("isleading");
        taken(stella, "both");
        stella.fills("finding", "outcome", "OVERTURNED", "reason", "Table 2 is of March.").sends("finding");
        assertThat(stella.page().locator("#h-finding")).containsText("overturned");
        stella.opens("/standards/audits");
        assertThat(stella.page().locator("section[aria-labelledby=h-agreement] table")).isVisible();
        taken(stella, "agreement");
        stella.opens(audit);
        stella.follows(() -> stella.page().getByText("The claim").last().click());
        assertThat(stella.page().locator("section.now h2 .state")).hasText("disputed");
    }

    private static void corrected(Colleague stella) {
        stella.opens("/standards/corrections");
        taken(stella, "corrections");
        stella.follows(() -> stella.page().locator("section[aria-labelledby=h-open] b > a").last().click());
        assertThat(stella.page().locator("section[aria-labelledby=h-happened] li")).hasCount(1);
        taken(stella, "case");
        stella.fills("correct", "kind", "CORRECTION", "text", "The figure given was that of March.", "placed", "TOP")
                .sends("correct");
        assertThat(stella.page().locator("section[aria-labelledby=h-issued]"))
                .containsText("The figure given was that of March.");
        taken(stella, "corrected");
    }

    /** Pictures of the page, light, dark and narrow, and whether everybody can use it. */
    private static void taken(Colleague who, String name) {
        Page page = who.page();
        Judge.passes(page);
        who.pictures(PICTURES, "life-" + name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        who.pictures(PICTURES, "life-" + name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW, HEIGHT);
        who.pictures(PICTURES, "life-" + name + "-narrow");
        page.setViewportSize(WIDE, HEIGHT);
    }
}
