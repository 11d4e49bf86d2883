package org.claimdesk.standards.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.evidence.Rank;
import org.claimdesk.evidence.capture.Rotten;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.Quote;
import org.junit.jupiter.api.Test;

/** Each thing that stands in the way of an article, and what heals it. */
@NewsroomTest
class GateTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    GivingContext context;
    @Inject
    Rotten rotten;

    private static Quote quote(String words) {
        return new Quote(words, null, null, null);
    }

    private Problem.Kind refused(long article, long claim, String words, String username) {
        return catchThrowableOfType(Problem.class,
                () -> context.give(article, 1, claim, quote(words), story.person(username))).kind();
    }

    @Test
    void aSentenceThatNobodyHasLookedAt() {
        long article = story.anArticle(2, "");
        story.aVerifiedClaim(article, 1);
        assertThat(press.barred(article)).hasSize(2).allMatch(key -> key.startsWith("UNACCOUNTED-"));
        assertThat(press.gate(article).items()).allMatch(item -> item.link().contains("#s"));
        story.aVerifiedClaim(article, 2);
        assertThat(press.barred(article)).hasSize(1);
        press.account(article);
        assertThat(press.gate(article).open()).isTrue();
    }

    @Test
    void aClaimThatIsNotVerified() {
        long article = press.anOpenArticle(2);
        long claim = story.aClaimOn(article, 1, "11 people");
        assertThat(press.barred(article)).containsExactly("UNVERIFIED-" + claim);
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        assertThat(press.barred(article)).containsExactly("UNVERIFIED-" + claim);
        story.checking().verify(story.ref(claim), Rating.ACCURATE, "Yes.", null, null, story.person("viktor"));
        assertThat(press.gate(article).open()).isTrue();
    }

    @Test
    void aDroppedClaimStandsInNobodysWayButItsSentenceDoes() {
        long article = press.anOpenArticle(1);
        long claim = story.aClaimOn(article, 1, "11 people");
        story.checking().drop(story.ref(claim), "Not one.", story.person("edith"));
        assertThat(press.gate(article).open()).isTrue();
        long other = story.lines(article).get(0).id();
        story.checking().drop(story.ref(other), "Not one either.", story.person("edith"));
        assertThat(press.barred(article)).singleElement().asString().startsWith("UNACCOUNTED-");
    }

    @Test
    void aDispute() {
        long article = press.anOpenArticle(1);
        long claim = story.lines(article).get(0).id();
        story.checking().dispute(story.ref(claim), Grounds.FIGURE, "Twelve?", story.person("wanda"));
        assertThat(press.item(article, "DISPUTED-" + claim).says()).isEqualTo("Twelve?");
        story.checking().answer(story.ref(claim), "Eleven.", story.person("rafael"));
        assertThat(press.barred(article)).containsExactly("UNVERIFIED-" + claim);
    }

    @Test
    void wordsThatAreGoneAndWordsThatAreOthers() {
        long article = press.anOpenArticle(2);
        long first = story.lines(article).get(0).id();
        long second = story.lines(article).get(1).id();
        story.revise(article, 1,
                story.text(article).replace("\n" + Story.words(1), "").replace("12 people", "13 people"));
        press.account(article);
        assertThat(press.barred(article)).containsExactlyInAnyOrder("UNPLACED-" + first, "UNVERIFIED-" + second);
    }

    @Test
    void aVerdictThatSaysItIsWrong() {
        long article = story.anArticle(1, "");
        long claim = press.rated(article, 1, Rating.MISLEADING);
        press.account(article);
        assertThat(press.item(article, "RATING-" + claim).says()).isEqualTo("rated misleading");
        assertThat(press.barred(article)).hasSize(1);
    }

    @Test
    void contextIsThereWhileSomebodyNamesWordsThatStand() {
        long article = story.anArticle(2, "");
        long claim = press.rated(article, 1, Rating.NEEDS_CONTEXT);
        story.aVerifiedClaim(article, 2);
        press.account(article);
        assertThat(press.barred(article)).containsExactly("CONTEXT-" + claim);

        assertThat(refused(article, claim, "11 people", "edith")).as("its own words").isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(refused(article, claim, "Nobody wrote this.", "edith")).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(refused(article, claim, "12 people", "rafael")).isEqualTo(Problem.Kind.FORBIDDEN);
        context.give(article, 1, claim, quote("Boat 2 carried 12 people."), story.person("edith"));
        assertThat(press.gate(article).open()).isTrue();

        story.revise(article, 1, story.text(article).replace("Boat 2 carried 12", "Boat 2 had 12"));
        assertThat(press.barred(article)).contains("CONTEXT-" + claim);
    }

    @Test
    void contextIsGivenToAVerdictThatAsksForIt() {
        long article = press.anOpenArticle(2);
        long claim = story.lines(article).get(0).id();
        assertThat(refused(article, claim, "12 people", "edith")).isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void tooFewSourcesWhateverReasonWasGiven() {
        long article = story.anArticle(1, "");
        long claim = story.aClaimVerifiedOn(article, 1, new Provenance("A blog", null, Rank.SECONDARY));
        press.account(article);
        assertThat(press.barred(article)).containsExactly("SOURCES-" + claim);
        assertThat(press.item(article, "SOURCES-" + claim).says()).contains("1 independent origin", "the rule is");
    }

    @Test
    void evidenceThatChangedUntilItIsAccepted() {
        long article = story.anArticle(1, "");
        long claim = story.anAssignedClaim(article, 1);
        Rotten.Linked link = rotten.captured(claim);
        story.attach(claim, "rafael");
        story.checking().submit(story.ref(claim), null, story.person("rafael"));
        story.checking().verify(story.ref(claim), Rating.ACCURATE, "Yes.", null, null, story.person("viktor"));
        press.account(article);
        assertThat(press.gate(article).open()).isTrue();

        rotten.changed(link, "twelve");
        assertThat(press.barred(article)).containsExactly("ROT-" + claim + "-" + link.evidence());
        assertThat(press.gate(article).items().get(0).link()).contains("/changes");
        press.waive(article, "ROT-" + claim + "-" + link.evidence(), "stella");
        assertThat(press.gate(article).open()).isTrue();
        rotten.changed(link, "thirteen");
        assertThat(press.gate(article).open()).as("another change than was waived").isFalse();
        rotten.accepted(link, "wanda");
        assertThat(press.gate(article).open()).isTrue();
    }
}
