package org.claimdesk.claim;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NewsroomTest
class ClaimPageTest {

    private static final String HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> {cdi:shell.name} 🕊 שלום e\u0301";

    @Inject
    Story story;

    @Test
    void aClaimGoesTheWholeWayOnPagesAlone() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Visitor viktor = Visitor.signedIn("viktor");

        Seen page = rafael.get("/claims/" + claim);
        assertThat(page.has("/submit")).as("nothing to submit yet").isFalse();
        page = rafael.submit(page, "/reference",
                Map.of("citation", "Harbor log", "stance", "SUPPORTS", "rank", "PRIMARY"));
        page = rafael.submit(page, "/submit", Map.of());
        assertThat(state(page)).contains("sourced");
        Seen review = viktor.get("/claims/" + claim);
        review = viktor.submit(review, "/dispute", Map.of("grounds", "FIGURE", "statement", "Eleven or twelve?"));
        assertThat(state(review)).contains("disputed");
        page = rafael.submit(rafael.get("/claims/" + claim), "/answer", Map.of("statement", "Eleven."));
        assertThat(state(page)).contains("sourced");
        review = viktor.submit(viktor.get("/claims/" + claim), "/verify",
                Map.of("rating", "ACCURATE", "rationale", "The log says eleven."));
        assertThat(state(review)).contains("accurate");
        assertThat(review.page().select(".timeline li b").eachText()).contains("Verified", "Answered", "Disputed",
                "Submitted", "Evidence attached", "Marked");
    }

    @Test
    void buttonsAreExactlyWhatOneMayDo() {
        long claim = story.aSourcedClaim();

        assertThat(actions("rafael", claim)).containsExactlyInAnyOrder("link", "file", "interview", "reference",
                "calculation");
        assertThat(actions("viktor", claim)).containsExactlyInAnyOrder("verify", "return", "dispute");
        assertThat(actions("edith", claim)).containsExactlyInAnyOrder("reassign", "drop");
        assertThat(actions("stella", claim)).isEmpty();
    }

    @Test
    void whoSourcedItSeesWhyNotToVerify() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 1);
        story.attach(claim, "bo");
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));

        Seen page = Visitor.signedIn("bo").get("/claims/" + claim);

        assertThat(page.has("/verify")).isFalse();
        assertThat(page.has("/dispute")).isTrue();
        assertThat(page.page().select(".now").text()).contains("sourced this claim");
    }

    @Test
    void aFormSentByHandIsRefusedLikeAMissingButton() {
        long claim = story.aSourcedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Map<String, String> hidden = Visitor.fields(rafael.get("/claims/" + claim).form("/link"));

        Seen refused = rafael.send("/claims/" + claim + "/verify",
                with(hidden, "rating", "ACCURATE", "rationale", "Mine."));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.trouble()).contains("Not for you");
        assertThat(refused.page().text()).contains("Mine.");
        assertThat(story.line(claim).state()).isEqualTo(State.SOURCED);
    }

    @Test
    void aStaleVersionChangesNothingAndKeepsWhatWasTyped() {
        long claim = story.aSourcedClaim();
        Visitor viktor = Visitor.signedIn("viktor");
        Seen opened = viktor.get("/claims/" + claim);
        story.attach(claim, "mina");

        Seen refused = viktor.submit(opened, "/verify",
                Map.of("rating", "ACCURATE", "rationale", "Line one\nline two"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.trouble()).contains("changed");
        assertThat(refused.form("/verify").selectFirst("textarea").wholeText()).isEqualTo("Line one\nline two");
        Seen done = viktor.submit(refused, "/verify", Map.of());
        assertThat(state(done)).contains("accurate");
    }

    @Test
    void twoReviewersAtTheSameMomentGiveOneVerdict() throws Exception {
        long claim = story.aSourcedClaim();
        List<Callable<Seen>> both = new ArrayList<>();
        for (String name : List.of("viktor", "wanda")) {
            Visitor reviewer = Visitor.signedIn(name);
            Seen page = reviewer.get("/claims/" + claim);
            both.add(() -> reviewer.submit(page, "/verify", Map.of("rating", "ACCURATE", "rationale", "So it is.")));
        }

        assertThat(together(both)).extracting(Seen::status).containsExactlyInAnyOrder(200, 409);
        assertThat(story.line(claim).state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void aDoubleClickAttachesOnce() throws Exception {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);
        Callable<Seen> click = () -> rafael.submit(page, "/reference", Map.of("citation", "Log", "stance", "SUPPORTS"));

        assertThat(together(List.of(click, click, click))).extracting(Seen::status).containsOnly(200);
        assertThat(story.line(claim).evidence()).isEqualTo(1);
    }

    @Test
    void hostileTextInEveryFieldIsOnlyText() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Map<String, String> about = Map.ofEntries(entry("stance", "SUPPORTS"), entry("source", HOSTILE),
                entry("rank", "PRIMARY"), entry("title", HOSTILE),
                entry("locator", HOSTILE), entry("note", HOSTILE), entry("citation", HOSTILE), entry("person", HOSTILE),
                entry("function", HOSTILE), entry("organisation", HOSTILE), entry("channel", "PHONE"),
                entry("attribution", "OFF_THE_RECORD"), entry("heldAt", "2026-01-02T03:04"),
                entry("address", "https://example.org/?q=%3Cscript%3E"));
        String path = "/claims/" + claim;
        rafael.submit(rafael.get(path), "/reference", about);
        rafael.submit(rafael.get(path), "/interview", about);
        rafael.submit(rafael.get(path), "/link", about);
        rafael.upload(rafael.get(path), "/file", about, "<script>.html", HOSTILE.getBytes(StandardCharsets.UTF_8));
        rafael.submit(rafael.get(path), "/submit", Map.of());
        Visitor viktor = Visitor.signedIn("viktor");
        viktor.submit(viktor.get(path), "/dispute", Map.of("grounds", "OTHER", "statement", HOSTILE));
        rafael.submit(rafael.get(path), "/answer", Map.of("statement", HOSTILE));
        Seen done = viktor.submit(viktor.get(path), "/verify", Map.of("rating", "MISLEADING", "rationale", HOSTILE));

        assertThat(state(done)).contains("misleading");
        assertThat(done.page().select("script:not([src]), img, [onerror]")).isEmpty();
        assertThat(done.page().text()).contains("<script>alert(1)</script>", "{cdi:shell.name}", "🕊", "שלום", "é");
        for (String page : List.of("/desk", "/articles/" + story.line(claim).article())) {
            assertThat(rafael.get(page).page().select("script:not([src]), img, [onerror]")).as(page).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,<b>", "file:///etc/passwd", "//example.org",
            "example.org",
            "http://", "http://exa mple.org/", "ftp://example.org/x"})
    void onlyWebAddressesAreLinks(String address) {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");

        Seen refused = rafael.submit(rafael.get("/claims/" + claim), "/link",
                Map.of("address", address, "stance", "SUPPORTS", "note", "typed"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("web address");
        assertThat(refused.form("/link").selectFirst("[name=address]").val()).isEqualTo(address);
        assertThat(refused.form("/link").selectFirst("[name=note]").wholeText()).isEqualTo("typed");
        assertThat(story.line(claim).evidence()).isZero();
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsKept() {
        long claim = story.aSourcedClaim();
        Visitor viktor = Visitor.signedIn("viktor");

        Seen refused = viktor.submit(viktor.get("/claims/" + claim), "/verify",
                Map.of("rating", "", "rationale", "A long thought."));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("Choose a rating");
        assertThat(refused.form("/verify").selectFirst("textarea").wholeText()).isEqualTo("A long thought.");
        refused = viktor.submit(refused, "/verify", Map.of("rating", "ACCURATE", "rationale", "x".repeat(20_001)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.form("/verify").selectFirst("textarea").wholeText()).hasSize(20_001);
    }

    @Test
    void whatWasTypedIsShownWhereItsFormIsGone() {
        long claim = story.aSourcedClaim();
        Visitor viktor = Visitor.signedIn("viktor");
        Seen opened = viktor.get("/claims/" + claim);
        story.checking().giveBack(story.ref(claim), "The page number.", story.person("wanda"));

        Seen refused = viktor.submit(opened, "/verify", Map.of("rating", "ACCURATE", "rationale", "My careful words."));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.has("/verify")).isFalse();
        assertThat(refused.trouble()).contains("My careful words.");
    }

    @Test
    void aFileIsGivenOutAsItCameAndOnlyToBeSaved() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        byte[] page = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        Seen attached = rafael.upload(rafael.get("/claims/" + claim), "/file", Map.of("stance", "CONTEXT"),
                "Ünïcode \u202e page.html", page);
        Seen file = rafael.get(attached.page().selectFirst("a[download]").attr("href"));

        assertThat(file.response().body()).isEqualTo(new String(page, StandardCharsets.UTF_8));
        assertThat(file.response().headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(file.response().headers().firstValue("content-disposition").orElseThrow()).startsWith("attachment");
        assertThat(file.response().headers().firstValue("content-security-policy").orElseThrow()).contains("sandbox");
    }

    @Test
    void anEmptyFileAndNoFileAreRefused() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);

        assertThat(rafael.upload(page, "/file", Map.of("stance", "SUPPORTS", "note", "kept"), "empty.txt", new byte[0])
                .trouble()).contains("empty");
        Seen none = rafael.upload(page, "/file", Map.of("stance", "SUPPORTS", "note", "kept"), "", new byte[0]);
        assertThat(none.trouble()).contains("Choose a file");
        assertThat(none.form("/file").selectFirst("[name=note]").wholeText()).isEqualTo("kept");
        assertThat(story.line(claim).evidence()).isZero();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        long claim = story.anAssignedClaim();
        Visitor rafael = Visitor.signedIn("rafael");
        Map<String, String> fields = Visitor.fields(rafael.get("/claims/" + claim).form("/reference"));
        fields.remove("csrf-token");

        Seen refused = rafael.send("/claims/" + claim + "/reference",
                with(fields, "citation", "x", "stance", "SUPPORTS"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.page().text()).contains("form");
        assertThat(story.line(claim).evidence()).isZero();
    }

    @Test
    void anUnknownClaimOrActionIsAPageThatSaysSo() {
        Visitor rafael = Visitor.signedIn("rafael");

        assertThat(rafael.get("/claims/999999999").status()).isEqualTo(404);
        assertThat(rafael.get("/claims/999999999").page().text()).contains("There is no claim 999999999");
        assertThat(rafael.get("/claims/abc").status()).isEqualTo(404);
        assertThat(rafael.get("/claims/99999999999999999999").status()).isEqualTo(404);
    }

    @Test
    void aDroppedClaimIsRestoredAsItWas() {
        long claim = story.aSourcedClaim();
        Visitor edith = Visitor.signedIn("edith");

        Seen dropped = edith.submit(edith.get("/claims/" + claim), "/drop", Map.of("reason", "The passage was cut."));
        assertThat(dropped.page().text()).contains("Dropped.", "The passage was cut.");
        assertThat(actions("viktor", claim)).isEmpty();
        edith.submit(dropped, "/restore", Map.of());

        assertThat(story.line(claim).state()).isEqualTo(State.SOURCED);
        assertThat(actions("viktor", claim)).contains("verify");
    }

    private static List<String> actions(String person, long claim) {
        return Visitor.signedIn(person)
                .get("/claims/" + claim)
                .page()
                .select("form[method=post]")
                .eachAttr("action")
                .stream()
                .map(action -> action.substring(action.lastIndexOf('/') + 1))
                .toList();
    }

    private static String state(Seen page) {
        assertThat(page.status()).as(page.trouble()).isEqualTo(200);
        return page.page().select(".now .state").text();
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
