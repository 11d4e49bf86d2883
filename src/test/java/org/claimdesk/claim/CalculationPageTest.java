package org.claimdesk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.local.Visitor;
import org.claimdesk.local.Visitor.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NewsroomTest
class CalculationPageTest {

    private static final Map<String, String> TYPED = Map.of("stance", "SUPPORTS", "formula", "after / before", "inputs",
            "before = 75,480; table 1\nafter = 172,508; table 2");

    @Inject
    Story story;

    @Test
    void theClaimsOwnFigureIsOfferedAndFollows() {
        long claim = claim("Encounters more than doubled in a year.");
        Visitor rafael = Visitor.signedIn("rafael");
        Seen page = rafael.get("/claims/" + claim);
        assertThat(page.form("/calculation").select("[name=claimed] option").eachText())
                .contains("more than 2 – “more than doubled”");

        Seen done = rafael.submit(page, "/calculation", with("claimed", "MORE_THAN 2"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.page().select(".worked").text()).contains("after / before = 2.28548",
                "before = 75,480 (table 1); after = 172,508 (table 2)", "more than 2: it follows");
        assertThat(done.page().select(".note")).isEmpty();
        assertThat(done.page().select(".timeline").text()).contains("formula: after / before", "figure: more than 2");
    }

    @Test
    void aFigureThatDoesNotFollowIsFlaggedOnTheClaim() {
        long claim = claim("Encounters tripled in a year.");
        Visitor rafael = Visitor.signedIn("rafael");

        Seen done = rafael.submit(rafael.get("/claims/" + claim), "/calculation", with("claimed", "EXACTLY 3"));

        assertThat(done.page().select(".note").text()).contains("A figure does not follow.", "2.28548", "says 3");
        assertThat(Visitor.signedIn("viktor").get("/claims/" + claim).page().select(".note").text())
                .contains("A figure does not follow.");
    }

    @ParameterizedTest
    @CsvSource({"formula, after /, cannot be used", "formula, 9^9^9, cannot be used", "inputs, before is 3, Line 1",
            "inputs, '', with a name", "figure, many, is no number"})
    void whatCannotBeUsedIsRefusedAndKept(String field, String typed, String trouble) {
        long claim = claim("Encounters rose.");
        Visitor rafael = Visitor.signedIn("rafael");
        Map<String, String> values = with("figure", "2");
        values.put(field, typed);

        Seen refused = rafael.submit(rafael.get("/claims/" + claim), "/calculation", values);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.trouble()).contains(trouble);
        assertThat(refused.form("/calculation").selectFirst("[name=formula]").val()).isEqualTo(values.get("formula"));
    }

    @Test
    void aSubmittedClaimMayRestOnACalculation() {
        long claim = claim("Encounters more than doubled.");
        Visitor rafael = Visitor.signedIn("rafael");
        rafael.submit(rafael.get("/claims/" + claim), "/calculation", with("claimed", "MORE_THAN 2"));

        story.checking().submit(story.ref(claim), "The figures are the agency’s own.", story.person("rafael"));

        assertThat(story.line(claim).state()).isEqualTo(State.SOURCED);
    }

    private long claim(String words) {
        long article = story.anArticleOf("A story\n\n" + words);
        return story.aClaimOn(article, 1, words);
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> values = new HashMap<>(TYPED);
        values.put(field, value);
        return values;
    }
}
