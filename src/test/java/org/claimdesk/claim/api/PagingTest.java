package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.V1;
import static org.claimdesk.claim.api.Bench.sent;
import static org.claimdesk.local.Tokens.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

@NewsroomTest
class PagingTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private static List<Integer> walk(String first, Runnable between) {
        List<Integer> ids = new ArrayList<>();
        String page = first;
        while (page != null) {
            Response response = as("mina").urlEncodingEnabled(false).get(page);
            assertThat(response.statusCode()).isEqualTo(200);
            ids.addAll(response.jsonPath().getList("id", Integer.class));
            Matcher next = NEXT.matcher(String.valueOf(response.header("Link")));
            page = next.find() ? next.group(1) : null;
            between.run();
        }
        return ids;
    }

    private static int mark(long article, int number) {
        return sent("edith", Map.of("revision", 1, "quote", Map.of("exact", "Sentence number " + number + " stands.")))
                .post(V1 + "/articles/" + article + "/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void pagesHaveNoGapsAndNoRepeatsWhileClaimsAreAdded() {
        StringBuilder text = new StringBuilder("Many sentences");
        for (int i = 10; i < 40; i++) {
            text.append("\n\nSentence number ").append(i).append(" stands.");
        }
        long article = Bench.article(text.toString());
        List<Integer> marked = new ArrayList<>();
        for (int i = 10; i < 25; i++) {
            marked.add(0, mark(article, i));
        }
        int[] next = {25};
        List<Integer> walked = walk(V1 + "/claims?article=" + article + "&limit=3", () -> mark(article, next[0]++));
        assertThat(walked).isEqualTo(marked);
        assertThat(next[0] - 25).isEqualTo(5);
        List<Integer> history = walk(V1 + "/articles/" + article + "/history?limit=4", () -> {});
        assertThat(history).hasSize(21).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void filtersGoOnToTheNextPage() {
        long article = Bench.article("T\n\nSentence number 1 stands.\n\nSentence number 2 stands.");
        mark(article, 1);
        mark(article, 2);
        String link = as("mina").get(V1 + "/claims?limit=1&state=ASSIGNED&desk=/desks/immigration&article=" + article)
                .header("Link");
        assertThat(link).contains("state=ASSIGNED", "limit=1", "article=" + article, "after=").endsWith("rel=\"next\"");
        assertThat(as("mina").get(V1 + "/claims?state=VERIFIED&article=" + article).jsonPath().getList("")).isEmpty();
        assertThat(walk(V1 + "/articles?limit=1&after=" + (article + 1), () -> {}).get(0)).isEqualTo((int) article);
    }
}
