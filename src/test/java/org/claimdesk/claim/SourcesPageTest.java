package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Stance;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;

/** Sources on pages: how independent a claim's evidence is, what leans on a source, and discrediting it. */
@NewsroomTest
class SourcesPageTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> {cdi:shell.name} \"'";

    @Inject
    Story story;

    @Test
    void whereTheRuleIsNotMetAReasonIsAskedForAndKept() {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael", from(fresh()));
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);
        assertThat(page.page().select(".independence").text()).isEqualTo(
                "1 independent origin supports, 0 contradict · the desk's rule is not met: one first-hand or two independent origins");

        Seen refused = rafael.submit(page, "/submit", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("rule is not met");
        assertThat(story.line(claim).state()).isEqualTo(State.ASSIGNED);
        Seen done = rafael.submit(refused, "/submit", Map.of("reason", "Nobody else\nkeeps a log."));

        assertThat(done.page().select(".timeline").text()).contains("waived: Nobody else keeps a log.");
        Visitor viktor = Visitor.signedIn("viktor");
        Map<String, String> verdict = Map.of("rating", "ACCURATE", "rationale", "So it is.");
        refused = viktor.submit(viktor.get("/claims/" + claim), "/verify", verdict);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.form("/verify").selectFirst("[name=rationale]").wholeText()).isEqualTo("So it is.");
        done = viktor.submit(refused, "/verify", Map.of("reason", "It is the only log there is."));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().text()).contains("though the desk's rule was not met: It is the only log there is.");
    }

    @Test
    void whereTheRuleIsMetNoReasonIsAskedForNorKept() {
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael", from(fresh()));
        story.attach(claim, "mina", from(fresh()));
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);

        assertThat(page.page().select(".independence").text()).contains("2 independent origins support", "rule is met");
        assertThat(page.form("/submit").select("[name=reason]")).isEmpty();
        Seen done = rafael.submit(page, "/submit", Map.of("reason", "Sent by hand."));

        assertThat(done.page().select(".timeline").text()).contains("Submitted").doesNotContain("Sent by hand");
    }

    @Test
    void twoPiecesWithOneOriginAreOne() {
        long claim = story.anAssignedClaim();
        String wire = fresh();
        story.attach(claim, "rafael", new Provenance(fresh(), wire, null));
        story.attach(claim, "mina", new Provenance(fresh(), " " + wire.toUpperCase() + " ", null));
        story.attach(claim, "rafael", Stance.CONTRADICTS, from(wire));

        ClaimSheet sheet = story.sheet(claim, "rafael");

        assertThat(sheet.independence().supports()).isEqualTo(1);
        assertThat(sheet.independence().contradicts()).isEqualTo(1);
        assertThat(sheet.independence().met()).isFalse();
    }

    @Test
    void aNameIsOneSourceHoweverItIsCapitalisedAndSpaced() {
        String name = "Straße der Töchter " + UUID.randomUUID();
        long claim = story.anAssignedClaim();
        story.attach(claim, "rafael", from(name));
        story.attach(claim, "rafael", from("  STRASSE  der\u00a0TÖCHTER" + name.substring(name.lastIndexOf(' '))));
        Visitor rafael = Visitor.signedIn("rafael");

        ClaimSheet sheet = story.sheet(claim, "rafael");
        assertThat(sheet.evidence()).extracting(piece -> piece.source().name()).containsOnly(name);
        Seen found = rafael.get("/sources?q=" + name.substring(20).toUpperCase());
        assertThat(found.page().select("main .rows a").eachText()).containsExactly(name);
        assertThat(rafael.get("/sources?q=" + UUID.randomUUID()).page().text()).contains("No source has that");
    }

    @Test
    void aSourceShowsEverythingThatLeansOnIt() {
        String name = fresh();
        long one = story.anArticle();
        long other = story.anArticle();
        long verified = story.aClaimVerifiedOn(one, 1, from(name));
        long behind = story.anAssignedClaim(other, 2);
        long piece = story.attach(behind, "rafael", new Provenance(fresh(), name, null));
        story.attach(behind, "rafael");
        story.checking().withdraw(story.ref(behind), piece, "The wrong year.", story.person("rafael"));

        Seen page = Visitor.signedIn("bo").get("/sources/" + id(verified));

        assertThat(page.page().select("#h-leaning small").text())
                .isEqualTo("2 pieces of evidence · 2 claims · 1 verdict · 2 articles");
        assertThat(page.page().select("main .rows > li").eachText()).hasSize(2)
                .anyMatch(line -> line.contains("accurate") && line.contains("Verdict: accurate, Viktor"))
                .anyMatch(line -> line.contains("withdrawn") && line.contains("as the origin"));
        assertThat(page.page().select("aside a").eachAttr("href"))
                .containsExactly("/articles/" + other, "/articles/" + one);
        assertThat(page.has("/discredit")).as("a reporter and reviewer").isFalse();
    }

    @Test
    void discreditingDisputesAllThatIsVerifiedOnItInOneAct() {
        String name = fresh();
        long one = story.anArticle();
        long other = story.anArticle();
        long first = story.aClaimVerifiedOn(one, 1, from(name));
        long second = story.aClaimVerifiedOn(other, 1, from(name));
        long behind = story.aClaimVerifiedOn(other, 2, new Provenance(fresh(), name, null));
        long apart = story.aClaimVerifiedOn(other, 3, from(fresh()));
        long sourced = story.anAssignedClaim(one, 2);
        story.attach(sourced, "rafael", from(name));
        long dropped = story.aClaimVerifiedOn(one, 3, from(name));
        story.checking().drop(story.ref(dropped), "Cut.", story.person("edith"));
        Visitor stella = Visitor.signedIn("stella");
        Seen page = stella.get("/sources/" + id(first));
        assertThat(page.page().select(".now").text()).contains("3 verified claims will be disputed");

        Seen refused = stella.submit(page, "/discredit", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(400);
        Seen done = stella.submit(refused, "/discredit", Map.of("reason", "The log was <b>forged</b>."));

        assertThat(done.page().text()).contains("Discredited by Stella", "The log was <b>forged</b>.");
        assertThat(done.has("/discredit")).isFalse();
        for (long claim : new long[]{first, second, behind}) {
            assertThat(story.line(claim).state()).isEqualTo(State.DISPUTED);
            ClaimSheet sheet = story.sheet(claim, "rafael");
            assertThat(sheet.disputes()).hasSize(1).allSatisfy(dispute -> {
                assertThat(dispute.grounds()).isEqualTo(Grounds.SOURCE);
                assertThat(dispute.statement()).isEqualTo("The log was <b>forged</b>.");
                assertThat(dispute.openedBy().name()).startsWith("Stella");
            });
            assertThat(sheet.verdicts()).extracting(ClaimSheet.VerdictLine::ended)
                    .containsExactly(Verdict.Ended.DISPUTED);
        }
        assertThat(story.line(apart).state()).isEqualTo(State.VERIFIED);
        assertThat(story.line(dropped).state()).isEqualTo(State.VERIFIED);
        assertThat(story.line(sourced).state()).isEqualTo(State.ASSIGNED);
        Seen uncounted = Visitor.signedIn("rafael").get("/claims/" + sourced);
        assertThat(uncounted.page().select(".independence").text()).contains("0 independent origins support");
        assertThat(uncounted.page().select("td b.due").text()).isEqualTo("discredited");
        assertThat(stella.submit(page, "/discredit", Map.of("reason", "Again.")).status()).isEqualTo(409);
    }

    @Test
    void aFormSentByHandIsRefusedLikeAMissingButton() {
        long claim = story.aClaimVerifiedOn(story.anArticle(), 1, from(fresh()));
        long source = id(claim);
        Visitor wanda = Visitor.signedIn("wanda");
        Map<String, String> fields = Visitor.fields(wanda.get("/claims/" + claim).form("/dispute"));
        fields.put("reason", "I say so.");

        Seen refused = wanda.send("/sources/" + source + "/discredit", fields);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page().text()).contains("Only the standards desk or an editor", "I say so.");
        assertThat(story.line(claim).state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void hostileNamesAreOnlyText() {
        String name = HOSTILE + UUID.randomUUID();
        long claim = story.aClaimVerifiedOn(story.anArticle(), 1, new Provenance(fresh(), name, null));
        Visitor edith = Visitor.signedIn("edith");
        long source = story.sheet(claim, "edith").evidence().get(0).origin().id();

        for (String path : new String[]{"/claims/" + claim, "/sources/" + source, "/sources",
                "/sources?q=%3Cimg%20src%3Dx"}) {
            Seen page = edith.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.page().select("main img, [onerror], script:not([src])")).as(path).isEmpty();
            assertThat(page.page().text()).as(path).contains(name);
        }
        long own = story.anAssignedClaim();
        Seen choices = Visitor.signedIn("rafael").get("/claims/" + own);
        assertThat(choices.page().select("datalist option").eachAttr("value")).contains(name);
    }

    @Test
    void anUnknownSourceIsAPageThatSaysSo() {
        Seen page = Visitor.signedIn("rafael").get("/sources/999999999");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.page().text()).contains("There is no source 999999999");
    }

    private long id(long claim) {
        return story.sheet(claim, "rafael").evidence().get(0).source().id();
    }

    static Provenance from(String source) {
        return new Provenance(source, null, null);
    }

    static String fresh() {
        return "The wire " + UUID.randomUUID();
    }
}
