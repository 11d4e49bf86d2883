package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.State;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;

@NewsroomTest
class RevisionPageTest {

    @Inject
    Story story;

    @Test
    void aFiledRevisionShowsWhatBecameOfTheClaims() {
        long article = story.anArticle();
        long reworded = story.aVerifiedClaim(article, 1);
        long orphaned = story.anAssignedClaim(article, 2);
        long placed = story.anAssignedClaim(article, 3);
        Visitor edith = Visitor.signedIn("edith");
        Seen form = edith.get("/articles/" + article + "/revisions");

        Seen compared = edith.upload(form, "/revisions",
                Map.of("text", story.text(article)
                        .replace("carried 11", "carried 19")
                        .replace("Boat 2 carried 12 people.\n", "")),
                "", new byte[0]);

        assertThat(compared.address().toString()).endsWith("/articles/" + article + "/compare?from=1&to=2");
        assertThat(compared.page().select(".legend").text()).contains("1 placed", "1 reworded", "1 orphaned");
        assertThat(compared.page().select("del").eachText()).containsExactly("cut", "11", "Boat 2 carried 12 people.");
        assertThat(compared.page().select("ins").eachText()).containsExactly("put in", "19");
        assertThat(compared.page().select(".todo a").eachText()).containsExactly("#" + reworded + " reworded",
                "#" + orphaned + " orphaned");
        assertThat(compared.page().select("#claim-" + placed)).hasSize(1);

        Seen claim = edith.get("/claims/" + reworded);
        assertThat(claim.page().select("[aria-labelledby=h-words]").text()).contains("Boat 1 carried 11 19 people.");
        assertThat(claim.page().text()).contains("Given on other words: “Boat 1 carried 11 people.”, revision 1");
        assertThat(story.line(reworded).state()).isEqualTo(State.SOURCED);

        Seen galley = edith.get("/articles/" + article);
        assertThat(galley.page().select(".orphans + .margin .card").attr("id")).isEqualTo("claim-" + orphaned);
        assertThat(galley.page().select("mark").eachText()).containsExactly("Boat 1 carried 19 people.",
                "Boat 3 carried 13 people.");
    }

    @Test
    void aStaleOrEmptyOrIdenticalTextIsRefusedAndKept() {
        long article = story.anArticle();
        Visitor edith = Visitor.signedIn("edith");
        Seen form = edith.get("/articles/" + article + "/revisions");

        Seen same = edith.upload(form, "/revisions", Map.of("text", story.text(article)), "", new byte[0]);
        assertThat(same.status()).isEqualTo(400);
        assertThat(same.trouble()).contains("the text of revision 1 already");
        assertThat(same.form("/revisions").select("textarea").text()).contains("Boat 1 carried");
        assertThat(edith.upload(form, "/revisions", Map.of("text", " "), "", new byte[0]).status()).isEqualTo(400);

        story.revise(article, 1, "Another\nstory.");
        Seen stale = edith.upload(form, "/revisions", Map.of("text", "A third\nstory."), "", new byte[0]);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.trouble()).contains("Revision 2 has been filed since");
        assertThat(stale.form("/revisions").select("textarea").text()).contains("A third");
    }

    @Test
    void aRevisionComesAsAFileToo() {
        long article = story.anArticle();
        Visitor edith = Visitor.signedIn("edith");

        Seen compared = edith.upload(edith.get("/articles/" + article + "/revisions"), "/revisions", Map.of(), "new.md",
                "# A new head\n\n> Quoted.\n".getBytes(StandardCharsets.UTF_8));

        assertThat(compared.page().select("ins").eachText()).contains("A new head");
        assertThat(compared.page().select("p.quo").text()).isEqualTo("Quoted.");
    }

    @Test
    void anOrphanIsAttachedAgainOnItsPage() {
        long article = story.anArticle();
        long claim = story.anAssignedClaim(article, 2);
        story.revise(article, 1, "Nothing of it\nAll told it took twelve, maybe twelve, on board.");
        Visitor edith = Visitor.signedIn("edith");
        Seen page = edith.get("/claims/" + claim);
        assertThat(page.page().text()).contains("Its words are not in revision 2");

        Seen twice = edith.submit(page, "/reattach", Map.of("exact", "twelve"));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.page().select("form[action$=/reattach] input[name=start]")).hasSize(2);
        String second = twice.page().select("form[action$=/reattach] input[name=start]").get(1).attr("value");
        Seen done = edith.submit(twice, "/reattach", Map.of("exact", "twelve", "start", second));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().select("h1 mark").text()).isEqualTo("twelve");
        assertThat(done.page().select("h1 .ctx").first().text()).endsWith("maybe");
        assertThat(done.has("/reattach")).isFalse();
    }

    @Test
    void anOrphanIsSeenWhereverAnEditorLooksForWhatIsOpen() {
        long article = story.anArticle();
        long claim = story.aVerifiedClaim(article, 2);
        long sourced = story.aSourcedClaim(article, 3);
        story.revise(article, 1, "Nothing of it\nAnother story.");
        Visitor edith = Visitor.signedIn("edith");

        assertThat(edith.get("/desk").page().select("section:has(h2:contains(Orphaned)) a").eachAttr("href"))
                .contains("/claims/" + claim, "/claims/" + sourced);
        assertThat(edith.get("/articles").page().select("li:has(a[href=/articles/" + article + "])").text())
                .contains("2 orphaned")
                .doesNotContain("1 of 2 verified");
        assertThat(Visitor.signedIn("viktor").get("/desk").page().select("a[href=/claims/" + sourced + "]")).isEmpty();
        assertThat(edith.get("/claims/" + sourced).page().select("section.now").text()).contains("Waits for an editor");
        assertThat(edith.get("/articles/" + article + "/compare").page().select(".todo a")).hasSize(2);
    }

    @Test
    void whoIsNoEditorReadsRevisionsAndFilesNone() {
        long article = story.anArticle();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen list = rafael.get("/articles/" + article + "/revisions");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.has("/revisions")).isFalse();
        assertThat(rafael.get("/articles/" + article + "/compare?from=1&to=1").status()).isEqualTo(200);
        assertThat(rafael.get("/articles/" + article + "/compare?from=1&to=7").status()).isEqualTo(404);
        assertThat(rafael.get("/articles/" + article + "/compare?from=x").status()).isIn(400, 404);
    }

    @Test
    void hostileWordsAreWordsInAComparison() {
        long article = story.anArticleOf("Story\n<script>alert(1)</script> & <b>so</b> on.");
        story.revise(article, 1, "Story\n<script>alert(1)</script> & <b>so</b> on.\n<img src=x onerror=alert(2)>");

        Seen compared = Visitor.signedIn("edith").get("/articles/" + article + "/compare");

        assertThat(compared.page().select("main script, main img, main b")).isEmpty();
        assertThat(compared.page().select("main").text()).contains("<img src=x onerror=alert(2)>", "<b>so</b>");
    }
}
