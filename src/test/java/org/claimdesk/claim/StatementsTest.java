package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.claimdesk.evidence.Provenance;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** A page asks the database the same few things, whatever there is to show. */
@NewsroomTest
class StatementsTest {

    @Inject
    Story story;
    @Inject
    SessionFactory sessions;

    @Test
    void aGalleyOfFiftyClaimsTakesAsManyStatementsAsOneOfTwo() {
        Visitor edith = Visitor.signedIn("edith");
        long few = articleWithClaims(2);
        long many = articleWithClaims(50);

        assertThat(statements(edith, "/articles/" + many)).isEqualTo(statements(edith, "/articles/" + few))
                .isLessThan(8);
    }

    @Test
    void aClaimWithALongPastTakesAsManyStatementsAsANewOne() {
        Visitor viktor = Visitor.signedIn("viktor");
        long young = story.aSourcedClaim();
        long old = story.aSourcedClaim();
        for (int i = 0; i < 10; i++) {
            story.attach(old, "rafael");
            story.checking().dispute(story.ref(old), Grounds.SOURCE, "Once more: where from?", story.person("viktor"));
            story.checking().answer(story.ref(old), "From the log.", story.person("rafael"));
        }

        assertThat(statements(viktor, "/claims/" + old)).isEqualTo(statements(viktor, "/claims/" + young))
                .isLessThan(18);
    }

    @Test
    void aFullDeskTakesAsManyStatementsAsBefore() {
        for (String person : new String[]{"edith", "rafael", "viktor", "stella", "bo"}) {
            Visitor visitor = Visitor.signedIn(person);
            long article = story.anArticle(30, "");
            story.aVerifiedClaim(article, 1);
            story.aSourcedClaim(article, 2);
            story.anAssignedClaim(article, 3);
            story.aFreeClaim(article, 4);
            int before = statements(visitor, "/desk");
            for (int i = 5; i < 30; i++) {
                switch (i % 4) {
                    case 0 -> story.aVerifiedClaim(article, i);
                    case 1 -> story.aSourcedClaim(article, i);
                    case 2 -> story.anAssignedClaim(article, i);
                    default -> story.aFreeClaim(article, i);
                }
            }

            assertThat(statements(visitor, "/desk")).as(person).isEqualTo(before).isLessThan(10);
        }
    }

    @Test
    void aFullListOfArticlesTakesAsManyStatementsAsBefore() {
        Visitor edith = Visitor.signedIn("edith");
        articleWithClaims(3);
        int before = statements(edith, "/articles");
        for (int i = 0; i < 20; i++) {
            articleWithClaims(2);
        }

        assertThat(statements(edith, "/articles")).isEqualTo(before).isLessThan(4);
    }

    @Test
    void aComparisonOfLongRevisionsTakesAsManyStatementsAsOfShortOnes() {
        Visitor edith = Visitor.signedIn("edith");
        long small = revised(2);
        long large = revised(30);

        assertThat(statements(edith, "/articles/" + large + "/compare"))
                .isEqualTo(statements(edith, "/articles/" + small + "/compare"))
                .isLessThan(9);
        assertThat(statements(edith, "/articles/" + large + "/revisions"))
                .isEqualTo(statements(edith, "/articles/" + small + "/revisions"))
                .isLessThan(4);
    }

    @Test
    void aSourceWithMuchOnItTakesAsManyStatementsAsANewOne() {
        Visitor stella = Visitor.signedIn("stella");
        Provenance few = SourcesPageTest.from(SourcesPageTest.fresh());
        Provenance many = SourcesPageTest.from(SourcesPageTest.fresh());
        long young = story.aClaimVerifiedOn(story.anArticle(), 1, few);
        long old = story.aClaimVerifiedOn(story.anArticle(), 1, many);
        for (int i = 1; i <= 5; i++) {
            story.aClaimVerifiedOn(story.anArticle(), i, many);
            story.attach(story.anAssignedClaim(), "rafael", many);
        }

        assertThat(statements(stella, "/sources/" + source(old)))
                .isEqualTo(statements(stella, "/sources/" + source(young)))
                .isLessThan(9);
        assertThat(statements(stella, "/sources")).isLessThan(4);
    }

    private long source(long claim) {
        return story.sheet(claim, "rafael").evidence().get(0).source().id();
    }

    private long revised(int claims) {
        long article = articleWithClaims(claims);
        story.revise(article, 1, story.text(article).replace("Story", "A story").replace("carried 11", "carried 12"));
        return article;
    }

    private long articleWithClaims(int claims) {
        long article = story.anArticle(claims, "");
        for (int i = 1; i <= claims; i++) {
            story.anAssignedClaim(article, i);
        }
        return article;
    }

    private int statements(Visitor visitor, String path) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        assertThat(visitor.get(path).status()).isEqualTo(200);
        return (int) statistics.getPrepareStatementCount();
    }
}
