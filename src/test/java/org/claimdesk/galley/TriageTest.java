package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.claimdesk.article.ArticleReading;
import org.claimdesk.article.Copy;
import org.claimdesk.article.Disposition;
import org.claimdesk.article.SentenceLine;
import org.claimdesk.claim.Assignment;
import org.claimdesk.claim.ClaimLine;
import org.claimdesk.claim.Risk;
import org.claimdesk.claim.Story;
import org.claimdesk.galley.Triage.Word;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.claimdesk.problem.Problem;
import org.claimdesk.text.ClaimType;
import org.junit.jupiter.api.Test;

@NewsroomTest
class TriageTest {

    @Inject
    Triage triage;
    @Inject
    Story story;
    @Inject
    ArticleReading articles;

    @Test
    void everySentenceHasASuggestion() {
        assertThat(sentences(story.anArticle())).allSatisfy(sentence -> {
            assertThat(sentence.score()).isBetween(0f, 1f);
            assertThat(sentence.reasons()).isNotEmpty().allSatisfy(reason -> assertThat(reason).isNotBlank());
            assertThat(sentence.suggested()).isNotNull();
        });
    }

    @Test
    void severalSentencesBecomeClaimsAssignedInTheSameMove() {
        long article = story.anArticle();
        Assignment assignment = new Assignment(Story.IMMIGRATION, story.person("rafael").id(), null, Risk.HIGH);

        triage.call(article, 1, Set.of(2, 4, 5), Word.CLAIM, null, assignment, story.person("edith"));

        List<SentenceLine> sentences = sentences(article);
        assertThat(story.lines(article)).hasSize(3).allSatisfy(claim -> {
            assertThat(claim.assignee().name()).isEqualTo("Rafael Ibarra");
            assertThat(claim.risk()).isEqualTo(Risk.HIGH);
            assertThat(claim.type()).isEqualTo(sentences.get(1).suggested());
        }).extracting(ClaimLine::exact).containsExactly(Story.words(1), Story.words(3), Story.words(4));

        triage.call(article, 1, Set.of(2, 3), Word.CLAIM, ClaimType.COMPARISON, assignment, story.person("edith"));
        assertThat(story.lines(article)).hasSize(4)
                .filteredOn(claim -> claim.type() == ClaimType.COMPARISON)
                .extracting(ClaimLine::exact)
                .containsExactly(Story.words(2));
    }

    @Test
    void headlineAndCaptionAreClaimsGround() {
        long article = story.anArticleOf(Copy.pasted("""
                <article><h1>Eleven boats in one night</h1><p>Nobody counted them.</p>
                <figure><img src="x"><figcaption>Boat 4, with 14 people.</figcaption></figure></article>""",
                Copy.Format.HTML));

        triage.call(article, 1, Set.of(1, 3), Word.CLAIM, null, new Assignment(null, null, null, null),
                story.person("edith"));

        assertThat(story.lines(article)).extracting(ClaimLine::exact)
                .containsExactly("Eleven boats in one night", "Boat 4, with 14 people.");
        assertThat(Visitor.signedIn("edith").get("/articles/" + article).page().select("h1 mark, p.cap mark"))
                .hasSize(2);
    }

    @Test
    void whatWasAcceptedByMistakeIsTakenBack() {
        long article = story.anArticle();
        Assignment assignment = new Assignment(null, null, null, null);
        triage.call(article, 1, Set.of(2, 3), Word.CLAIM, null, assignment, story.person("edith"));
        long begun = story.lines(article).get(1).id();
        story.checking().take(story.ref(begun), story.person("rafael"));

        triage.call(article, 1, Set.of(2, 3), Word.UNREVIEWED, null, assignment, story.person("edith"));

        assertThat(story.lines(article)).extracting(ClaimLine::dropped).containsExactly(true, false);
        triage.call(article, 1, Set.of(2), Word.OPINION, null, assignment, story.person("edith"));
        assertThat(sentences(article).get(1).disposition()).isEqualTo(Disposition.OPINION);
        triage.call(article, 1, Set.of(2), Word.CLAIM, null, assignment, story.person("edith"));
        assertThat(story.lines(article)).extracting(ClaimLine::dropped).containsExactlyInAnyOrder(true, false, false);
    }

    @Test
    void itIsAllOrNothing() {
        long article = story.anArticleOf("Story\nShort.\n" + "word ".repeat(500) + "end.");
        Assignment assignment = new Assignment(null, null, null, null);

        Problem tooLong = catchThrowableOfType(Problem.class,
                () -> triage.call(article, 1, Set.of(2, 3), Word.CLAIM, null, assignment, story.person("edith")));
        assertThat(tooLong.getMessage()).contains("Sentence 3 is longer than a claim");
        assertThat(story.lines(article)).isEmpty();
        assertThat(kind(article, 1, Set.of(2, 99), "edith")).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(kind(article, 1, Set.of(), "edith")).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(kind(article, 1, Set.of(2), "rafael")).isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(kind(article, 2, Set.of(2), "edith")).isEqualTo(Problem.Kind.STALE);
    }

    @Test
    void theFormDoesItWithoutAScript() {
        long article = story.anArticle();
        Visitor edith = Visitor.signedIn("edith");

        Seen galley = edith.submit(edith.get("/articles/" + article), "/sentences",
                Map.of("sentence", "2, 4-5", "disposition", "CLAIM", "type", "DATE", "assignee",
                        story.person("rafael").id().toString()));

        assertThat(galley.status()).isEqualTo(200);
        assertThat(galley.page().select(".card").eachText()).hasSize(3)
                .allSatisfy(card -> assertThat(card).contains("date", "Rafael Ibarra"));
        assertThat(galley.page().select(".sen.suggested, .sen.unreviewed")).hasSize(3);
    }

    private Problem.Kind kind(long article, int revision, Set<Integer> numbers, String username) {
        return catchThrowableOfType(Problem.class, () -> triage.call(article, revision, numbers, Word.CLAIM, null,
                new Assignment(null, null, null, null), story.person(username))).kind();
    }

    private List<SentenceLine> sentences(long article) {
        return QuarkusTransaction.requiringNew().call(() -> articles.sentences(article, 1));
    }
}
