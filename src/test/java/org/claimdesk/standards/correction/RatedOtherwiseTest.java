package org.claimdesk.standards.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;

import jakarta.inject.Inject;
import org.claimdesk.claim.Dispute;
import org.claimdesk.claim.Grounds;
import org.claimdesk.claim.Rating;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.standards.release.Press;
import org.junit.jupiter.api.Test;

/** A verdict that was disputed after publication and comes out otherwise is told like one that was overturned. */
@NewsroomTest
class RatedOtherwiseTest {

    @Inject
    Story story;
    @Inject
    Press press;
    @Inject
    Afterwards afterwards;

    @Test
    void anotherRatingAfterADisputeOpensACaseAndTheSameOneDoesNot() {
        long article = afterwards.published(1);
        decided(article, Rating.ACCURATE, Dispute.Outcome.REJECTED);
        assertThat(afterwards.cases(article)).isEmpty();
        decided(article, Rating.INACCURATE, Dispute.Outcome.UPHELD);
        assertThat(afterwards.causes(article)).containsExactly(Cause.RERATED);
    }

    @Test
    void anotherRatingBeforeAPublicationWasMarkedOpensACaseThen() {
        long article = press.anOpenArticle(1);
        press.release(article, "edith");
        decided(article, Rating.INACCURATE, Dispute.Outcome.UPHELD);
        assertThat(afterwards.cases(article)).isEmpty();
        press.publish(article, 1, Afterwards.address(), null, "edith");
        assertThat(afterwards.causes(article)).containsExactly(Cause.RERATED);
    }

    private void decided(long article, Rating rating, Dispute.Outcome outcome) {
        long claim = afterwards.claim(article);
        story.checking().dispute(story.ref(claim), Grounds.FIGURE, "Twelve?", story.person("wanda"));
        story.checking().verify(story.ref(claim), rating, "The log again.", outcome, null, story.person("viktor"));
    }

    @Test
    void theDatabaseRefusesACauseThatChangedNoRating() {
        long article = afterwards.published(1);
        decided(article, Rating.ACCURATE, Dispute.Outcome.REJECTED);
        afterwards.overturn(afterwards.claim(article));

        assertThatThrownBy(() -> Press.sql("insert into case_cause (case_id, kind, claim_id, entry_id, at) select k.id,"
                + " 'RERATED', k.claim_id, (select max(e.id) from entry e where e.claim_id = k.claim_id and e.act = 'VERIFY'),"
                + " now() from correction_case k where k.article_id = " + article))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is no act");
    }
}
