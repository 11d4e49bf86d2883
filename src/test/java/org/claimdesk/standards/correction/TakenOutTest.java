package org.claimdesk.standards.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.matching.Matching;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.Test;

/** Nothing that was published is taken out of an article in silence: neither its words nor the claim on them. */
@NewsroomTest
class TakenOutTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Afterwards afterwards;
    @Inject
    Matching matching;
    @Inject
    Correcting correcting;

    private void drop(long claim) {
        story.checking().drop(story.ref(claim), "It was no claim.", story.person("edith"));
    }

    /** Files the text without the words of a claim. @return the number of the revision */
    private int cut(long article, long claim, int base) {
        return story
                .revise(article, base,
                        story.text(article).replace(story.line(claim).exact(), "All was quiet at the harbor."))
                .number();
    }

    @Test
    void wordsThatAreTakenOutOpenACaseOnce() {
        long article = afterwards.published(2);
        long claim = afterwards.claim(article);
        int base = cut(article, claim, 1);
        assertThat(afterwards.causes(article)).containsExactly(Cause.CUT);
        assertThat(afterwards.only(article).line().claim()).isEqualTo(claim);
        story.revise(article, base, story.text(article) + "\n\nMore is to follow.");
        drop(claim);
        assertThat(afterwards.causes(article)).as("it was out already").containsExactly(Cause.CUT);
    }

    @Test
    void aClaimThatIsDroppedOpensACaseAndItIsDecidedThough() {
        long article = afterwards.published(1);
        drop(afterwards.claim(article));
        assertThat(afterwards.causes(article)).containsExactly(Cause.DROPPED);
        correcting.correct(afterwards.only(article).line().id(), Afterwards.words("It was no fact.", null),
                story.person("stella"));
        assertThat(afterwards.only(article).line().outcome()).isEqualTo(Outcome.CORRECTED);
    }

    @Test
    void whatWasNotPublishedIsTakenOutFreely() {
        long article = press.anOpenArticle(1);
        drop(afterwards.claim(article));
        long published = afterwards.published(1);
        drop(story.aClaimOn(published, 1, "of the night"));
        assertThat(afterwards.cases(article)).isEmpty();
        assertThat(afterwards.cases(published)).isEmpty();
    }

    @Test
    void whatWasTakenOutBetweenReleaseAndPublicationIsToldWithTheMark() {
        long article = press.anOpenArticle(2);
        press.release(article, "edith");
        cut(article, afterwards.claim(article), 1);
        drop(story.lines(article).get(1).id());
        assertThat(afterwards.cases(article)).isEmpty();
        press.publish(article, 1, Afterwards.address(), null, "edith");
        assertThat(afterwards.cases(article)).hasSize(2)
                .flatExtracting(CaseLine::causes)
                .containsExactlyInAnyOrder(Cause.CUT, Cause.DROPPED);
    }

    @Test
    void itSaysNothingOfTheSameClaimElsewhere() {
        long article = afterwards.published(1);
        long second = afterwards.published(1);
        long third = afterwards.published(1);
        matching.answer(afterwards.claim(article), afterwards.claim(second), true, story.person("edith"));
        cut(article, afterwards.claim(article), 1);
        matching.answer(afterwards.claim(article), afterwards.claim(third), true, story.person("edith"));
        assertThat(afterwards.causes(article)).containsExactly(Cause.CUT);
        assertThat(afterwards.cases(second)).isEmpty();
        assertThat(afterwards.cases(third)).isEmpty();
    }

    @Test
    void theDatabaseRefusesItWithoutItsCase() {
        long article = afterwards.published(1);
        long claim = afterwards.claim(article);
        String dropped = """
                with e as (insert into entry (at, person_id, role, act, article_id, claim_id, claim_version, from_state, to_state, body)
                     select changed_at + interval '1 second', '%1$s', 'EDITOR', 'DROP', article_id, id, version + 1, state, state, '{}'
                       from claim where id = %2$d)
                update claim set version = version + 1, changed_at = changed_at + interval '1 second',
                       dropped_at = changed_at + interval '1 second', drop_reason = 'No claim.' where id = %2$d""";
        assertThatThrownBy(() -> Press.sql(dropped.formatted(story.person("edith").id(), claim)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("correction case");
    }
}
