package org.claimdesk.galley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.claim.Story;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NewsroomTest
class GalleyPageTest {

    @Inject
    Story story;

    @Test
    void pastedWordsBecomeAClaimInTheText() {
        long article = story.anArticle();

        Seen galley = mark(article, Map.of("exact", "carried 13 people"));

        assertThat(galley.status()).isEqualTo(200);
        assertThat(galley.page().select("mark.assigned").eachText()).containsExactly("carried 13 people");
        assertThat(galley.page().select(".card .words").text()).isEqualTo("“carried 13 people”");
        assertThat(story.lines(article)).singleElement().satisfies(claim -> {
            assertThat(claim.exact()).isEqualTo("carried 13 people");
            assertThat(claim.desk()).isEqualTo(Story.IMMIGRATION);
        });
    }

    @ParameterizedTest
    @CsvSource({"'',Select words", "carried 99 people,do not stand", "carried,stand in the article 5 times"})
    void wordsThatAreNotOnePlaceAreRefusedAndKept(String words, String trouble) {
        long article = story.anArticle();

        Seen refused = mark(article, Map.of("exact", words));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains(trouble);
        assertThat(refused.form("/claims").selectFirst("[name=exact]").wholeText()).isEqualTo(words);
        assertThat(story.lines(article)).isEmpty();
    }

    @Test
    void whichPlaceIsMeantIsChosen() {
        long article = story.anArticle();
        Seen refused = mark(article, Map.of("exact", "people."));

        assertThat(refused.page().select("input[type=radio][name=start]")).hasSize(5);
        String third = refused.page().select("input[type=radio][name=start]").get(2).val();
        Seen galley = Visitor.signedIn("edith").get("/articles/" + article);
        galley = mark(article, Map.of("exact", "people.", "start", third));

        assertThat(galley.page().select("mark a").eachText()).containsExactly("people.");
        assertThat(story.lines(article).get(0).start()).isEqualTo(Integer.parseInt(third));
    }

    @Test
    void overlappingClaimsStandAndTheSameWordsAreRefused() {
        long article = story.anArticle();
        mark(article, Map.of("exact", "Boat 1 carried 11 people."));
        Seen both = mark(article, Map.of("exact", "11 people"));
        Seen same = mark(article, Map.of("exact", "11 people"));

        assertThat(both.page().select("mark.double")).hasSize(1);
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.trouble()).contains("already");
        assertThat(story.lines(article)).hasSize(2);
    }

    @Test
    void anAssigneeIsAReporterOfTheDesk() {
        long article = story.anArticle();

        Seen refused = mark(article, Map.of("exact", "11 people", "desk", "/desks/courts", "assignee",
                story.person("rafael").id().toString()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains("reporter of the desk");
    }

    @Test
    void onlyAnEditorMarks() {
        long article = story.anArticle();
        Visitor rafael = Visitor.signedIn("rafael");
        Seen galley = rafael.get("/articles/" + article);

        assertThat(galley.has("/claims")).isFalse();
        assertThat(
                rafael.send("/articles/" + article + "/claims", Map.of("exact", "11 people", "revision", "1")).status())
                .isIn(400, 403);
        assertThat(story.lines(article)).isEmpty();
    }

    private static Seen mark(long article, Map<String, String> values) {
        Visitor edith = Visitor.signedIn("edith");
        return edith.submit(edith.get("/articles/" + article), "/claims", new HashMap<>(values));
    }
}
